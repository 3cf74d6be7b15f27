// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "app/commandserve.h"

#include "app/commandrun.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>
#include <memory>

namespace Teardown {

namespace {

Failure portFileFailure(const QString &name, const QFileDevice &file)
{
    const QString to
        = name == u"-" ? QStringLiteral("to stdout") : QStringLiteral("\"%1\"").arg(name);
    return {QStringLiteral("--port-file: cannot write %1: %2").arg(to, file.errorString())};
}

/// A regular file is replaced at once when all is written: a reader sees all of it or nothing. A
/// FIFO or a device stays what it is, and so does stdout ("-"). Opening a FIFO waits for its reader
/// (fifo(7)).
Result<std::unique_ptr<QFileDevice>> openPortFile(const QString &name)
{
    const QFileInfo info(name);
    std::unique_ptr<QFileDevice> file;
    bool isOpen = false;
    if (name == u"-") {
        auto out = std::make_unique<QFile>();
        isOpen = out->open(stdout, QIODevice::WriteOnly);
        file = std::move(out);
    } else {
        if (info.exists() && !info.isFile())
            file = std::make_unique<QFile>(name);
        else
            file = std::make_unique<QSaveFile>(name);
        isOpen = file->open(QIODevice::WriteOnly);
    }
    if (!isOpen)
        return portFileFailure(name, *file);
    return file;
}

/// One ADDR:PORT a line.
Result<bool> writePortFile(const QString &name, QFileDevice &file, const QStringList &addresses)
{
    const QByteArray text = (addresses.join(u'\n') + u'\n').toLatin1();
    auto *replacing = qobject_cast<QSaveFile *>(&file);
    if (file.write(text) != text.size() || !(replacing ? replacing->commit() : file.flush()))
        return portFileFailure(name, file);
    return true;
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
    // Before signals are told to drain: it may have to wait.
    std::unique_ptr<QFileDevice> portFile;
    if (!line.portFile.isEmpty()) {
        Result<std::unique_ptr<QFileDevice>> opened = openPortFile(line.portFile);
        if (!opened) {
            say(line, opened.error());
            return ExitCannot;
        }
        portFile = std::move(*opened);
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
    if (portFile) {
        const Result<bool> written = writePortFile(line.portFile, *portFile, *addresses);
        if (!written) {
            say(line, written.error());
            return ExitCannot;
        }
    }
    return run.exec();
}

} // namespace Teardown
