// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/scenario/scenario.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace Teardown {

class JsonNode;

struct LabGroup
{
    QString id;
    LocalizedText title;
};

/// All scenarios that are known: the built-in ones, and those of folders that were added.
///
/// A value; adding a folder makes pointers into it stale.
class LabCatalogue
{
public:
    /// The built-in scenarios.
    static LabCatalogue builtIn();

    /// Adds every *.json of \a folder; its catalogue.json, if there is one, adds groups and
    /// lessons to the course. Returns what is wrong, each as "FILE:LINE: reason"; the files that
    /// are in order are added nevertheless.
    QStringList addFolder(const QString &folder);

    /// Adds the groups and lessons of the catalogue.json at \a path. Returns what is wrong, as
    /// above.
    QStringList addCatalogue(const QString &path);

    /// The file of a folder that is no scenario.
    static constexpr QLatin1StringView catalogueName{"catalogue.json"};

    /// In the order of the groups; within one A2 comes before A10.
    const std::vector<Scenario> &scenarios() const { return m_scenarios; }

    const std::vector<LabGroup> &groups() const { return m_groups; }

    /// The lessons of the first course in their order; a lesson may take several scenarios.
    const std::vector<QStringList> &course() const { return m_course; }

    /// Null when there is none. Upper or lower case is the same.
    const Scenario *find(const QString &id) const;

    /// The ids nearest to a wrong one, as the end of a sentence; may be empty.
    QString near(const QString &id) const;

private:
    void add(Scenario scenario, QStringList &errors);
    void readCatalogue(const JsonNode &root);
    void sort();

    std::vector<Scenario> m_scenarios;
    std::vector<LabGroup> m_groups;
    std::vector<QStringList> m_course;
};

/// Where the built-in scenarios are.
inline constexpr QLatin1StringView builtInScenarios(":/lab/scenarios");

} // namespace Teardown
