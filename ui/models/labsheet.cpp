// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/labsheet.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace Teardown {

namespace {

struct SheetLine
{
    QString ask;
    QString answer; ///< empty when there was none
    QString right;
    bool isRight = false;
};

struct SheetEntry
{
    const Scenario *scenario;
    LabResult result;
    std::vector<SheetLine> lines;
};

SheetLine lineOf(const Question &question, int answer, const QString &language)
{
    SheetLine line{.ask = question.ask.in(language), .answer = {}, .right = {}};
    for (std::size_t index = 0; index < question.choices.size(); ++index) {
        const Choice &choice = question.choices[index];
        const bool isAnswer = static_cast<int>(index) == answer;
        if (isAnswer)
            line.answer = choice.text.in(language);
        if (choice.right)
            line.right = choice.text.in(language);
        line.isRight = line.isRight || (isAnswer && choice.right);
    }
    return line;
}

std::vector<SheetEntry>
entriesOf(const LabCatalogue &catalogue, const LabProgress &progress, const QString &language)
{
    std::vector<SheetEntry> entries;
    for (const Scenario &scenario : catalogue.scenarios()) {
        SheetEntry entry{&scenario, progress.result(scenario.id), {}};
        if (entry.result.status == LabStatus::NotRun && entry.result.answers.empty())
            continue;
        for (std::size_t index = 0; index < scenario.questions.size(); ++index)
            entry.lines.push_back(
                lineOf(scenario.questions[index], entry.result.answer(index), language));
        entries.push_back(std::move(entry));
    }
    return entries;
}

/// As text of Markdown, not as its marks.
QString escaped(QString text)
{
    for (const QChar mark : QStringLiteral("\\`*_<>[]|#"))
        text.replace(mark, QString(u'\\' % QString(mark)));
    return text.replace(u'\n', u' ');
}

QString marked(const SheetLine &line)
{
    if (line.answer.isEmpty())
        return QString(u"– "_qs
                       % QCoreApplication::translate("Teardown::LabSheet", "no prediction"));
    return line.isRight
        ? QString(u"✓ "_qs % QCoreApplication::translate("Teardown::LabSheet", "right"))
        : QString(u"✗ "_qs % QCoreApplication::translate("Teardown::LabSheet", "wrong"));
}

QString toMarkdown(const SheetEntry &entry, const QString &language)
{
    QString text = QStringLiteral("\n## %1 %2\n\n%3")
                       .arg(entry.scenario->id,
                            escaped(entry.scenario->title.in(language)),
                            QCoreApplication::translate("Teardown::LabSheet", "Run: %1")
                                .arg(displayText(entry.result.status)));
    if (entry.result.when.isValid())
        text += QStringLiteral(", %1").arg(entry.result.when.toString(Qt::ISODate));
    if (!entry.result.reason.isEmpty())
        text += QStringLiteral(" (%1)").arg(escaped(labReasonText(entry.result.reason)));
    text += QLatin1StringView("\n\n");
    if (entry.lines.empty())
        return text;
    text += QStringLiteral("| %1 | %2 | %3 | |\n| --- | --- | --- | --- |\n")
                .arg(QCoreApplication::translate("Teardown::LabSheet", "Question"),
                     QCoreApplication::translate("Teardown::LabSheet", "You said"),
                     QCoreApplication::translate("Teardown::LabSheet", "Right answer"));
    for (const SheetLine &line : entry.lines)
        text += QStringLiteral("| %1 | %2 | %3 | %4 |\n")
                    .arg(escaped(line.ask),
                         line.answer.isEmpty() ? u"–"_qs : escaped(line.answer),
                         escaped(line.right),
                         marked(line));
    return text;
}

} // namespace

QByteArray
toMarkdown(const LabCatalogue &catalogue, const LabProgress &progress, const QString &language)
{
    const auto entries = entriesOf(catalogue, progress, language);
    qsizetype asked = 0;
    qsizetype right = 0;
    QString body;
    for (const SheetEntry &entry : entries) {
        asked += std::ssize(entry.lines);
        right += std::count_if(entry.lines.begin(), entry.lines.end(), [](const SheetLine &line) {
            return line.isRight;
        });
        body += toMarkdown(entry, language);
    }
    const QString total
        = QCoreApplication::translate("Teardown::LabSheet", "%1 of %2 predictions right")
              .arg(right)
              .arg(asked);
    return QStringLiteral("# %1\n\n%2\n%3")
        .arg(QCoreApplication::translate("Teardown::LabSheet", "Result sheet"), total, body)
        .toUtf8();
}

QByteArray
toJsonSheet(const LabCatalogue &catalogue, const LabProgress &progress, const QString &language)
{
    QJsonArray scenarios;
    for (const SheetEntry &entry : entriesOf(catalogue, progress, language)) {
        QJsonArray questions;
        for (const SheetLine &line : entry.lines)
            questions.append(QJsonObject{
                {QStringLiteral("question"), line.ask},
                {QStringLiteral("answer"),
                 line.answer.isEmpty() ? QJsonValue() : QJsonValue(line.answer)},
                {QStringLiteral("rightAnswer"), line.right},
                {QStringLiteral("right"), line.isRight},
            });
        scenarios.append(QJsonObject{
            {QStringLiteral("id"), entry.scenario->id},
            {QStringLiteral("title"), entry.scenario->title.in(language)},
            {QStringLiteral("result"), statusToken(entry.result.status)},
            {QStringLiteral("reason"), entry.result.reason},
            {QStringLiteral("when"), entry.result.when.toString(Qt::ISODate)},
            {QStringLiteral("questions"), questions},
        });
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("scenarios"), scenarios}}).toJson();
}

} // namespace Teardown
