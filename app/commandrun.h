// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commandline.h"
#include "core/drain/quitsignals.h"
#include "core/record/jsonlwriter.h"

#include <QObject>

namespace Teardown {

/// Writes "PROGRAM: text" to stderr.
void say(const CommandLine &line, const QString &text);

/// What the commands share: events go to a writer, signals drain, and the program ends with the
/// right exit code.
class CommandRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandRun)

public:
    /// \a writer may be null: no events are written. All must outlive the run.
    CommandRun(const CommandLine &line, Monitor &monitor, JsonlWriter *writer);

    /// Runs until finish() or the end of a drain; returns the exit code of the process.
    int exec();

    /// Ends the run, unless a drain is under way: that ends it then.
    void finish(int exitCode);

private:
    void onBatch(const Batch &batch);
    void onSignal(int signo);
    void onDrained(int exitCode);
    void onWriteFailed(const QString &error);
    int withWriteFailure(int exitCode);

    const CommandLine &m_line;
    Monitor &m_monitor;
    JsonlWriter *m_writer;
    QuitSignals m_quitSignals;
    int m_forcedBy = 0; ///< the second signal
};

} // namespace Teardown
