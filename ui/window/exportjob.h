// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/ids.h"

#include <QObject>
#include <QSaveFile>
#include <QTimer>

#include <cstddef>
#include <vector>

namespace Teardown {

class ConnectionModel;

enum class ExportFormat { JsonLines, Csv };

/// Writes connections to a file in slices, so that the window goes on meanwhile. The file appears
/// when all of it is written, and not at all otherwise.
///
/// Each connection is written as it is when its slice comes; one that is gone by then is left out.
class ExportJob final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t sliceSize = 250;

    /// \a model must outlive the job.
    ExportJob(const ConnectionModel &model,
              std::vector<ConnectionId> connections,
              ExportFormat format,
              const QString &path,
              QObject *parent = nullptr);

    /// Begins; finished() or failed() comes later, once, unless the job is deleted before.
    void start();

signals:
    void progressed(int done, int total);

    /// \a written connections are in the file.
    void finished(int written);

    /// \a error says what, where and why, in the reader's language. The job may be deleted in the
    /// slot later, not at once.
    void failed(const QString &error);

private:
    bool openFile();
    void writeSlice();
    QByteArray takeSlice();
    void fail();

    const ConnectionModel &m_model;
    std::vector<ConnectionId> m_connections;
    ExportFormat m_format;
    QSaveFile m_file;
    QTimer m_timer;
    std::size_t m_next = 0;
    int m_written = 0;
};

} // namespace Teardown
