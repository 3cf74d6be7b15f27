// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/scenario/stepreader.h"

#include "core/base/suggestion.h"
#include "core/base/units.h"
#include "core/lab/scenario/factreader.h"
#include "core/net/settings.h"

#include <algorithm>

namespace Teardown {

namespace {

/// A step may move at most this many bytes, wait at most this long.
constexpr qint64 maxWhole = 64 * 1024 * 1024;
constexpr Milliseconds maxDuration{30'000};

const QStringList &commonFields()
{
    static const QStringList names{QStringLiteral("id"),
                                   QStringLiteral("actor"),
                                   QStringLiteral("do"),
                                   QStringLiteral("background"),
                                   QStringLiteral("expect")};
    return names;
}

QStringList operationNames(ActorKind kind)
{
    QStringList names;
    for (const OperationSpec &spec : allOperations()) {
        if ((spec.kinds & kindBit(kind)) != 0)
            names.append(QString::fromLatin1(spec.name));
    }
    return names;
}

void checkDuration(const JsonNode &node)
{
    const auto duration = parseDuration(node.text());
    if (!duration || *duration > maxDuration)
        node.fail(QStringLiteral("A duration is up to 30s, such as 200ms or 2s."));
}

void checkSettings(const JsonNode &node)
{
    if (!node.value().isObject())
        node.fail(QStringLiteral("\"settings\" must be an object {…}."));
    MonitorSettings settings;
    for (const QString &name : node.memberNames()) {
        const JsonNode member = node.member(name);
        const Setting *setting = findSetting(name);
        if (!setting) {
            member.fail(QStringLiteral("There is no setting \"%1\".").arg(name));
        } else if (const auto applied = setting->apply(settings, member.text()); !applied) {
            member.fail(applied.error());
        }
    }
}

} // namespace

std::vector<Step> StepReader::readAct(const JsonNode &steps)
{
    std::vector<Step> act;
    m_running.clear();
    for (const JsonNode &element : steps.elements())
        act.push_back(readStep(element));
    for (const QString &id : std::as_const(m_running))
        steps.fail(QStringLiteral("The background step \"%1\" is never joined: add "
                                  "{\"do\": \"join\", \"step\": \"%1\"}.")
                       .arg(id));
    return act;
}

Step StepReader::readStep(const JsonNode &node)
{
    const JsonNode actor = node.required(QStringLiteral("actor"));
    const JsonNode operation = node.required(QStringLiteral("do"));
    const JsonNode id = node.member(QStringLiteral("id"));
    Step step{.id = id.text(),
              .actor = actor.text(),
              .operation = operation.text(),
              .background = node.member(QStringLiteral("background")).flag(),
              .line = node.line()};
    checkActor(actor);
    if (!step.id.isEmpty() && m_ids.contains(step.id))
        id.fail(QStringLiteral("There is a step \"%1\" already.").arg(step.id));
    if (const ActorSpec *spec = m_scenario.actor(step.actor); spec && operation.exists()) {
        if (step.background && spec->kind == ActorKind::Network)
            node.fail(QStringLiteral("Nothing a network actor does takes time: leave out "
                                     "\"background\"."));
        if (const OperationSpec *found = findOperation(step.operation, spec->kind))
            readArguments(node, *found, step);
        else
            operation.fail(QStringLiteral("A %1 actor cannot do \"%2\"%3")
                               .arg(token(spec->kind),
                                    step.operation,
                                    suggestion(step.operation, operationNames(spec->kind))));
    }
    step.expectations = readExpectations(node.member(QStringLiteral("expect")));
    if (!step.id.isEmpty())
        m_ids.append(step.id);
    if (step.background && step.id.isEmpty())
        node.fail(QStringLiteral("A background step needs an \"id\" to be joined by."));
    else if (step.background)
        m_running.append(step.id);
    return step;
}

void StepReader::readArguments(const JsonNode &node, const OperationSpec &operation, Step &step)
{
    QStringList known = commonFields();
    for (const FieldSpec &field : operation.fields) {
        const QString name = QString::fromLatin1(field.name);
        known.append(name);
        const JsonNode member = field.required ? node.required(name) : node.member(name);
        if (!member.exists())
            continue;
        checkField(member, field);
        step.arguments.insert(name, member.value());
    }
    node.expectMembers(known);
    if (step.operation == QLatin1StringView("join"))
        m_running.removeAll(step.arguments.value(QLatin1StringView("step")).toString());
}

void StepReader::checkField(const JsonNode &node, const FieldSpec &field)
{
    switch (field.type) {
    case FieldType::Whole:
        node.whole(0, maxWhole);
        break;
    case FieldType::Text:
    case FieldType::Socket:
        node.text();
        break;
    case FieldType::Flag:
        node.flag();
        break;
    case FieldType::Duration:
        checkDuration(node);
        break;
    case FieldType::Token:
        node.oneOf(QString::fromLatin1(field.choices).split(u' '));
        break;
    case FieldType::Actor:
        checkActor(node);
        break;
    case FieldType::Step:
        if (!m_running.contains(node.text()))
            node.fail(QStringLiteral("No background step \"%1\" is running here.")
                          .arg(node.value().toString()));
        break;
    case FieldType::Settings:
        checkSettings(node);
        break;
    }
}

void StepReader::checkActor(const JsonNode &node)
{
    const QString id = node.text();
    if (id.isEmpty() || m_scenario.actor(id))
        return;
    QStringList actors;
    for (const ActorSpec &actor : m_scenario.actors)
        actors.append(actor.id);
    node.fail(QStringLiteral("There is no actor \"%1\"%2").arg(id, suggestion(id, actors)));
}

} // namespace Teardown
