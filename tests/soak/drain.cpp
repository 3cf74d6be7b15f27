// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/listener.h"
#include "tests/soak/rows.h"
#include "tests/support/crowd.h"
#include "tests/support/served.h"

#include <QJsonDocument>

#include <array>
#include <cerrno>
#include <csignal>
#include <functional>
#include <map>
#include <mutex>
#include <vector>

namespace Teardown {

namespace {

using End = Observation::End;

constexpr Milliseconds drainDeadline{2'500};
constexpr int latecomers = 8;

/// More than are accepted in one pass: some still wait when the program begins to drain.
constexpr int queuedClients = Listener::acceptsPerPass + 16;

/// How a drain is asked for, and how the program has to end.
struct Trigger
{
    std::vector<int> signalNumbers;
    bool withStuck;
    int exitCode;
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
        }
    }

    std::vector<std::thread> m_threads;
    std::mutex m_mutex;
    QStringList m_problems;
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

/// Who is to drain.
struct Server
{
    ProgramRunner &program;
    const SocketAddress &address;
    bool tellsRecords;
    Milliseconds mostUntilExit; ///< after the last connection has ended
};

/// Sends the first signal of \a trigger to the stopped \a server and lets it go on, and sends the
/// second once \a witness has heard of the drain: of two that are pending the kernel would deliver
/// the lower number first (signal(7)).
void ask(const Server &server, const Trigger &trigger, RawPeer &witness)
{
    server.program.sendSignal(trigger.signalNumbers.front());
    server.program.sendSignal(SIGCONT);
    if (trigger.signalNumbers.size() > 1) {
        witness.readLine();
        server.program.sendSignal(trigger.signalNumbers.back());
    }
}

/// How the clients in the accept queue of \a server went on, who must be served to the end unless
/// the drain is \a forcedAtOnce.
QStringList checkWaiting(const std::vector<std::unique_ptr<RawPeer>> &waiting, bool forcedAtOnce)
{
    QStringList problems;
    for (const auto &peer : waiting) {
        const Observation seen = peer->readToEnd();
        const bool isRight
            = forcedAtOnce ? seen.end != End::TimeLimit : seen.bytes.endsWith("BYE drained\n");
        if (!isRight)
            problems << QStringLiteral("one in the accept queue saw %1").arg(seen.toString());
        peer->close();
    }
    return problems;
}

QStringList drain(const Server &server, const Trigger &trigger, int clients)
{
    Crowd orderly(server.address);
    orderly.add(clients / 10, Lives::staysIdle);
    orderly.add(clients * 2 / 10, Lives::works);
    orderly.add(clients / 20, Lives::downloads);
    orderly.add(clients / 10, Lives::uploads);
    Crowd deaf(server.address);
    Crowd stubborn(server.address);
    if (trigger.withStuck) {
        deaf.add(clients / 20, Lives::neverReads);
        stubborn.add(clients / 20, Lives::neverCloses);
    }
    RawPeer witness;
    witness.connectTo(server.address);
    witness.readLine();

    server.program.sendSignal(SIGSTOP);
    const auto waiting = queueUp(server.address, queuedClients);
    const TimePoint asked = steadyNow();
    const bool forcedAtOnce = trigger.signalNumbers.size() > 1;
    std::optional<Latecomers> late;
    if (!forcedAtOnce)
        late.emplace(server.address);
    ask(server, trigger, witness);
    witness.readToEnd();
    witness.close();

    QStringList problems;
    if (late)
        problems << late->join();
    problems << checkWaiting(waiting, forcedAtOnce) << deaf.join();
    const QStringList losses = orderly.join() + stubborn.join();
    if (!forcedAtOnce)
        problems << losses;
    if (const qint64 taken = millisecondsBetween(asked, steadyNow());
        taken > drainDeadline.count() + 1'000)
        problems << QStringLiteral("it took %1 ms").arg(taken);
    const int code = server.program.waitForExit(server.mostUntilExit).value_or(-1);
    if (code != trigger.exitCode)
        problems << QStringLiteral("exit code %1, not %2").arg(code).arg(trigger.exitCode);
    if (!server.tellsRecords)
        return problems;
    if (!forcedAtOnce)
        problems << checkRecords(server.program, orderly, "drained");
    return problems << checkRecords(server.program, deaf, "drain-forced")
                    << checkRecords(server.program, stubborn, "drain-forced");
}

QStringList deadlineOption()
{
    return {QStringLiteral("--drain-deadline"), QStringLiteral("%1ms").arg(drainDeadline.count())};
}

QStringList drainCommandLine(const Trigger &trigger, int clients)
{
    Served served(deadlineOption());
    if (!served.isListening())
        return {QString::fromLocal8Bit(served.program().errorOutput())};
    return drain({served.program(), served.address(), true, Milliseconds(1'000)}, trigger, clients);
}

/// The desktop program tells nobody who was forced, but its exit code says whether somebody was. It
/// stays a while for people to read it.
QStringList drainDesktop(const Trigger &trigger, int clients)
{
    ServedByDesktop served(deadlineOption());
    if (!served.waitUntilItListens())
        return {QString::fromLocal8Bit(served.program().errorOutput())};
    return drain({served.program(), served.address(), false, Milliseconds(6'000)},
                 trigger,
                 clients);
}

/// What a person asks for in the window: to quit, to close it, to force at once, and to wait for
/// the deadline. How many clients there are is up to that test: 200 in most of it.
QStringList drainWindow()
{
    ProgramRunner test(QStringLiteral("/usr/bin/env"),
                       {QStringLiteral("QT_QPA_PLATFORM=offscreen"),
                        QStringLiteral(WINDOW_DRAIN_PATH),
                        QStringLiteral("honestClients_loseNothing"),
                        QStringLiteral("secondRequest_forcesTheStuck"),
                        QStringLiteral("deadline_forcesTheStuck")});
    const int code = test.waitForExit(Milliseconds(120'000)).value_or(-1);
    if (code == 0)
        return {};
    return {QStringLiteral("tst_windowdrain: exit code %1\n%2%3")
                .arg(QString::number(code),
                     QString::fromLocal8Bit(test.otherOutput()),
                     QString::fromLocal8Bit(test.errorOutput()))};
}

/// A way to drain some clients; says what went wrong.
struct Way
{
    enum class By { CommandLine, Desktop, Window };

    By by = By::CommandLine;
    std::function<QStringList(int clients)> drain;
};

std::vector<Way> waysToDrain(bool full)
{
    std::vector<Way> ways;
    for (const Trigger &trigger : triggers) {
        ways.push_back({Way::By::CommandLine, [&trigger](int clients) {
                            return drainCommandLine(trigger, clients);
                        }});
        if (!desktopProgram().isEmpty())
            ways.push_back({Way::By::Desktop, [&trigger](int clients) {
                                return drainDesktop(trigger, clients);
                            }});
    }
    // In short it is a test already. There is none without a window.
    if (full && !desktopProgram().isEmpty())
        ways.push_back({Way::By::Window, [](int) {
                            return drainWindow();
                        }});
    return ways;
}

} // namespace

SoakResult SoakRows::drain(const SoakRun &run)
{
    const std::vector<Way> ways = waysToDrain(run.full);
    const int rounds = run.size(2, 100);
    const int clients = run.full ? 200 : 60;
    SoakResult result{.size = QStringLiteral("%1 x %2 clients").arg(rounds).arg(clients)};
    std::map<Way::By, int> done;
    for (int round = 0; round < rounds; ++round) {
        const Way &way = ways[(run.seed + static_cast<unsigned>(round)) % ways.size()];
        ++done[way.by];
        for (const QString &problem : way.drain(clients))
            result.failures << QStringLiteral("round %1: %2").arg(round).arg(problem);
    }
    result.figures = QStringLiteral("command line %1, desktop program %2, in its window %3")
                         .arg(done[Way::By::CommandLine])
                         .arg(done[Way::By::Desktop])
                         .arg(done[Way::By::Window]);
    return result;
}

} // namespace Teardown
