// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/soak/rows.h"
#include "tests/support/crowd.h"
#include "tests/support/served.h"

#include <QJsonDocument>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <functional>
#include <mutex>
#include <vector>

namespace Teardown {

namespace {

using End = Observation::End;

constexpr Milliseconds drainDeadline{2'500};
constexpr int latecomers = 8;

/// How a drain is asked for, and how the program has to end.
struct Trigger
{
    std::vector<int> signalNumbers;
    bool withStuck;
    int exitCode;

    bool isForcedAtOnce() const { return signalNumbers.size() > 1; }
};

const std::array triggers{Trigger{{SIGTERM}, false, 0},
                          Trigger{{SIGINT}, true, 4},
                          Trigger{{SIGTERM}, true, 4},
                          Trigger{{SIGTERM, SIGINT}, true, 128 + SIGINT}};

/// Clients that go on connecting until they are refused. Each that got in must be served to the
/// end; none may be reset.
class Latecomers
{
public:
    explicit Latecomers(const SocketAddress &server)
    {
        for (int count = 0; count < latecomers; ++count)
            m_threads.emplace_back([this, server] { comeAgainAndAgain(server); });
    }
    ~Latecomers() { join(); }
    Q_DISABLE_COPY_MOVE(Latecomers)

    /// What went wrong with any of them.
    QStringList join()
    {
        for (std::thread &thread : m_threads)
            thread.join();
        m_threads.clear();
        return m_problems;
    }

    int served() const { return m_served; }

private:
    void comeAgainAndAgain(const SocketAddress &server)
    {
        for (;;) {
            RawPeer peer;
            const Observation connected = peer.connectTo(server);
            if (connected.error == ECONNREFUSED)
                return;
            const Observation seen = connected ? peer.readToEnd() : connected;
            if (seen.end != End::EndOfStream || !seen.bytes.startsWith("HELLO ")
                || !seen.bytes.endsWith("BYE drained\n")) {
                const std::lock_guard lock(m_mutex);
                m_problems << QStringLiteral("a latecomer saw %1").arg(seen.toString());
                return;
            }
            ++m_served;
        }
    }

    std::vector<std::thread> m_threads;
    std::mutex m_mutex;
    QStringList m_problems;
    std::atomic<int> m_served = 0;
};

QStringList checkRecords(ProgramRunner &program, const Crowd &crowd, const char *reason)
{
    QStringList wrong;
    for (const QString &key : crowd.keys()) {
        const std::vector<QJsonObject> ended = program.endedOf(key);
        if (ended.size() != 1)
            wrong << QStringLiteral("%1 ended records of one").arg(ended.size());
        else if (const QString seen = ended.front()[QLatin1String("reason")].toString();
                 seen != QLatin1String(reason))
            wrong << QStringLiteral("not %1: %2")
                         .arg(QLatin1String(reason),
                              QString::fromUtf8(
                                  QJsonDocument(ended.front()).toJson(QJsonDocument::Compact)));
    }
    return wrong;
}

/// The clients who wait in the accept queue of a stopped program.
std::vector<std::unique_ptr<RawPeer>> queueUp(const SocketAddress &server, int count)
{
    std::vector<std::unique_ptr<RawPeer>> waiting;
    for (; count > 0; --count) {
        auto peer = std::make_unique<RawPeer>();
        peer->connectTo(server);
        waiting.push_back(std::move(peer));
    }
    return waiting;
}

/// Asks \a program as \a trigger says, once \a witness has been told of the drain again.
void ask(ProgramRunner &program, const Trigger &trigger, RawPeer &witness)
{
    for (const int signal : trigger.signalNumbers) {
        program.sendSignal(signal);
        // Of two that are pending the kernel delivers the lower number first (signal(7)).
        witness.readLine();
    }
}

/// Drains \a program, which listens at \a server. Its records are checked if it \a tellsRecords.
QStringList drain(ProgramRunner &program,
                  const SocketAddress &server,
                  bool tellsRecords,
                  const Trigger &trigger,
                  int clients)
{
    Crowd orderly(server);
    orderly.add(clients * 3 / 10, Lives::staysIdle);
    orderly.add(clients * 2 / 10, Lives::works);
    orderly.add(clients / 20, Lives::downloads);
    orderly.add(clients / 10, Lives::uploads);
    Crowd stuck(server);
    if (trigger.withStuck) {
        stuck.add(clients / 20, Lives::neverReads);
        stuck.add(clients / 20, Lives::neverCloses);
    }
    RawPeer witness;
    witness.connectTo(server);
    witness.readLine();

    program.sendSignal(SIGSTOP);
    const std::vector<std::unique_ptr<RawPeer>> waiting = queueUp(server, clients * 2 / 10);
    const TimePoint asked = steadyNow();
    QStringList problems;
    std::optional<Latecomers> late;
    program.sendSignal(SIGCONT);
    if (!trigger.isForcedAtOnce())
        late.emplace(server);
    ask(program, trigger, witness);
    witness.readToEnd();
    witness.close();

    if (late)
        problems << late->join();
    for (const auto &peer : waiting) {
        const Observation seen = peer->readToEnd();
        if (!trigger.isForcedAtOnce() && !seen.bytes.endsWith("BYE drained\n"))
            problems << QStringLiteral("one in the accept queue saw %1").arg(seen.toString());
        peer->close();
    }
    const QStringList losses = orderly.join() + stuck.join();
    // The window stays a while after that, to show who was forced.
    const qint64 taken = millisecondsBetween(asked, steadyNow());
    const int code = program.waitForExit().value_or(-1);
    if (!trigger.isForcedAtOnce())
        problems << losses;
    if (!trigger.isForcedAtOnce() && tellsRecords)
        problems << checkRecords(program, orderly, "drained");
    if (tellsRecords)
        problems << checkRecords(program, stuck, "drain-forced");
    if (code != trigger.exitCode)
        problems << QStringLiteral("exit code %1, not %2").arg(code).arg(trigger.exitCode);
    if (taken > drainDeadline.count() + 1'000)
        problems << QStringLiteral("it took %1 ms").arg(taken);
    return problems;
}

QStringList deadlineOption()
{
    return {QStringLiteral("--drain-deadline"), QStringLiteral("%1ms").arg(drainDeadline.count())};
}

QStringList drainCommandLine(const Trigger &trigger, int clients)
{
    Served server(deadlineOption());
    if (!server.isListening())
        return {QString::fromLocal8Bit(server.program().errorOutput())};
    return drain(server.program(), server.address(), true, trigger, clients);
}

QStringList drainDesktop(const Trigger &trigger, int clients)
{
    ServedByDesktop server(deadlineOption());
    if (!server.waitUntilItListens())
        return {QString::fromLocal8Bit(server.program().errorOutput())};
    return drain(server.program(), server.address(), false, trigger, clients);
}

/// What a person asks for in the window, with 200 clients each time: to quit, to close it, to force
/// at once, and to wait for the deadline.
QStringList drainWindow()
{
    ProgramRunner test(QStringLiteral("/usr/bin/env"),
                       {QStringLiteral("QT_QPA_PLATFORM=offscreen"),
                        QStringLiteral(WINDOW_DRAIN_PATH),
                        QStringLiteral("honestClients_loseNothing"),
                        QStringLiteral("secondRequest_forcesTheStuck"),
                        QStringLiteral("deadline_forcesTheStuck")});
    if (test.waitForExit(Milliseconds(120'000)) == 0)
        return {};
    return {QString::fromLocal8Bit(test.otherOutput())};
}

/// One way after the other; the returned function drains so many clients and says what went wrong.
std::vector<std::function<QStringList(int clients)>> waysToDrain(bool full)
{
    std::vector<std::function<QStringList(int clients)>> ways;
    for (const Trigger &trigger : triggers) {
        ways.emplace_back([&trigger](int clients) { return drainCommandLine(trigger, clients); });
        if (!desktopProgram().isEmpty())
            ways.emplace_back([&trigger](int clients) { return drainDesktop(trigger, clients); });
    }
    // In short it is a test already. There is none without a window.
    if (full && !desktopProgram().isEmpty())
        ways.emplace_back([](int) { return drainWindow(); });
    return ways;
}

} // namespace

SoakResult SoakRows::drain(const SoakRun &run)
{
    const int rounds = run.size(2, 100);
    const int clients = run.full ? 200 : 60;
    SoakResult result{.size = QStringLiteral("%1 x %2 clients").arg(rounds).arg(clients)};
    const auto ways = waysToDrain(run.full);
    for (int round = 0; round < rounds; ++round) {
        const std::size_t turn = (run.seed + static_cast<unsigned>(round)) % ways.size();
        for (const QString &problem : ways[turn](clients))
            result.failures << QStringLiteral("round %1: %2").arg(round).arg(problem);
    }
    return result;
}

} // namespace Teardown
