// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/scenario/reasonlesson.h"

#include "core/lab/scenario/textreader.h"

#include <QFile>

namespace Teardown {

namespace {

Reason readReason(const JsonNode &node)
{
    QStringList tokens;
    for (const Reason reason : allReasons)
        tokens.append(token(reason));
    return allReasons[static_cast<std::size_t>(node.oneOf(tokens).value_or(0))];
}

/// A list with at least one text.
std::vector<LocalizedText> readTexts(const JsonNode &node)
{
    std::vector<LocalizedText> texts;
    const std::vector<JsonNode> elements = node.elements();
    if (node.value().isArray() && elements.empty())
        node.fail(QStringLiteral("The list needs at least one text."));
    for (const JsonNode &element : elements)
        texts.push_back(readText(element));
    return texts;
}

ReasonLesson readLessonNode(const JsonNode &node)
{
    node.expectMembers({QStringLiteral("reason"),
                        QStringLiteral("happened"),
                        QStringLiteral("signs"),
                        QStringLiteral("causes"),
                        QStringLiteral("advice"),
                        QStringLiteral("c"),
                        QStringLiteral("go"),
                        QStringLiteral("qt"),
                        QStringLiteral("scenarios")});
    ReasonLesson lesson{
        .reason = readReason(node.required(QStringLiteral("reason"))),
        .happened = readText(node.required(QStringLiteral("happened"))),
        .signs = readTexts(node.required(QStringLiteral("signs"))),
        .causes = readTexts(node.required(QStringLiteral("causes"))),
        .advice = readTexts(node.required(QStringLiteral("advice"))),
        .c = readSource(node.required(QStringLiteral("c"))),
        .go = readSource(node.required(QStringLiteral("go"))),
        .qt = readSource(node.required(QStringLiteral("qt"))),
        .scenarios = {},
    };
    for (const JsonNode &scenario : node.required(QStringLiteral("scenarios")).elements())
        lesson.scenarios.append(readId(scenario));
    return lesson;
}

} // namespace

ReasonLessonReading readReasonLesson(const QByteArray &json, const QString &file)
{
    ReasonLesson lesson;
    const QStringList errors
        = readJson(json, file, [&lesson](const JsonNode &root) { lesson = readLessonNode(root); });
    if (!errors.isEmpty())
        return {std::nullopt, errors};
    return {std::move(lesson), {}};
}

ReasonLesson reasonLesson(Reason reason)
{
    QFile file(QStringLiteral(":/lab/lessons/%1.json").arg(token(reason)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("There is no %ls.", qUtf16Printable(file.fileName()));
    ReasonLessonReading reading = readReasonLesson(file.readAll(), file.fileName());
    if (!reading.lesson)
        qFatal("%ls", qUtf16Printable(reading.errors.join(u'\n')));
    return std::move(*reading.lesson);
}

} // namespace Teardown
