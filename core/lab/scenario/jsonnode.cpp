// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/scenario/jsonnode.h"

#include "core/base/suggestion.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Teardown {

namespace {

/// More words than this are not listed in a message.
constexpr qsizetype maxListed = 20;

/// The name of the last member in a path, as people would say it; an element goes by its list.
QString nameOf(QString path)
{
    qsizetype cut = path.lastIndexOf(u'/') + 1;
    if (cut > 0 && path[cut].isDigit()) {
        path.truncate(cut - 1);
        cut = path.lastIndexOf(u'/') + 1;
    }
    return path.isEmpty() ? QStringLiteral("The file") : QString(u'"' % path.sliced(cut) % u'"');
}

QString list(const QStringList &words)
{
    return QString(u'"' % words.join(QLatin1StringView("\", \"")) % u'"');
}

} // namespace

void JsonFindings::add(const QString &path, const QString &reason)
{
    m_all.append(QStringLiteral("%1:%2: %3").arg(m_file).arg(m_lines.of(path)).arg(reason));
}

void JsonNode::expectMembers(const QStringList &known) const
{
    if (!m_value.isObject()) {
        if (exists())
            fail(QStringLiteral("%1 must be an object {…}.").arg(nameOf(m_path)));
        return;
    }
    for (const QString &name : memberNames()) {
        if (!known.contains(name))
            member(name).fail(
                QStringLiteral("\"%1\" is not known here%2%3")
                    .arg(name,
                         suggestion(name, known),
                         suggestion(name, known).isEmpty() ? QStringLiteral(".") : QString()));
    }
}

JsonNode JsonNode::member(const QString &name) const
{
    return {m_value.toObject().value(name),
            m_path.isEmpty() ? name : QString(m_path % u'/' % name),
            *m_findings};
}

JsonNode JsonNode::required(const QString &name) const
{
    JsonNode node = member(name);
    if (m_value.isObject() && !node.exists())
        fail(QStringLiteral("\"%1\" is missing.").arg(name));
    return node;
}

std::vector<JsonNode> JsonNode::elements() const
{
    std::vector<JsonNode> nodes;
    if (!m_value.isArray()) {
        if (exists())
            fail(QStringLiteral("%1 must be a list […].").arg(nameOf(m_path)));
        return nodes;
    }
    const QJsonArray array = m_value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        nodes.emplace_back(array[i], QString(m_path % u'/' % QString::number(i)), *m_findings);
    return nodes;
}

QString JsonNode::text() const
{
    if (exists() && m_value.toString().isEmpty())
        fail(QStringLiteral("%1 must be a text that is not empty.").arg(nameOf(m_path)));
    return m_value.toString();
}

bool JsonNode::flag() const
{
    if (exists() && !m_value.isBool())
        fail(QStringLiteral("%1 must be true or false.").arg(nameOf(m_path)));
    return m_value.toBool();
}

qint64 JsonNode::whole(qint64 lowest, qint64 highest) const
{
    if (!exists())
        return lowest;
    const qint64 number = m_value.toInteger(-1);
    if (!m_value.isDouble() || number < lowest || number > highest) {
        fail(QStringLiteral("%1 must be a whole number from %2 to %3.")
                 .arg(nameOf(m_path))
                 .arg(lowest)
                 .arg(highest));
        return lowest;
    }
    return number;
}

std::optional<qsizetype> JsonNode::oneOf(const QStringList &words) const
{
    if (!exists())
        return std::nullopt;
    const qsizetype index = m_value.isString() ? words.indexOf(m_value.toString()) : -1;
    if (index >= 0)
        return index;
    const QString near = suggestion(m_value.toString(), words);
    if (words.size() <= maxListed)
        fail(QStringLiteral("%1 must be one of %2%3").arg(nameOf(m_path), list(words), near));
    else
        fail(QStringLiteral("\"%1\" is not known%2").arg(m_value.toString(), near));
    return std::nullopt;
}

QStringList readJson(const QByteArray &json,
                     const QString &file,
                     const std::function<void(const JsonNode &root)> &read)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return {QStringLiteral("%1:%2: %3.")
                    .arg(file)
                    .arg(JsonLines::ofOffset(json, error.offset))
                    .arg(error.errorString())};
    JsonFindings findings(file, json);
    if (const QString &twice = findings.lines().duplicate(); !twice.isEmpty())
        findings.add(twice,
                     QStringLiteral("\"%1\" is there twice.")
                         .arg(twice.sliced(twice.lastIndexOf(u'/') + 1)));
    const QJsonValue root
        = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    read({root, {}, findings});
    return findings.all();
}

} // namespace Teardown
