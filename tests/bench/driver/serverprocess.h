// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/descriptor.h"
#include "core/base/socketaddress.h"

#include <QStringList>

#include <chrono>

#include <sys/types.h>

namespace Teardown {

/// A server on the processor of the servers, with a loopback address of its own.
///
/// Ends the whole program when the server does not do what it should.
class ServerProcess
{
    Q_DISABLE_COPY_MOVE(ServerProcess)

public:
    /// Starts \a command, in which %1 stands for the address and %2 for the port, and waits until
    /// it listens.
    explicit ServerProcess(QStringList command);

    /// Kills it if it still runs.
    ~ServerProcess();

    const SocketAddress &address() const { return m_address; }

    /// User and system time of all its threads so far; while it runs.
    std::chrono::nanoseconds cpu() const;

    /// Resident memory; while it runs.
    qint64 residentBytes() const;

    void sendTermination() const;

    /// Waits for its end, which must be exit code 0; all its user and system time.
    std::chrono::nanoseconds waitForExit();

    /// What it wrote to stdout and stderr so far.
    QByteArray output() const;

private:
    void start();
    void waitUntilListening() const;
    [[noreturn]] void fail(const QString &what) const;

    QStringList m_command;
    SocketAddress m_address;
    Descriptor m_output; ///< a file in memory
    pid_t m_process = -1;
    clockid_t m_clock{};
};

} // namespace Teardown
