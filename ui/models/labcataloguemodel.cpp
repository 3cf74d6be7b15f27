// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/labcataloguemodel.h"

#include "core/lab/run/labrunner.h"

#include <QLocale>

#include <algorithm>

namespace Teardown {

namespace {

// A heading has no internal id; a scenario has the row of its heading, counted from 1.
constexpr quintptr headingId = 0;

} // namespace

LabCatalogueModel::LabCatalogueModel(const LabCatalogue &catalogue,
                                     const LabProgress &progress,
                                     QObject *parent)
    : QAbstractItemModel(parent)
    , m_catalogue(catalogue)
    , m_progress(progress)
{
    fill();
    connect(&progress, &LabProgress::changed, this, &LabCatalogueModel::onProgress);
}

void LabCatalogueModel::reload()
{
    beginResetModel();
    fill();
    endResetModel();
}

void LabCatalogueModel::setLanguage(const QString &language)
{
    m_language = language;
    onProgress({});
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QModelIndex LabCatalogueModel::indexOf(const QString &scenario) const
{
    for (std::size_t section = 0; section < m_sections.size(); ++section) {
        const auto &entries = m_sections[section].entries;
        for (std::size_t row = 0; row < entries.size(); ++row) {
            if (entries[row].scenario->id == scenario)
                return createIndex(static_cast<int>(row), 0, section + 1);
        }
    }
    return {};
}

QModelIndex LabCatalogueModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row,
                       column,
                       parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : headingId);
}

QModelIndex LabCatalogueModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == headingId)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, headingId);
}

int LabCatalogueModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_sections.size());
    if (parent.internalId() != headingId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_sections[static_cast<std::size_t>(parent.row())].entries.size());
}

int LabCatalogueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() && parent.internalId() != headingId ? 0 : ColumnCount;
}

QVariant LabCatalogueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == headingId)
        return sectionData(m_sections[static_cast<std::size_t>(index.row())], index.column(), role);
    const Section &section = m_sections[index.internalId() - 1];
    return entryData(section.entries[static_cast<std::size_t>(index.row())], index.column(), role);
}

QVariant LabCatalogueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Scenario");
    case LevelColumn:
        return tr("Level");
    case ResultColumn:
        return tr("Result");
    default:
        return {};
    }
}

void LabCatalogueModel::fill()
{
    m_sections.clear();
    const auto entryOf = [](const Scenario &scenario) {
        return Entry{&scenario, LabRunner::unmetRequirement(scenario)};
    };
    Section course;
    for (const QStringList &lesson : m_catalogue.course()) {
        for (const QString &id : lesson) {
            if (const Scenario *scenario = m_catalogue.find(id))
                course.entries.push_back(entryOf(*scenario));
        }
    }
    if (!course.entries.empty())
        m_sections.push_back(std::move(course));
    for (const LabGroup &group : m_catalogue.groups()) {
        Section section{.title = {QString(group.id % u' ' % group.title.en),
                                  QString(group.id % u' ' % group.title.in(u"zh_CN"))},
                        .entries = {}};
        for (const Scenario &scenario : m_catalogue.scenarios()) {
            if (scenario.group == group.id)
                section.entries.push_back(entryOf(scenario));
        }
        if (!section.entries.empty())
            m_sections.push_back(std::move(section));
    }
}

void LabCatalogueModel::onProgress(const QString &scenario)
{
    // A scenario of the course is also in its group.
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex heading = index(row, 0);
        emit dataChanged(heading, index(row, ColumnCount - 1));
        const auto &entries = m_sections[static_cast<std::size_t>(row)].entries;
        for (int child = 0; child < static_cast<int>(entries.size()); ++child) {
            if (scenario.isEmpty()
                || entries[static_cast<std::size_t>(child)].scenario->id == scenario)
                emit dataChanged(index(child, 0, heading), index(child, ColumnCount - 1, heading));
        }
    }
}

QVariant LabCatalogueModel::sectionData(const Section &section, int column, int role) const
{
    if (role == AvailableRole)
        return true;
    if (role != Qt::DisplayRole)
        return {};
    if (column == TitleColumn)
        return section.title.isEmpty() ? tr("First course") : section.title.in(m_language);
    if (column != ResultColumn)
        return {};
    const auto passed
        = std::count_if(section.entries.begin(), section.entries.end(), [this](const Entry &entry) {
              return statusOf(entry) == LabStatus::Passed;
          });
    return tr("%1 of %2").arg(passed).arg(section.entries.size());
}

QVariant LabCatalogueModel::entryData(const Entry &entry, int column, int role) const
{
    const Scenario &scenario = *entry.scenario;
    switch (role) {
    case Qt::DisplayRole:
        if (column == TitleColumn)
            return QString(scenario.id % u' ' % scenario.title.in(m_language));
        return column == LevelColumn ? QString(token(scenario.level))
                                     : displayText(statusOf(entry));
    case Qt::ToolTipRole:
        return toolTip(entry);
    case ScenarioRole:
        return scenario.id;
    case StatusRole:
        return static_cast<int>(statusOf(entry));
    case AvailableRole:
        return entry.unmet.isEmpty();
    case SearchRole:
        return QString(scenario.id % u' ' % scenario.title.en % u' ' % scenario.title.zhCn % u' '
                       % scenario.story.in(m_language));
    default:
        return {};
    }
}

QString LabCatalogueModel::toolTip(const Entry &entry) const
{
    if (!entry.unmet.isEmpty())
        return labReasonText(entry.unmet);
    const LabResult result = m_progress.result(entry.scenario->id);
    if (!result.reason.isEmpty())
        return labReasonText(result.reason);
    if (result.status == LabStatus::NotRun)
        return entry.scenario->title.in(m_language);
    return tr("%1, %2").arg(displayText(result.status),
                            QLocale().toString(result.when.toLocalTime(), QLocale::ShortFormat));
}

LabStatus LabCatalogueModel::statusOf(const Entry &entry) const
{
    return entry.unmet.isEmpty() ? m_progress.result(entry.scenario->id).status
                                 : LabStatus::Skipped;
}

} // namespace Teardown
