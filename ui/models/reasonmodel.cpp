// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/reasonmodel.h"

#include "ui/models/category.h"
#include "ui/models/texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace Teardown {

static QString columnTitle(int column)
{
    switch (column) {
    case ReasonModel::Title:
        return QCoreApplication::translate("Teardown::ReasonModel", "Reason");
    case ReasonModel::Count:
        return QCoreApplication::translate("Teardown::ReasonModel", "Count");
    case ReasonModel::Share:
        return QCoreApplication::translate("Teardown::ReasonModel", "Share");
    default:
        return {};
    }
}

ReasonModel::ReasonModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int ReasonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReasonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ReasonModel::shareText(Reason reason) const
{
    const quint64 percent = (count(reason) * 100 + m_total / 2) / m_total;
    // What happened must not read as if it had not, nor as if nothing else had.
    if (percent == 0)
        return QCoreApplication::translate("Teardown::ReasonModel", "< 1 %");
    if (percent == 100 && count(reason) < m_total)
        return QCoreApplication::translate("Teardown::ReasonModel", "> 99 %");
    return QCoreApplication::translate("Teardown::ReasonModel", "%1 %").arg(percent);
}

QVariant ReasonModel::cell(int row, int column) const
{
    switch (column) {
    case Title:
        return displayText(reason(row));
    case Count:
        return QLocale().toString(count(reason(row)));
    case Share:
        return shareText(reason(row));
    default:
        return {};
    }
}

QVariant ReasonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Reason reason = this->reason(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cell(index.row(), index.column());
    case Qt::ToolTipRole:
        return explanationText(reason);
    case Qt::AccessibleTextRole:
        return QCoreApplication::translate("Teardown::ReasonModel", "%1: %2 connections, %3")
            .arg(displayText(reason), QLocale().toString(count(reason)), shareText(reason));
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == Title ? Qt::AlignLeft : Qt::AlignRight)
                                | Qt::AlignVCenter);
    case Qt::CheckStateRole:
        if (index.column() != Title)
            return {};
        return static_cast<int>(m_selected == reason ? Qt::Checked : Qt::Unchecked);
    case SortRole:
        return index.column() == Title ? QVariant(static_cast<int>(reason))
                                       : QVariant(count(reason));
    case CategoryRole:
        return static_cast<int>(categoryOf(reason));
    case FractionRole:
        return static_cast<double>(count(reason))
            / static_cast<double>(*std::max_element(m_counts.begin(), m_counts.end()));
    case ReasonRole:
        return static_cast<int>(reason);
    default:
        return {};
    }
}

QVariant ReasonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return columnTitle(section);
}

void ReasonModel::apply(const Batch &batch)
{
    const quint64 before = m_total;
    std::vector<Reason> added;
    for (const Event &event : batch.events) {
        const auto *ended = std::get_if<EndedEvent>(&event.body);
        if (!ended)
            continue;
        const Reason reason = ended->report->verdict.reason;
        if (m_counts[static_cast<std::size_t>(reason)]++ == 0)
            added.push_back(reason);
        ++m_total;
    }
    if (m_total == before)
        return;
    if (!added.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
        m_rows.insert(m_rows.end(), added.begin(), added.end());
        endInsertRows();
    }
    announceAll();
    resortIfDue();
}

void ReasonModel::tick(TimePoint now)
{
    m_now = now;
    resortIfDue();
}

void ReasonModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    announceAll();
}

void ReasonModel::setSelected(std::optional<Reason> reason)
{
    if (reason == m_selected)
        return;
    m_selected = reason;
    announceAll();
    emit selectedChanged(m_selected);
}

void ReasonModel::toggle(Reason reason)
{
    setSelected(m_selected == reason ? std::nullopt : std::optional(reason));
}

void ReasonModel::announceAll()
{
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ReasonModel::resortIfDue()
{
    if (m_lastResort && m_now - *m_lastResort < resortInterval)
        return;
    m_lastResort = m_now;
    resort();
}

void ReasonModel::resort()
{
    std::vector<Reason> sorted = m_rows;
    std::sort(sorted.begin(), sorted.end(), [this](Reason a, Reason b) {
        return count(a) != count(b) ? count(a) > count(b) : a < b;
    });
    if (sorted == m_rows)
        return;

    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const std::vector<Reason> before = std::exchange(m_rows, std::move(sorted));
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (const QModelIndex &index : from) {
        const Reason reason = before[static_cast<std::size_t>(index.row())];
        const auto place = std::find(m_rows.begin(), m_rows.end(), reason) - m_rows.begin();
        to.append(createIndex(static_cast<int>(place), index.column()));
    }
    changePersistentIndexList(from, to);
    emit layoutChanged({}, VerticalSortHint);
}

} // namespace Teardown
