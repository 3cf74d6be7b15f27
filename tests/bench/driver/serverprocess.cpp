// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/bench/driver/serverprocess.h"

#include "tests/bench/driver/plan.h"
#include "tests/bench/driver/processors.h"
#include "tests/support/processfigures.h"

#include <QElapsedTimer>
#include <QFile>

#include <csignal>
#include <ctime>
#include <thread>
#include <vector>

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Teardown {

namespace {

constexpr quint16 port = 7'455;
constexpr qint64 startLimit = 15'000; // milliseconds

/// 127.100.x.y: no two servers of this machine meet, not even those of two benchmarks.
QHostAddress nextAddress()
{
    static quint32 count = 0;
    const auto process = static_cast<quint32>(::getpid());
    return QHostAddress(0x7f640000U + (process * 256 + ++count) % 0xffffU);
}

bool isListening(const SocketAddress &address)
{
    sockaddr_storage target{};
    const socklen_t size = toKernelAddress(address, target);
    const Descriptor probe(::socket(target.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    return ::connect(probe.value(), reinterpret_cast<const sockaddr *>(&target), size) == 0;
}

bool hasEnded(pid_t process)
{
    siginfo_t info{};
    ::waitid(P_PID, static_cast<id_t>(process), &info, WEXITED | WNOHANG | WNOWAIT);
    return info.si_pid != 0;
}

} // namespace

ServerProcess::ServerProcess(QStringList command)
    : m_command(std::move(command))
    , m_address{nextAddress(), port}
    , m_output(::memfd_create("output", MFD_CLOEXEC))
{
    for (QString &word : m_command) {
        word.replace(QStringLiteral("%1"), m_address.address.toString());
        word.replace(QStringLiteral("%2"), QString::number(port));
    }
    start();
    waitUntilListening();
    if (::clock_getcpuclockid(m_process, &m_clock) != 0)
        fail(QStringLiteral("has no clock"));
}

ServerProcess::~ServerProcess()
{
    if (m_process < 0)
        return;
    ::kill(m_process, SIGKILL);
    ::waitpid(m_process, nullptr, 0);
}

void ServerProcess::start()
{
    std::vector<QByteArray> words;
    for (const QString &word : m_command)
        words.push_back(word.toLocal8Bit());
    std::vector<char *> arguments;
    for (QByteArray &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);

    m_process = ::fork();
    if (m_process < 0)
        fail(QStringLiteral("cannot be started"));
    if (m_process > 0)
        return;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    pinTo(processors().server);
    ::dup2(m_output.value(), STDOUT_FILENO);
    ::dup2(m_output.value(), STDERR_FILENO);
    ::execv(arguments.front(), arguments.data());
    ::_exit(127);
}

void ServerProcess::waitUntilListening() const
{
    QElapsedTimer waited;
    waited.start();
    while (!isListening(m_address)) {
        if (waited.elapsed() > startLimit)
            fail(QStringLiteral("does not listen on %1").arg(m_address.toString()));
        if (hasEnded(m_process))
            fail(QStringLiteral("ended before it listened"));
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

std::chrono::nanoseconds ServerProcess::cpu() const
{
    timespec used{};
    if (::clock_gettime(m_clock, &used) != 0)
        fail(QStringLiteral("has gone"));
    return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

qint64 ServerProcess::residentBytes() const
{
    return ProcessFigures::residentBytes(m_process);
}

void ServerProcess::sendTermination() const
{
    ::kill(m_process, SIGTERM);
}

std::chrono::nanoseconds ServerProcess::waitForExit()
{
    int status = 0;
    rusage used{};
    ::wait4(m_process, &status, 0, &used);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fail(QStringLiteral("did not end well"));
    m_process = -1;
    const auto duration = [](const timeval &time) {
        return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
    };
    return duration(used.ru_utime) + duration(used.ru_stime);
}

QByteArray ServerProcess::output() const
{
    QFile file;
    if (!file.open(m_output.value(), QIODevice::ReadOnly) || !file.seek(0))
        die(QStringLiteral("cannot read what a server wrote: %1").arg(file.errorString()));
    return file.readAll();
}

void ServerProcess::fail(const QString &what) const
{
    die(m_command.join(u' ') % u' ' % what % u'\n' % QString::fromLocal8Bit(output()));
}

} // namespace Teardown
