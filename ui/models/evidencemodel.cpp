// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/evidencemodel.h"

#include "ui/models/quantities.h"
#include "ui/models/texts.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Teardown {

static QString evidenceColumnTitle(int column)
{
    switch (column) {
    case EvidenceModel::Time:
        return QCoreApplication::translate("Teardown::EvidenceModel", "Time (s)");
    case EvidenceModel::Seer:
        return QCoreApplication::translate("Teardown::EvidenceModel", "Seen by");
    case EvidenceModel::Seen:
        return QCoreApplication::translate("Teardown::EvidenceModel", "What");
    case EvidenceModel::Detail:
        return QCoreApplication::translate("Teardown::EvidenceModel", "Detail");
    default:
        return {};
    }
}

static QString cellText(const Evidence &evidence, int column, TimePoint opened)
{
    switch (column) {
    case EvidenceModel::Time: {
        const std::chrono::duration<double> seconds = evidence.mono - opened;
        return QString::number(seconds.count(), 'f', 3);
    }
    case EvidenceModel::Seer:
        return displayText(evidence.layer);
    case EvidenceModel::Seen:
        return displayText(evidence.what);
    case EvidenceModel::Detail:
        return detailText(evidence);
    default:
        return {};
    }
}

EvidenceModel::EvidenceModel(const RunStart &start, QObject *parent)
    : QAbstractTableModel(parent)
    , m_start(start)
{
}

int EvidenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_evidence ? 0 : static_cast<int>(m_evidence->size());
}

int EvidenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EvidenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Evidence &evidence = (*m_evidence)[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(evidence, index.column(), m_opened);
    case Qt::ToolTipRole:
        return index.column() == Time ? absoluteTime(evidence.mono, m_start)
                                      : cellText(evidence, index.column(), m_opened);
    case Qt::AccessibleTextRole:
        return QCoreApplication::translate("Teardown::EvidenceModel", "%1: %2", "heading, value")
            .arg(evidenceColumnTitle(index.column()), cellText(evidence, index.column(), m_opened));
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == Time ? Qt::AlignRight : Qt::AlignLeft)
                                | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant EvidenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return evidenceColumnTitle(section);
}

void EvidenceModel::setEvidence(TimePoint opened, List evidence)
{
    if (evidence == m_evidence)
        return;
    if (!isContinuedBy(opened, evidence)) {
        beginResetModel();
        m_opened = opened;
        m_evidence = std::move(evidence);
        endResetModel();
        return;
    }
    const int shown = rowCount();
    const int count = static_cast<int>(evidence->size());
    if (count > shown)
        beginInsertRows({}, shown, count - 1);
    m_evidence = std::move(evidence);
    if (count > shown)
        endInsertRows();
}

bool EvidenceModel::isContinuedBy(TimePoint opened, const List &evidence) const
{
    return m_evidence && evidence && opened == m_opened && evidence->size() >= m_evidence->size()
        && std::equal(m_evidence->begin(), m_evidence->end(), evidence->begin());
}

void EvidenceModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace Teardown
