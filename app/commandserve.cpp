// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "app/commandserve.h"

#include "app/commandrun.h"

#include <QFile>
#include <QSaveFile>

#include <cstdio>

namespace Teardown {

namespace {

/// Writes one ADDR:PORT a line, all at once: a reader never sees half of it. "-" is stdout.
Result<bool> writePortFile(const QString &name, const QStringList &addresses)
{
    const QByteArray text = (addresses.join(u'\n') + u'\n').toLatin1();
    if (name == u"-") {
        QFile out;
        if (!out.open(stdout, QIODevice::WriteOnly) || out.write(text) != text.size()
            || !out.flush()) {
            return Failure{
                QStringLiteral("--port-file: cannot write to stdout: %1").arg(out.errorString())};
        }
        return true;
    }
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return Failure{
            QStringLiteral("--port-file: cannot write \"%1\": %2").arg(name, file.errorString())};
    }
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
