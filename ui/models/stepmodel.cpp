// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/stepmodel.h"

#include "ui/models/labtexts.h"
#include "ui/models/timelinewire.h"

namespace Teardown {

void StepModel::setRecord(const RunRecord &record, bool isRelayed)
{
    beginResetModel();
    m_record = record;
    m_isRelayed = isRelayed;
    endResetModel();
}

void StepModel::retranslate()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int StepModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_record.steps.size());
}

int StepModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StepModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StepRecord &step = m_record.steps[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(step, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter | (index.column() == TimeColumn ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        return tr("%1: %2")
            .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                 text(step, index.column()));
    default:
        return {};
    }
}

QVariant StepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case ActorColumn:
        return tr("Actor");
    case CallColumn:
        return tr("Call and result");
    case ClientColumn:
        return tr("Client kernel");
    case WireColumn:
        return tr("Wire");
    case ServerColumn:
        return tr("Server kernel");
    case ChecksColumn:
        return tr("Checks");
    case EventsColumn:
        return tr("Events");
    default:
        return {};
    }
}

QString StepModel::text(const StepRecord &step, int column) const
{
    const auto inOneLine = [](QString text) {
        return text.replace(u'\n', u' ');
    };
    switch (column) {
    case TimeColumn:
        return labTime(step.ended - m_record.started);
    case ActorColumn:
        return step.actor;
    case CallColumn:
        return step.toString();
    case ClientColumn:
        return inOneLine(statesAfter(step, m_isRelayed).client);
    case WireColumn:
        return wireText(step.segments);
    case ServerColumn:
        return inOneLine(statesAfter(step, m_isRelayed).server);
    case EventsColumn:
        return step.events.join(u", "_qs);
    case ChecksColumn:
        break;
    default:
        return {};
    }
    QStringList failed;
    for (const CheckRecord &check : step.checks) {
        if (!check.passed)
            failed += QString(u"✗ "_qs % checkText(check));
    }
    if (!failed.isEmpty())
        return failed.join(u"; "_qs);
    return step.checks.empty() ? QString() : QString(u"✓ "_qs % tr("as expected"));
}

} // namespace Teardown
