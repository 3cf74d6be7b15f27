// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/exportjob.h"

#include "ui/models/connectionmodel.h"
#include "ui/models/rowexport.h"

#include <QDir>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <utility>

namespace Teardown {

namespace {

/// Copies \a connections of \a from into a table of their own: in the other they may be filtered
/// out and have no row.
void copyInto(ConnectionModel &table,
              const ConnectionModel &from,
              std::span<const ConnectionId> connections)
{
    Batch living;
    Batch ended;
    for (const ConnectionId id : connections) {
        const ConnectionRecord *record = from.find(id);
        if (!record)
            continue;
        living.connections.push_back(record->snapshot);
        if (record->report) {
            ended.events.push_back(
                {.mono = record->endedAt, .body = EndedEvent{record->info(), record->report}});
        }
    }
    table.apply(living);
    table.apply(ended);
    table.tick(from.now());
}

} // namespace

ExportJob::ExportJob(const ConnectionModel &model,
                     std::vector<ConnectionId> connections,
                     ExportFormat format,
                     const QString &path,
                     QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_connections(std::move(connections))
    , m_format(format)
    , m_file(path)
{
    connect(&m_timer, &QTimer::timeout, this, &ExportJob::writeSlice);
}

void ExportJob::start()
{
    using namespace std::chrono_literals;
    m_timer.start(0ms);
}

/// A new file is its owner's alone, as it names the peers; one that was there keeps its mode.
bool ExportJob::openFile()
{
    const bool isNew = !QFile::exists(m_file.fileName());
    return m_file.open(QIODevice::WriteOnly)
        && (!isNew || m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
}

void ExportJob::writeSlice()
{
    if (!m_file.isOpen() && !openFile()) {
        fail();
        return;
    }
    const QByteArray slice = takeSlice();
    if (m_file.write(slice) != slice.size()) {
        fail();
        return;
    }
    const int total = static_cast<int>(m_connections.size());
    emit progressed(static_cast<int>(m_next), total);
    if (m_next < m_connections.size())
        return;
    m_timer.stop();
    if (m_file.commit())
        emit finished(m_written);
    else
        fail();
}

QByteArray ExportJob::takeSlice()
{
    const bool isFirst = m_next == 0;
    const std::size_t size = std::min(sliceSize, m_connections.size() - m_next);
    const std::span slice(m_connections.data() + m_next, size);
    m_next += size;

    ConnectionModel table(m_model.start());
    copyInto(table, m_model, slice);
    std::vector<int> rows(static_cast<std::size_t>(table.rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    m_written += table.rowCount();
    if (m_format == ExportFormat::JsonLines)
        return toJsonLines(table, rows);
    QByteArray lines = toCsv(table, rows, allConnectionColumns);
    if (!isFirst)
        lines.remove(0, lines.indexOf('\n') + 1);
    return lines;
}

void ExportJob::fail()
{
    m_timer.stop();
    m_file.cancelWriting();
    emit failed(tr("Cannot write %1: %2. Choose another file or folder.")
                    .arg(QDir::toNativeSeparators(m_file.fileName()), m_file.errorString()));
}

} // namespace Teardown
