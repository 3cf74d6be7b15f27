// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/close/closereport.h"
#include "ui/models/roles.h"

#include <QAbstractTableModel>

#include <memory>

namespace Teardown {

/// The evidence of one connection, in the order it was seen. Lives in the main thread.
class EvidenceModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EvidenceModel)

public:
    enum Column {
        Time, ///< seconds since the connection was opened: "0.412"; tooltip: the date
        Seer, ///< the layer that saw it
        Seen, ///< what
        Detail, ///< escaped for display
        ColumnCount
    };

    explicit EvidenceModel(const RunStart &start, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    using List = std::shared_ptr<const std::vector<Evidence>>;

    /// Shows \a evidence of a connection opened at \a opened; nothing when it is null. What only
    /// adds to the evidence shown leaves the rows there where they are.
    void setEvidence(TimePoint opened, List evidence);
    void clear() { setEvidence({}, nullptr); }

    void retranslate();

private:
    bool isContinuedBy(TimePoint opened, const List &evidence) const;

    RunStart m_start;
    TimePoint m_opened;
    List m_evidence;
};

} // namespace Teardown
