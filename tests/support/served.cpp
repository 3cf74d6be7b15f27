// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/served.h"

#include "tests/support/rawpeer.h"

#include <QFile>
#include <QTcpServer>

namespace Teardown {

namespace {

QString portFileIn(const QTemporaryDir &folder)
{
    return folder.filePath(QStringLiteral("ports"));
}

/// A loopback port that nobody has just now.
SocketAddress freeAddress()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return {server.serverAddress(), server.serverPort()};
}

/// The address in \a file, once it is there; null at the time limit, or when \a program has ended.
SocketAddress waitForAddress(const QString &file, ProgramRunner &program)
{
    constexpr Milliseconds step{5};
    const TimePoint until = steadyNow() + ProgramRunner::defaultLimit;
    while (steadyNow() < until) {
        QFile ports(file);
        if (ports.open(QIODevice::ReadOnly)) {
            const auto address = parseSocketAddress(QString::fromLatin1(ports.readAll().trimmed()));
            return address ? *address : SocketAddress{};
        }
        if (program.waitForExit(step))
            break;
    }
    return {};
}

} // namespace

Served::Served(const QStringList &options, const QString &listen)
    : m_program(commandLineProgram(),
                QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), listen} + options)
    , m_listeners(m_program.waitForListeners())
{
}

ServedToFile::ServedToFile(const QString &jsonl, const QString &listen, const QStringList &options)
    : m_program(commandLineProgram(),
                QStringList{QStringLiteral("serve"),
                            QStringLiteral("--listen"),
                            listen,
                            QStringLiteral("--jsonl"),
                            jsonl,
                            QStringLiteral("--port-file"),
                            portFileIn(m_folder)}
                    + options)
    , m_address(waitForAddress(portFileIn(m_folder), m_program))
{
}

ServedByDesktop::ServedByDesktop(const QStringList &options)
    : m_address(freeAddress())
    , m_program(QStringLiteral("/usr/bin/env"),
                QStringList{QStringLiteral("QT_QPA_PLATFORM=offscreen"),
                            QStringLiteral("XDG_CONFIG_HOME=%1").arg(m_home.path()),
                            desktopProgram(),
                            QStringLiteral("--listen"),
                            m_address.toString()}
                    + options)
{
}

bool ServedByDesktop::waitUntilItListens()
{
    constexpr Milliseconds step{20};
    const TimePoint until = steadyNow() + ProgramRunner::defaultLimit;
    while (!RawPeer().connectTo(m_address)) {
        if (steadyNow() >= until || m_program.waitForExit(step))
            return false;
    }
    return true;
}

QString commandLineProgram()
{
    return QStringLiteral(TEARDOWN_CLI_PATH);
}

QString desktopProgram()
{
    return QStringLiteral(TEARDOWN_PATH);
}

} // namespace Teardown
