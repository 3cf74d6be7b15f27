// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/falsify.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Teardown {

namespace {

constexpr double beyondEverything = 1e15;
constexpr double belowEverything = -1e15;

QString wrong(const QString &text)
{
    return QString(text % QLatin1StringView(" (never)"));
}

/// A word that is expected, or any of several.
QJsonValue wrongWords(const QJsonArray &words)
{
    QJsonArray others;
    for (const QJsonValue word : words)
        others.append(wrong(word.toString()));
    return others;
}

std::vector<QJsonValue> wrongEvents(const QJsonArray &events)
{
    QJsonArray longer = events;
    longer.append(QStringLiteral("never"));
    std::vector<QJsonValue> all{longer};
    for (qsizetype i = 0; i < events.size(); ++i) {
        QJsonArray other = events;
        other[i] = wrong(events[i].toString());
        all.emplace_back(other);
        QJsonArray shorter = events;
        shorter.removeAt(i);
        all.emplace_back(shorter);
    }
    return all;
}

std::vector<QJsonValue> wrongObject(const QJsonObject &object)
{
    std::vector<QJsonValue> all;
    for (const QString &name : object.keys()) {
        QJsonObject other = object;
        if (name == u"atLeast")
            other.insert(name, beyondEverything);
        else if (name == u"atMost")
            other.insert(name, belowEverything);
        else
            other.insert(name, falsifications(name, object.value(name)).front());
        all.emplace_back(other);
    }
    return all;
}

} // namespace

std::vector<QJsonValue> falsifications(const QString &fact, const QJsonValue &expected)
{
    switch (expected.type()) {
    case QJsonValue::Bool:
        return {!expected.toBool()};
    case QJsonValue::Double:
        return {expected.toDouble() + 1, expected.toDouble() - 1};
    case QJsonValue::String:
        return {wrong(expected.toString())};
    case QJsonValue::Array:
        if (fact == u"events")
            return wrongEvents(expected.toArray());
        return {wrongWords(expected.toArray())};
    case QJsonValue::Object:
        return wrongObject(expected.toObject());
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {QStringLiteral("never")};
}

Scenario falsified(Scenario scenario)
{
    for (Act &act : scenario.acts) {
        for (Step &step : act.steps) {
            for (Expectation &expectation : step.expectations)
                expectation.expected
                    = falsifications(expectation.fact, expectation.expected).front();
        }
    }
    return scenario;
}

} // namespace Teardown
