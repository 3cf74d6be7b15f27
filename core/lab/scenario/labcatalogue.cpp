// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/scenario/labcatalogue.h"

#include "core/base/suggestion.h"
#include "core/lab/scenario/jsonnode.h"
#include "core/lab/scenario/scenarioreader.h"
#include "core/lab/scenario/textreader.h"
#include "core/lab/scenario/vocabulary.h"

#include <QDir>

#include <algorithm>
#include <tuple>

namespace Teardown {

namespace {

/// "A10" → "A", 10: so that A2 comes before A10.
std::tuple<QString, int, QString> sortKey(const QString &id)
{
    qsizetype digits = id.size();
    while (digits > 0 && id[digits - 1].isDigit())
        --digits;
    return {id.first(digits), id.sliced(digits).toInt(), id};
}

} // namespace

LabCatalogue LabCatalogue::builtIn()
{
    LabCatalogue catalogue;
    const QStringList errors = catalogue.addFolder(builtInScenarios);
    for (const QString &error : errors)
        qCritical("%ls", qUtf16Printable(error));
    return catalogue;
}

QStringList LabCatalogue::addFolder(const QString &folder)
{
    QStringList errors;
    const QDir dir(folder);
    if (!dir.exists())
        return {QStringLiteral("%1:1: There is no such folder.").arg(folder)};
    const QStringList names = dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString path = dir.filePath(name);
        if (name == catalogueName) {
            errors += addCatalogue(path);
            continue;
        }
        ScenarioReading reading = readScenarioFile(path);
        errors += reading.errors;
        if (reading.scenario)
            add(std::move(*reading.scenario), errors);
    }
    sort();
    return errors;
}

QStringList LabCatalogue::addCatalogue(const QString &path)
{
    const Result<QByteArray> json = readLabFile(path);
    if (!json)
        return {json.error()};
    return readJson(*json, path, [this](const JsonNode &root) { readCatalogue(root); });
}

void LabCatalogue::add(Scenario scenario, QStringList &errors)
{
    if (const Scenario *other = find(scenario.id)) {
        errors.append(QStringLiteral("%1:1: There is a scenario %2 already: %3.")
                          .arg(scenario.file, other->id, other->file));
        return;
    }
    const bool isKnown = std::any_of(m_groups.begin(), m_groups.end(), [&](const LabGroup &group) {
        return group.id == scenario.group;
    });
    if (!isKnown)
        m_groups.push_back({scenario.group, {scenario.group, {}}});
    m_scenarios.push_back(std::move(scenario));
}

void LabCatalogue::readCatalogue(const JsonNode &root)
{
    root.expectMembers({QStringLiteral("groups"), QStringLiteral("course")});
    for (const JsonNode &element : root.member(QStringLiteral("groups")).elements()) {
        element.expectMembers({QStringLiteral("id"), QStringLiteral("title")});
        const LabGroup group{readId(element.required(QStringLiteral("id"))),
                             readText(element.required(QStringLiteral("title")))};
        // Scenarios may have named the group before its title was read.
        std::erase_if(m_groups, [&](const LabGroup &old) { return old.id == group.id; });
        m_groups.push_back(group);
    }
    for (const JsonNode &element : root.member(QStringLiteral("course")).elements()) {
        QStringList lesson;
        for (const JsonNode &id : element.elements())
            lesson.append(id.text());
        m_course.push_back(lesson);
    }
}

void LabCatalogue::sort()
{
    const auto groupPlace = [&](const Scenario &scenario) {
        return std::find_if(m_groups.begin(),
                            m_groups.end(),
                            [&](const LabGroup &group) { return group.id == scenario.group; })
            - m_groups.begin();
    };
    std::sort(m_scenarios.begin(), m_scenarios.end(), [&](const Scenario &a, const Scenario &b) {
        return std::tuple(groupPlace(a), sortKey(a.id)) < std::tuple(groupPlace(b), sortKey(b.id));
    });
}

const Scenario *LabCatalogue::find(const QString &id) const
{
    const auto found
        = std::find_if(m_scenarios.begin(), m_scenarios.end(), [&](const Scenario &scenario) {
              return scenario.id.compare(id, Qt::CaseInsensitive) == 0;
          });
    return found == m_scenarios.end() ? nullptr : &*found;
}

QString LabCatalogue::near(const QString &id) const
{
    QStringList ids;
    for (const Scenario &scenario : m_scenarios)
        ids.append(scenario.id);
    return suggestion(id, ids);
}

} // namespace Teardown
