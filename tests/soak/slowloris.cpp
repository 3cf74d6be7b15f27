// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/soak/rows.h"
#include "tests/support/client.h"
#include "tests/support/served.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <mutex>
#include <thread>
#include <vector>

namespace Teardown {

namespace {

constexpr Milliseconds slack{250};
constexpr Milliseconds honestLimit{50};

struct Size
{
    int slow;
    int honest;
    Milliseconds readDeadline;
    Milliseconds betweenBytes;
    std::chrono::seconds length;
};

constexpr Size shortSize{100, 10, Milliseconds(2'000), Milliseconds(500), std::chrono::seconds(4)};
constexpr Size fullSize{500,
                        50,
                        Milliseconds(20'000),
                        Milliseconds(5'000),
                        std::chrono::seconds(60)};

/// A request, byte by byte, for as long as the server bears it.
void trickle(RawPeer &peer, const SocketAddress &server, Milliseconds betweenBytes)
{
    peer.connectTo(server);
    peer.send("UPLOAD 100000\n");
    while (peer.send("x") && peer.pause(betweenBytes)) {}
}

/// How long the echoes of an honest client took.
class HonestClients
{
public:
    void talk(const SocketAddress &server, TimePoint until)
    {
        Client client(server);
        while (steadyNow() < until) {
            const TimePoint asked = steadyNow();
            const bool answered = client.line.request("ECHO hello").bytes == "ECHO hello";
            add(millisecondsBetween(asked, steadyNow()), answered);
            client.peer.pause(Milliseconds(100));
        }
    }

    int failed() const { return m_failed; }

    /// In milliseconds; at least one echo must have been asked for.
    qint64 percentile99()
    {
        std::sort(m_times.begin(), m_times.end());
        return m_times[m_times.size() * 99 / 100];
    }

private:
    void add(qint64 time, bool answered)
    {
        const std::lock_guard lock(m_mutex);
        m_times.push_back(time);
        m_failed += answered ? 0 : 1;
    }

    std::mutex m_mutex;
    std::vector<qint64> m_times;
    int m_failed = 0;
};

QString wrongEnd(ProgramRunner &program, const QString &key, Milliseconds deadline)
{
    const std::optional<QJsonObject> ended = program.waitForEnded(key);
    if (!ended)
        return QStringLiteral("a slow one goes on");
    const QString reason = (*ended)[QLatin1String("reason")].toString();
    const qint64 late = (*ended)[QLatin1String("durationMs")].toInteger() - deadline.count();
    if (reason != QLatin1String("read-deadline"))
        return QStringLiteral("a slow one ended by %1").arg(reason);
    if (late < 0 || late > slack.count())
        return QStringLiteral("a slow one ended %1 ms after its deadline").arg(late);
    return {};
}

} // namespace

SoakResult SoakRows::slowloris(const SoakRun &run)
{
    const Size &size = run.full ? fullSize : shortSize;
    SoakResult result{.size = QStringLiteral("%1 slow, %2 honest").arg(size.slow).arg(size.honest)};
    Served server({QStringLiteral("--read-deadline"),
                   QStringLiteral("%1ms").arg(size.readDeadline.count()),
                   QStringLiteral("--max-connections"),
                   QStringLiteral("2000")});
    if (!server.isListening()) {
        result.failures << QString::fromLocal8Bit(server.program().errorOutput());
        return result;
    }
    std::vector<RawPeer> slow(static_cast<std::size_t>(size.slow));
    HonestClients honest;
    std::vector<std::thread> threads;
    const TimePoint until = steadyNow() + size.length;
    for (RawPeer &peer : slow)
        threads.emplace_back([&] { trickle(peer, server.address(), size.betweenBytes); });
    for (int count = 0; count < size.honest; ++count)
        threads.emplace_back([&] { honest.talk(server.address(), until); });
    for (std::thread &thread : threads)
        thread.join();

    for (const RawPeer &peer : slow) {
        if (const QString wrong = wrongEnd(server.program(), peer.key(), size.readDeadline);
            !wrong.isEmpty())
            result.failures << wrong;
    }
    const qint64 slowest = honest.percentile99();
    if (honest.failed() > 0)
        result.failures << QStringLiteral("%1 echoes failed").arg(honest.failed());
    if (slowest >= honestLimit.count())
        result.failures << QStringLiteral("one echo in a hundred took %1 ms").arg(slowest);
    result.figures = QStringLiteral("99 % of the honest echoes within %1 ms").arg(slowest);
    return result;
}

} // namespace Teardown
