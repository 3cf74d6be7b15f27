// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/runrecord.h"

#include <QAbstractTableModel>

namespace Teardown {

/// The steps of a run as a table: the timeline for whoever reads better in rows.
class StepModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        ActorColumn,
        CallColumn,
        ClientColumn,
        WireColumn,
        ServerColumn,
        ChecksColumn,
        EventsColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows \a record of a run with or without somebody in the middle.
    void setRecord(const RunRecord &record, bool isRelayed);

    /// Says everything again in the language now installed.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const StepRecord &step, int column) const;

    RunRecord m_record;
    bool m_isRelayed = false;
};

} // namespace Teardown
