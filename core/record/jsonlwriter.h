// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace Teardown {

/// How many bytes wait for a slow reader before lines are dropped.
inline constexpr qsizetype jsonlQueueLimit = 16 * 1024 * 1024;

/// Writes lines to a descriptor, in order and whole, without holding up the event loop: what the
/// reader does not take waits in a bounded queue, and what does not fit there is dropped and
/// counted.
///
/// Lives in a thread with an event loop. The process must ignore SIGPIPE.
class JsonlWriter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonlWriter)

public:
    /// Opens \a path: "-" is stdout; a file is made with mode 0600, or emptied. Opening a FIFO
    /// waits for its reader (fifo(7)).
    static Result<std::unique_ptr<JsonlWriter>> open(const QString &path);

    /// Takes over \a descriptor; \a name stands for it in messages.
    JsonlWriter(int descriptor, const QString &name, QObject *parent = nullptr);
    ~JsonlWriter() override;

    /// Queues \a line, which ends in LF. It goes out from the event loop or flush(). Dropped, and
    /// counted, when the queue is full or after a failure.
    void write(const QByteArray &line);

    /// Writes what is queued, waiting for the reader for at most about \a limit; what is left then
    /// is dropped and error() is set. Returns true when nothing was lost since the start.
    bool flush(Milliseconds limit);

    /// Lines that were not written.
    quint64 dropped() const { return m_dropped; }

    /// Why nothing more can be written: one English sentence; empty while all is well.
    const QString &error() const { return m_error; }

signals:
    /// Once, when writing became impossible: the reader has gone, the disk is full. The slot must
    /// not delete the writer.
    void failed(const QString &error);

    /// A line was dropped because the reader is too slow; \a dropped is the total. The slot must
    /// not delete the writer.
    void droppedChanged(quint64 dropped);

private:
    enum class Step { Wrote, WouldBlock, Failed };

    void writeWhileReady();
    Step writeChunk(int timeoutMs);
    void fail(int error);
    void dropQueue();
    qsizetype queued() const { return m_queue.size() - m_written; }

    int m_descriptor;
    QString m_name;
    QSocketNotifier m_writable;
    QByteArray m_queue;
    qsizetype m_written = 0; ///< of m_queue, from its start
    quint64 m_dropped = 0;
    QString m_error;
};

} // namespace Teardown
