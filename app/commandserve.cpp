// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "app/commandserve.h"

#include "app/commandrun.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

namespace Teardown {

namespace {

/// What stops \a text from being written to \a name; empty when nothing did.
QString writeOut(const QString &name, const QByteArray &text)
{
    const QFileInfo info(name);
    const bool isReplaced = name != u"-" && (!info.exists() || info.isFile());
    if (isReplaced) {
        QSaveFile file(name);
        const bool isWritten
            = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
        return isWritten ? QString() : file.errorString();
    }
    // A FIFO or a device stays what it is; a FIFO waits for its reader (fifo(7)).
    QFile file(name);
    const bool isOpen
        = name == u"-" ? file.open(stdout, QIODevice::WriteOnly) : file.open(QIODevice::WriteOnly);
    const bool isWritten = isOpen && file.write(text) == text.size() && file.flush();
    return isWritten ? QString() : file.errorString();
}

/// Writes one ADDR:PORT a line. A reader of a file sees all of it or nothing. "-" is stdout.
Result<bool> writePortFile(const QString &name, const QStringList &addresses)
{
    const QString error = writeOut(name, (addresses.join(u'\n') + u'\n').toLatin1());
    if (error.isEmpty())
        return true;
    const QString to
        = name == u"-" ? QStringLiteral("to stdout") : QStringLiteral("\"%1\"").arg(name);
    return Failure{QStringLiteral("--port-file: cannot write %1: %2").arg(to, error)};
}

/// Opens every listener; the addresses with the real ports.
Result<QStringList> listenOn(const CommandLine &line, Monitor &monitor)
{
    QStringList addresses;
    for (const SocketAddress &address : line.listen) {
        if (!address.address.isLoopback()) {
            say(line,
                QStringLiteral("warning: other machines can reach %1").arg(address.toString()));
        }
        const Result<EndpointSnapshot> endpoint
            = monitor.listen({.address = address,
                              .service = line.service,
                              .allowRemote = line.allowRemote,
                              .settings = line.settings.connection});
        if (!endpoint)
            return Failure{endpoint.error()};
        addresses.append(SocketAddress{address.address, endpoint->port}.toString());
    }
    return addresses;
}

} // namespace

int serve(const CommandLine &line)
{
    const Result<std::unique_ptr<JsonlWriter>> writer = JsonlWriter::open(line.jsonl);
    if (!writer) {
        say(line, writer.error());
        return ExitCannot;
    }
    Monitor monitor(line.settings);
    CommandRun run(line, monitor, writer->get());

    const Result<QStringList> addresses = listenOn(line, monitor);
    if (!addresses) {
        say(line, addresses.error());
        return ExitCannot;
    }
    for (const QString &address : *addresses)
        say(line, QStringLiteral("listening on %1").arg(address));
    if (!line.portFile.isEmpty()) {
        if (const Result<bool> written = writePortFile(line.portFile, *addresses); !written) {
            say(line, written.error());
            return ExitCannot;
        }
    }
    return run.exec();
}

} // namespace Teardown
