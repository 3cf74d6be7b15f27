// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/programrunner.h"

#include <QStringList>
#include <QTemporaryDir>

namespace Teardown {

/// A running `teardown-cli serve` on a loopback port of its own.
class Served
{
public:
    /// \a options follow --listen; \a listen may name another address.
    explicit Served(const QStringList &options = {},
                    const QString &listen = QStringLiteral("127.0.0.1:0"));

    /// False when it did not come to listening; program().errorOutput() says why.
    bool isListening() const { return !m_listeners.empty(); }

    /// Must be listening.
    const SocketAddress &address() const { return m_listeners.front(); }

    ProgramRunner &program() { return m_program; }

private:
    ProgramRunner m_program;
    std::vector<SocketAddress> m_listeners;
};

/// The same with its events in a file. All it says is on stderr.
class ServedToFile
{
public:
    /// Listens on \a listen; \a options follow.
    ServedToFile(const QString &jsonl, const QString &listen, const QStringList &options = {});

    /// Null when it did not come to listening; program().errorOutput() says why.
    const SocketAddress &address() const { return m_address; }

    ProgramRunner &program() { return m_program; }

private:
    QTemporaryDir m_folder; ///< of the port file
    ProgramRunner m_program;
    SocketAddress m_address;
};

/// The desktop program with its window, but without a screen, listening on a loopback port. It
/// tells its events to nobody.
class ServedByDesktop
{
public:
    explicit ServedByDesktop(const QStringList &options = {});

    /// Waits until somebody can connect. False when nobody could in time; program().errorOutput()
    /// says why.
    bool waitUntilItListens();

    const SocketAddress &address() const { return m_address; }

    ProgramRunner &program() { return m_program; }

private:
    QTemporaryDir m_home; ///< has no settings
    SocketAddress m_address;
    ProgramRunner m_program;
};

/// Where teardown-cli was built; whoever starts it depends on its target.
QString commandLineProgram();

/// The same of the desktop program; empty when it was not built.
QString desktopProgram();

} // namespace Teardown
