// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/record/jsonlwriter.h"

#include <QDeadlineTimer>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <climits>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace Teardown {

namespace {

// How much goes out in one pass of the event loop: a few milliseconds at the slowest.
constexpr int chunksPerPass = 64;

// What was written is cut off the front of the queue in steps of this size.
constexpr qsizetype compactAt = 1024 * 1024;

int openForWriting(const QString &path)
{
    if (path == u"-")
        return fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    return ::open(QFile::encodeName(path).constData(),
                  O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY,
                  0600);
}

} // namespace

Result<std::unique_ptr<JsonlWriter>> JsonlWriter::open(const QString &path)
{
    const QString name
        = path == u"-" ? QStringLiteral("standard output") : QStringLiteral("\"%1\"").arg(path);
    const int descriptor = openForWriting(path);
    if (descriptor < 0) {
        return Failure{
            QStringLiteral("cannot write events to %1: %2").arg(name, qt_error_string(errno))};
    }
    return std::make_unique<JsonlWriter>(descriptor, name);
}

JsonlWriter::JsonlWriter(int descriptor, const QString &name, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_name(name)
    , m_writable(descriptor, QSocketNotifier::Write)
{
    m_writable.setEnabled(false);
    connect(&m_writable, &QSocketNotifier::activated, this, &JsonlWriter::writeWhileReady);
}

JsonlWriter::~JsonlWriter()
{
    m_writable.setEnabled(false);
    ::close(m_descriptor);
}

void JsonlWriter::write(const QByteArray &line)
{
    Q_ASSERT(line.endsWith('\n'));
    if (!m_error.isEmpty()) {
        ++m_dropped;
        return;
    }
    if (queued() + line.size() > jsonlQueueLimit) {
        ++m_dropped;
        emit droppedChanged(m_dropped);
        return;
    }
    m_queue += line;
    m_writable.setEnabled(true);
}

void JsonlWriter::writeWhileReady()
{
    for (int chunk = 0; chunk < chunksPerPass && queued() > 0; ++chunk) {
        if (writeChunk(0) != Step::Wrote)
            break;
    }
    m_writable.setEnabled(queued() > 0);
}

bool JsonlWriter::flush(Milliseconds limit)
{
    const QDeadlineTimer deadline(limit);
    while (queued() > 0 && writeChunk(static_cast<int>(deadline.remainingTime())) == Step::Wrote) {
        if (deadline.hasExpired())
            break;
    }
    if (queued() > 0) {
        // A line may be half written: nothing may follow it.
        m_error = QStringLiteral("cannot write events to %1: its reader took too long").arg(m_name);
        dropQueue();
    }
    return m_dropped == 0 && m_error.isEmpty();
}

JsonlWriter::Step JsonlWriter::writeChunk(int timeoutMs)
{
    // The descriptor may be shared with other programs, so it must not be made non-blocking. A
    // pipe that polls writable takes PIPE_BUF bytes without blocking (pipe(7)).
    pollfd ready{.fd = m_descriptor, .events = POLLOUT, .revents = 0};
    const int count = ::poll(&ready, 1, timeoutMs);
    if (count == 0 || (count < 0 && errno == EINTR))
        return count == 0 ? Step::WouldBlock : Step::Wrote;

    // A chunk ends with a line where it can: others may write to the same descriptor.
    qsizetype size = std::min<qsizetype>(queued(), PIPE_BUF);
    const qsizetype lineEnd = QByteArrayView(m_queue).sliced(m_written, size).lastIndexOf('\n');
    if (lineEnd >= 0)
        size = lineEnd + 1;

    const ssize_t written
        = ::write(m_descriptor, m_queue.constData() + m_written, static_cast<size_t>(size));
    if (written < 0) {
        if (errno == EINTR)
            return Step::Wrote;
        if (errno == EAGAIN)
            return Step::WouldBlock;
        fail(errno);
        return Step::Failed;
    }
    m_written += written;
    if (m_written >= compactAt || queued() == 0) {
        m_queue.remove(0, m_written);
        m_written = 0;
        if (m_queue.isEmpty() && m_queue.capacity() > compactAt)
            m_queue.clear(); // a burst is over, and need not be paid for until the next one
    }
    return Step::Wrote;
}

void JsonlWriter::fail(int error)
{
    m_error = QStringLiteral("cannot write events to %1: %2").arg(m_name, qt_error_string(error));
    dropQueue();
    emit failed(m_error);
}

void JsonlWriter::dropQueue()
{
    m_writable.setEnabled(false);
    m_dropped += static_cast<quint64>(QByteArrayView(m_queue).sliced(m_written).count('\n'));
    m_queue.clear();
    m_written = 0;
}

} // namespace Teardown
