// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "app/commandrun.h"

#include "core/base/units.h"
#include "core/record/jsonl.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <cstring>

namespace Teardown {

namespace {

using namespace std::chrono_literals;

// How long the last events may wait for a slow reader.
constexpr Milliseconds flushLimit = 2s;

// And after a second signal, which asks to end at once.
constexpr Milliseconds hastyFlushLimit = 200ms;

// How long a forced drain may take to report its resets.
constexpr Milliseconds forceLimit = 1s;

QString tally(const DrainProgress &progress)
{
    return QStringLiteral("drained: %1 in time, %2 reset, %3 lost")
        .arg(QString::number(progress.inTime()),
             QString::number(progress.forced),
             formatSize(progress.undelivered));
}

} // namespace

void say(const CommandLine &line, const QString &text)
{
    const QByteArray bytes = QStringLiteral("%1: %2\n").arg(line.program, text).toLocal8Bit();
    std::fputs(bytes.constData(), stderr);
}

CommandRun::CommandRun(const CommandLine &line, Monitor &monitor, JsonlWriter *writer)
    : m_line(line)
    , m_monitor(monitor)
    , m_writer(writer)
{
    connect(&m_quitSignals, &QuitSignals::requested, this, &CommandRun::onSignal);
    connect(&m_monitor, &Monitor::drained, this, &CommandRun::onDrained);
    connect(qApp, &QCoreApplication::aboutToQuit, &m_monitor, &Monitor::shutDown);
    if (m_writer) {
        connect(&m_monitor, &Monitor::batchTaken, this, &CommandRun::onBatch);
        connect(m_writer, &JsonlWriter::failed, this, &CommandRun::onWriteFailed);
    }
}

int CommandRun::exec()
{
    if (!m_monitor.endGateWorks())
        say(m_line, QStringLiteral("the end gate does not work here; verdicts will say unknown"));
    return withWriteFailure(QCoreApplication::exec());
}

void CommandRun::finish(int exitCode)
{
    if (m_monitor.stage() == DrainStage::Serving)
        QCoreApplication::exit(exitCode);
}

void CommandRun::onBatch(const Batch &batch)
{
    for (const Event &event : batch.events) {
        if (const auto *stats = std::get_if<StatsEvent>(&event.body)) {
            StatsEvent whole = *stats;
            whole.dropped += m_writer->dropped();
            m_writer->write(toJsonLine({event.mono, event.wall, whole}, m_monitor.start()));
        } else {
            m_writer->write(toJsonLine(event, m_monitor.start()));
        }
    }
}

void CommandRun::onSignal(int signo)
{
    if (m_monitor.stage() == DrainStage::Serving) {
        say(m_line,
            QStringLiteral("SIG%1: draining; once more resets what is left")
                .arg(QLatin1StringView(sigabbrev_np(signo))));
        m_monitor.requestDrain();
        return;
    }
    if (m_forcedBy != 0) {
        QCoreApplication::exit(ExitSignalBase + signo);
        return;
    }
    m_forcedBy = signo;
    QTimer::singleShot(forceLimit, this, [signo] {
        QCoreApplication::exit(ExitSignalBase + signo);
    });
    m_monitor.force();
}

void CommandRun::onDrained(int exitCode)
{
    say(m_line, tally(m_monitor.drainProgress()));
    QCoreApplication::exit(m_forcedBy != 0 ? ExitSignalBase + m_forcedBy : exitCode);
}

void CommandRun::onWriteFailed(const QString &)
{
    // withWriteFailure() says it once all is over.
    if (m_monitor.stage() == DrainStage::Serving)
        m_monitor.requestDrain();
}

int CommandRun::withWriteFailure(int exitCode)
{
    const Milliseconds limit = exitCode > ExitSignalBase ? hastyFlushLimit : flushLimit;
    if (!m_writer || m_writer->flush(limit))
        return exitCode;
    const QString why = m_writer->error().isEmpty()
        ? QStringLiteral("the reader of the events is too slow")
        : m_writer->error();
    say(m_line, QStringLiteral("%1; %2 events are lost").arg(why).arg(m_writer->dropped()));
    return exitCode > ExitSignalBase ? exitCode : ExitCannot;
}

} // namespace Teardown
