// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "app/commandconnect.h"

#include "app/commandrun.h"

namespace Teardown {

namespace {

/// How the clients have ended so far.
struct ClientTally
{
    int orderly = 0;
    int otherwise = 0;
    int neverOpened = 0;

    void count(const Batch &batch)
    {
        for (const Event &event : batch.events) {
            if (std::holds_alternative<RejectedEvent>(event.body)) {
                ++neverOpened;
                continue;
            }
            const auto *ended = std::get_if<EndedEvent>(&event.body);
            if (!ended)
                continue;
            if (!ended->report->wasOpened())
                ++neverOpened;
            else if (ended->report->isOrderly())
                ++orderly;
            else
                ++otherwise;
        }
    }

    int total() const { return orderly + otherwise + neverOpened; }

    int exitCode() const
    {
        if (neverOpened > 0)
            return ExitCannot;
        return otherwise > 0 ? ExitExpectationFailed : ExitDone;
    }

    QString text() const
    {
        return QStringLiteral("%1 ended in good order, %2 otherwise, %3 never opened")
            .arg(QString::number(orderly),
                 QString::number(otherwise),
                 QString::number(neverOpened));
    }
};

} // namespace

int connectClients(const CommandLine &line)
{
    const Result<std::unique_ptr<JsonlWriter>> writer = JsonlWriter::open(line.jsonl);
    if (!writer) {
        say(line, writer.error());
        return ExitCannot;
    }
    Monitor monitor(line.settings);
    CommandRun run(line, monitor, writer->get());

    ClientTally tally;
    QObject::connect(&monitor, &Monitor::batchTaken, &run, [&](const Batch &batch) {
        tally.count(batch);
        if (tally.total() == line.count) {
            say(line, tally.text());
            run.finish(tally.exitCode());
        }
    });
    const Result<EndpointId> clients = monitor.connectTo({.target = line.target,
                                                          .count = line.count,
                                                          .hold = line.hold,
                                                          .service = line.service,
                                                          .settings = line.settings.connection});
    if (!clients) {
        say(line, clients.error());
        return ExitCannot;
    }
    return run.exec();
}

} // namespace Teardown
