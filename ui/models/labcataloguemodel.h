// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/scenario/labcatalogue.h"
#include "ui/models/labprogress.h"

#include <QAbstractItemModel>

#include <vector>

namespace Teardown {

/// The scenarios of the lab as a tree: the first course, then the groups.
class LabCatalogueModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { TitleColumn, LevelColumn, ResultColumn, ColumnCount };

    enum Role : int {
        ScenarioRole = Qt::UserRole, ///< the id of the scenario; empty for a heading
        StatusRole, ///< int of LabStatus; invalid for a heading
        AvailableRole, ///< bool: whether it can run here
        SearchRole, ///< everything a search looks at
    };

    /// Both must outlive the model.
    LabCatalogueModel(const LabCatalogue &catalogue,
                      const LabProgress &progress,
                      QObject *parent = nullptr);

    /// Reads the catalogue again, after it changed.
    void reload();

    /// Tells the titles in \a language, a tag such as "zh_CN".
    void setLanguage(const QString &language);

    /// The first row of \a scenario; invalid when there is none.
    QModelIndex indexOf(const QString &scenario) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry
    {
        const Scenario *scenario;
        QString unmet; ///< why it cannot run here, in English
    };

    struct Section
    {
        LocalizedText title; ///< empty for the course
        std::vector<Entry> entries;
    };

    void fill();
    void onProgress(const QString &scenario);
    QVariant sectionData(const Section &section, int column, int role) const;
    QVariant entryData(const Entry &entry, int column, int role) const;
    QString toolTip(const Entry &entry) const;
    LabStatus statusOf(const Entry &entry) const;

    const LabCatalogue &m_catalogue;
    const LabProgress &m_progress;
    QString m_language;
    std::vector<Section> m_sections;
};

} // namespace Teardown
