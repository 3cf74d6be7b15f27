// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/scenario/scenarioreader.h"

#include "core/base/suggestion.h"
#include "core/base/units.h"
#include "core/lab/scenario/jsonnode.h"
#include "core/lab/scenario/stepreader.h"
#include "core/lab/scenario/textreader.h"
#include "core/lab/scenario/vocabulary.h"

#include <QFile>

#include <algorithm>

namespace Teardown {

namespace {

template <typename Enum, std::size_t Count>
Enum readToken(const JsonNode &node, const std::array<Enum, Count> &all)
{
    QStringList words;
    for (const Enum value : all)
        words.append(token(value));
    return all[static_cast<std::size_t>(node.oneOf(words).value_or(0))];
}

/// A child process is in the network it was forked in.
QString levelFault(ActorKind kind, LabLevel level)
{
    if (kind == ActorKind::Network && level == LabLevel::L0)
        return QStringLiteral("A network actor needs \"level\": \"L1\".");
    if (kind == ActorKind::Process && level == LabLevel::L1)
        return QStringLiteral("A process actor needs \"level\": \"L0\".");
    return {};
}

std::vector<ActorSpec> readActors(const JsonNode &node, LabLevel level)
{
    std::vector<ActorSpec> actors;
    for (const JsonNode &element : node.elements()) {
        element.expectMembers(
            {QStringLiteral("id"), QStringLiteral("kind"), QStringLiteral("side")});
        const JsonNode id = element.required(QStringLiteral("id"));
        ActorSpec actor{readId(id),
                        readToken(element.required(QStringLiteral("kind")), allActorKinds),
                        readToken(element.required(QStringLiteral("side")), allLabSides)};
        if (const QString fault = levelFault(actor.kind, level); !fault.isEmpty())
            element.fail(fault);
        const bool isTaken = std::any_of(actors.begin(), actors.end(), [&](const ActorSpec &other) {
            return other.id == actor.id;
        });
        if (isTaken)
            id.fail(QStringLiteral("There is an actor \"%1\" already.").arg(actor.id));
        actors.push_back(std::move(actor));
    }
    if (actors.empty())
        node.fail(QStringLiteral("A scenario needs actors."));
    return actors;
}

QStringList readRequirements(const JsonNode &node)
{
    QStringList requirements;
    if (!node.exists())
        return requirements;
    for (const JsonNode &element : node.elements()) {
        if (const auto index = element.oneOf(allRequirements()))
            requirements.append(allRequirements().at(*index));
    }
    return requirements;
}

Question readQuestion(const JsonNode &node, const QStringList &stepIds)
{
    node.expectMembers({QStringLiteral("ask"), QStringLiteral("step"), QStringLiteral("choices")});
    Question question{.ask = readText(node.required(QStringLiteral("ask")))};
    const JsonNode step = node.member(QStringLiteral("step"));
    question.step = step.text();
    if (!question.step.isEmpty() && !stepIds.contains(question.step))
        step.fail(QStringLiteral("There is no step with the id \"%1\"%2")
                      .arg(question.step, suggestion(question.step, stepIds)));
    const JsonNode choices = node.required(QStringLiteral("choices"));
    for (const JsonNode &element : choices.elements()) {
        element.expectMembers(
            {QStringLiteral("text"), QStringLiteral("why"), QStringLiteral("right")});
        question.choices.push_back({readText(element.required(QStringLiteral("text"))),
                                    readText(element.required(QStringLiteral("why"))),
                                    element.member(QStringLiteral("right")).flag()});
    }
    const auto right = std::count_if(question.choices.begin(),
                                     question.choices.end(),
                                     [](const Choice &choice) { return choice.right; });
    if (question.choices.size() < 2 || right != 1)
        choices.fail(QStringLiteral("A question needs two choices or more, exactly one of them "
                                    "with \"right\": true."));
    return question;
}

Lesson readLesson(const JsonNode &node)
{
    node.expectMembers({QStringLiteral("happened"),
                        QStringLiteral("advice"),
                        QStringLiteral("c"),
                        QStringLiteral("go"),
                        QStringLiteral("qt")});
    return {readText(node.required(QStringLiteral("happened"))),
            readText(node.required(QStringLiteral("advice"))),
            readSource(node.member(QStringLiteral("c"))),
            readSource(node.member(QStringLiteral("go"))),
            readSource(node.member(QStringLiteral("qt")))};
}

Milliseconds readLimit(const JsonNode &node)
{
    constexpr Milliseconds highest{60'000};
    const Milliseconds unsaid = Scenario{}.limit;
    if (!node.exists())
        return unsaid;
    const auto limit = parseDuration(node.text());
    if (limit && *limit > Milliseconds::zero() && *limit <= highest)
        return *limit;
    node.fail(QStringLiteral("\"limit\" must be a duration up to 60s, such as 5s."));
    return unsaid;
}

Scenario readScenarioNode(const JsonNode &node)
{
    node.expectMembers({QStringLiteral("id"),
                        QStringLiteral("group"),
                        QStringLiteral("level"),
                        QStringLiteral("title"),
                        QStringLiteral("story"),
                        QStringLiteral("requires"),
                        QStringLiteral("limit"),
                        QStringLiteral("actors"),
                        QStringLiteral("acts"),
                        QStringLiteral("questions"),
                        QStringLiteral("lesson")});
    Scenario scenario{
        .id = readId(node.required(QStringLiteral("id"))),
        .group = readId(node.required(QStringLiteral("group"))),
        .level = readToken(node.required(QStringLiteral("level")), allLabLevels),
        .title = readText(node.required(QStringLiteral("title"))),
        .story = readText(node.required(QStringLiteral("story"))),
        .requirements = readRequirements(node.member(QStringLiteral("requires"))),
        .limit = readLimit(node.member(QStringLiteral("limit"))),
    };
    scenario.actors = readActors(node.required(QStringLiteral("actors")), scenario.level);
    const JsonNode acts = node.required(QStringLiteral("acts"));
    StepReader steps(scenario);
    for (const JsonNode &element : acts.elements()) {
        element.expectMembers({QStringLiteral("title"), QStringLiteral("steps")});
        const JsonNode title = element.member(QStringLiteral("title"));
        scenario.acts.push_back({title.exists() ? readText(title) : LocalizedText{},
                                 steps.readAct(element.required(QStringLiteral("steps")))});
    }
    if (scenario.acts.empty())
        acts.fail(QStringLiteral("A scenario needs at least one act with steps."));
    for (const JsonNode &element : node.required(QStringLiteral("questions")).elements())
        scenario.questions.push_back(readQuestion(element, steps.ids()));
    scenario.lesson = readLesson(node.required(QStringLiteral("lesson")));
    return scenario;
}

} // namespace

ScenarioReading readScenario(const QByteArray &json, const QString &file)
{
    Scenario scenario;
    const QStringList errors = readJson(json, file, [&scenario](const JsonNode &root) {
        scenario = readScenarioNode(root);
    });
    if (!errors.isEmpty())
        return {std::nullopt, errors};
    scenario.file = file;
    return {std::move(scenario), {}};
}

ScenarioReading readScenarioFile(const QString &path)
{
    const Result<QByteArray> json = readLabFile(path);
    return json ? readScenario(*json, path) : ScenarioReading{std::nullopt, {json.error()}};
}

Result<QByteArray> readLabFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Failure{
            QStringLiteral("%1:1: The file cannot be read: %2.").arg(path, file.errorString())};
    QByteArray json = file.read(maxScenarioSize + 1);
    if (json.size() > maxScenarioSize)
        return Failure{QStringLiteral("%1:1: A scenario is at most %2.")
                           .arg(path, formatSize(maxScenarioSize))};
    return json;
}

} // namespace Teardown
