// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/base/descriptor.h"
#include "core/base/socketaddress.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>
#include <vector>

#include <sys/types.h>

namespace Teardown {

/// Runs a program that writes JSON Lines to stdout and keeps what it wrote.
///
/// All functions but the constructor and the destructor may be called from any thread.
class ProgramRunner
{
public:
    using Match = std::function<bool(const QJsonObject &)>;

    /// Starts \a program at once. Its environment is ours without any TEARDOWN_ variable.
    ProgramRunner(const QString &program, const QStringList &arguments);

    /// Kills the program if it still runs.
    ~ProgramRunner();

    Q_DISABLE_COPY_MOVE(ProgramRunner)

    bool hasStarted() const { return m_process > 0; }

    pid_t processId() const { return m_process; }

    /// Where it listens, in the order of the listening events, once there are \a count of them;
    /// fewer at the time limit.
    std::vector<SocketAddress> waitForListeners(int count = 1, Milliseconds limit = defaultLimit);

    /// The first record so far, or to come, of which \a match is true.
    std::optional<QJsonObject> waitFor(const Match &match, Milliseconds limit = defaultLimit);

    /// The first record with that \a event.
    std::optional<QJsonObject> waitForEvent(const QString &event,
                                            Milliseconds limit = defaultLimit);

    /// The ended record of the connection known as \a peer.
    std::optional<QJsonObject> waitForEnded(const QString &peer, Milliseconds limit = defaultLimit);

    /// All ended records of the connection known as \a peer so far.
    std::vector<QJsonObject> endedOf(const QString &peer) const;

    /// All records so far.
    std::vector<QJsonObject> records() const;

    /// Lines of stdout that are not JSON objects.
    QByteArray otherOutput() const;

    /// What came on stderr so far.
    QByteArray errorOutput() const;

    void sendSignal(int number) const;

    /// The exit code as a shell tells it: 128 + n when signal n killed it. Nothing at the time
    /// limit.
    std::optional<int> waitForExit(Milliseconds limit = defaultLimit);

    /// What stops a test that would hang.
    static constexpr Milliseconds defaultLimit{15'000};

private:
    void start(const QString &program, const QStringList &arguments);
    void readAll();
    void takeOutput(const QByteArray &bytes);
    void takeLine(const QByteArray &line);

    pid_t m_process = -1;
    Descriptor m_output;
    Descriptor m_errors;
    std::thread m_reader;

    mutable std::mutex m_mutex; ///< guards all below
    std::condition_variable m_changed;
    QByteArray m_partialLine;
    QByteArray m_otherOutput;
    QByteArray m_errorOutput;
    std::vector<QJsonObject> m_records;
    std::unordered_map<QString, std::vector<std::size_t>> m_endedByPeer;
    std::optional<int> m_exitCode;
};

/// By what a test knows the connection of a peer at \a address: "127.1.2.3" of "127.1.2.3:4567",
/// the whole of "[::1]:4567".
QString connectionKey(const QString &address);

} // namespace Teardown
