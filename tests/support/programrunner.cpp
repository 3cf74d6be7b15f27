// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/programrunner.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Teardown {

namespace {

struct Pipe
{
    Descriptor readEnd;
    Descriptor writeEnd;

    Pipe()
    {
        std::array<int, 2> ends{-1, -1};
        if (::pipe2(ends.data(), O_CLOEXEC) == 0) {
            readEnd = Descriptor(ends[0]);
            writeEnd = Descriptor(ends[1]);
        }
    }
};

/// Strings as exec(2) wants them; they must outlive the pointers.
std::vector<char *> pointersTo(std::vector<QByteArray> &strings)
{
    std::vector<char *> pointers;
    pointers.reserve(strings.size() + 1);
    for (QByteArray &string : strings)
        pointers.push_back(string.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<QByteArray> cleanEnvironment()
{
    std::vector<QByteArray> variables;
    for (char **entry = environ; *entry; ++entry) {
        const QByteArray variable(*entry);
        if (!variable.startsWith("TEARDOWN_"))
            variables.push_back(variable);
    }
    return variables;
}

int shellExitCode(int status)
{
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/// False at the end of the stream.
bool readSome(int descriptor, QByteArray &into)
{
    std::array<char, 64 * 1024> chunk;
    const ssize_t count = ::read(descriptor, chunk.data(), chunk.size());
    if (count > 0)
        into.append(chunk.data(), count);
    return count > 0 || (count < 0 && errno == EINTR);
}

} // namespace

QString connectionKey(const QString &address)
{
    return address.startsWith(QLatin1Char('[')) ? address : address.section(QLatin1Char(':'), 0, 0);
}

ProgramRunner::ProgramRunner(const QString &program, const QStringList &arguments)
{
    start(program, arguments);
    m_reader = std::thread(&ProgramRunner::readAll, this);
}

ProgramRunner::~ProgramRunner()
{
    sendSignal(SIGKILL);
    m_reader.join();
}

void ProgramRunner::start(const QString &program, const QStringList &arguments)
{
    Pipe output;
    Pipe errors;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output.writeEnd.value(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors.writeEnd.value(), STDERR_FILENO);

    std::vector<QByteArray> words{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<QByteArray> environment = cleanEnvironment();
    if (::posix_spawn(&m_process,
                      words.front().constData(),
                      &actions,
                      nullptr,
                      pointersTo(words).data(),
                      pointersTo(environment).data())
        != 0)
        m_process = -1;
    posix_spawn_file_actions_destroy(&actions);
    m_output = std::move(output.readEnd);
    m_errors = std::move(errors.readEnd);
}

/// Runs in the reader thread until both streams have ended, then collects the exit code.
void ProgramRunner::readAll()
{
    std::array polled{pollfd{.fd = m_output.value(), .events = POLLIN, .revents = 0},
                      pollfd{.fd = m_errors.value(), .events = POLLIN, .revents = 0}};
    while (polled[0].fd >= 0 || polled[1].fd >= 0) {
        if (::poll(polled.data(), polled.size(), -1) < 0)
            continue;
        QByteArray bytes;
        if (polled[0].revents != 0 && !readSome(polled[0].fd, bytes))
            polled[0].fd = -1;
        const std::lock_guard lock(m_mutex);
        takeOutput(bytes);
        if (polled[1].revents != 0 && !readSome(polled[1].fd, m_errorOutput))
            polled[1].fd = -1;
        m_changed.notify_all();
    }
    // Collected under the lock, so that sendSignal() never meets a process id used again.
    siginfo_t info{};
    if (m_process > 0)
        ::waitid(P_PID, static_cast<id_t>(m_process), &info, WEXITED | WNOWAIT);
    const std::lock_guard lock(m_mutex);
    int status = 0;
    const bool collected = m_process > 0 && ::waitpid(m_process, &status, 0) == m_process;
    m_exitCode = collected ? shellExitCode(status) : -1;
    m_changed.notify_all();
}

void ProgramRunner::takeOutput(const QByteArray &bytes)
{
    m_partialLine += bytes;
    qsizetype begin = 0;
    for (qsizetype end; (end = m_partialLine.indexOf('\n', begin)) >= 0; begin = end + 1)
        takeLine(m_partialLine.mid(begin, end - begin));
    m_partialLine.remove(0, begin);
}

void ProgramRunner::takeLine(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject()) {
        m_otherOutput += line + '\n';
        return;
    }
    const QJsonObject record = document.object();
    if (record[QLatin1String("event")] == QLatin1String("ended"))
        m_endedByPeer[connectionKey(record[QLatin1String("peer")].toString())].push_back(
            m_records.size());
    m_records.push_back(record);
}

std::vector<SocketAddress> ProgramRunner::waitForListeners(int count, Milliseconds limit)
{
    std::vector<SocketAddress> listeners;
    waitFor(
        [&](const QJsonObject &record) {
            if (record[QLatin1String("event")] != QLatin1String("listening"))
                return false;
            listeners.push_back({QHostAddress(record[QLatin1String("address")].toString()),
                                 static_cast<quint16>(record[QLatin1String("port")].toInt())});
            return listeners.size() == static_cast<std::size_t>(count);
        },
        limit);
    return listeners;
}

std::optional<QJsonObject> ProgramRunner::waitFor(const Match &match, Milliseconds limit)
{
    const TimePoint until = steadyNow() + limit;
    std::unique_lock lock(m_mutex);
    for (std::size_t next = 0;;) {
        for (; next < m_records.size(); ++next) {
            if (match(m_records[next]))
                return m_records[next];
        }
        if (m_exitCode || steadyNow() >= until)
            return {};
        m_changed.wait_until(lock, until);
    }
}

std::optional<QJsonObject> ProgramRunner::waitForEvent(const QString &event, Milliseconds limit)
{
    return waitFor([&](const QJsonObject
                           &record) { return record[QLatin1String("event")] == event; },
                   limit);
}

std::optional<QJsonObject> ProgramRunner::waitForEnded(const QString &peer, Milliseconds limit)
{
    const TimePoint until = steadyNow() + limit;
    std::unique_lock lock(m_mutex);
    const auto found = [&] {
        return m_endedByPeer.contains(peer) || m_exitCode.has_value();
    };
    m_changed.wait_until(lock, until, found);
    const auto ended = m_endedByPeer.find(peer);
    if (ended == m_endedByPeer.end())
        return {};
    return m_records[ended->second.front()];
}

std::vector<QJsonObject> ProgramRunner::endedOf(const QString &peer) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<QJsonObject> ended;
    if (const auto found = m_endedByPeer.find(peer); found != m_endedByPeer.end()) {
        for (const std::size_t index : found->second)
            ended.push_back(m_records[index]);
    }
    return ended;
}

std::vector<QJsonObject> ProgramRunner::records() const
{
    const std::lock_guard lock(m_mutex);
    return m_records;
}

QByteArray ProgramRunner::otherOutput() const
{
    const std::lock_guard lock(m_mutex);
    return m_otherOutput;
}

QByteArray ProgramRunner::errorOutput() const
{
    const std::lock_guard lock(m_mutex);
    return m_errorOutput;
}

void ProgramRunner::sendSignal(int number) const
{
    const std::lock_guard lock(m_mutex);
    if (m_process > 0 && !m_exitCode)
        ::kill(m_process, number);
}

std::optional<int> ProgramRunner::waitForExit(Milliseconds limit)
{
    const TimePoint until = steadyNow() + limit;
    std::unique_lock lock(m_mutex);
    m_changed.wait_until(lock, until, [this] { return m_exitCode.has_value(); });
    return m_exitCode;
}

} // namespace Teardown
