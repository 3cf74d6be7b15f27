// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/expectation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

namespace Teardown {

namespace {

constexpr QLatin1StringView atLeast("atLeast");
constexpr QLatin1StringView atMost("atMost");
constexpr QLatin1StringView contains("contains");

bool isWithin(const QJsonObject &bounds, double number)
{
    return (!bounds.contains(atLeast) || number >= bounds.value(atLeast).toDouble())
        && (!bounds.contains(atMost) || number <= bounds.value(atMost).toDouble());
}

QString describeBounds(const QJsonObject &bounds)
{
    QStringList parts;
    if (bounds.contains(atLeast))
        parts.append(
            QStringLiteral("at least %1").arg(bounds.value(atLeast).toDouble(), 0, 'f', 0));
    if (bounds.contains(atMost))
        parts.append(QStringLiteral("at most %1").arg(bounds.value(atMost).toDouble(), 0, 'f', 0));
    return parts.join(QLatin1StringView(", "));
}

} // namespace

bool isMet(const QJsonValue &expected, const QJsonValue &seen)
{
    if (seen.isUndefined())
        return false;
    if (expected.isArray() && !seen.isArray()) {
        const QJsonArray any = expected.toArray();
        return std::any_of(any.begin(), any.end(), [&](const QJsonValue &one) {
            return isMet(one, seen);
        });
    }
    if (expected.isObject() && seen.isString())
        return seen.toString().contains(expected.toObject().value(contains).toString());
    if (expected.isObject() && seen.isDouble())
        return isWithin(expected.toObject(), seen.toDouble());
    if (expected.isObject() && seen.isObject()) {
        const QJsonObject fields = expected.toObject();
        const QJsonObject all = seen.toObject();
        const QStringList names = fields.keys();
        return std::all_of(names.begin(), names.end(), [&](const QString &name) {
            return isMet(fields.value(name), all.value(name));
        });
    }
    return expected == seen;
}

QString describe(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Undefined:
    case QJsonValue::Null:
        return QStringLiteral("nothing");
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'f', 0);
    case QJsonValue::String:
        return value.toString().isEmpty() ? QStringLiteral("none") : value.toString();
    case QJsonValue::Array: {
        QStringList parts;
        const QJsonArray array = value.toArray();
        for (const auto &one : array)
            parts.append(describe(one));
        return QString(u'[' % parts.join(QLatin1StringView(", ")) % u']');
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        if (object.contains(atLeast) || object.contains(atMost))
            return describeBounds(object);
        if (object.contains(contains))
            return QStringLiteral("a text with \"%1\"").arg(object.value(contains).toString());
        return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
    }
    Q_UNREACHABLE();
}

} // namespace Teardown
