// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/reasonlessonpage.h"

#include "ui/models/texts.h"
#include "ui/panels/codecolumns.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace Teardown {

void ReasonLessonPage::fill(const CloseReport &report,
                            const LabCatalogue &catalogue,
                            const QString &language)
{
    const ReasonLesson lesson = reasonLesson(report.verdict.reason);
    clear();
    addHeading(summaryText(report));
    addText(lesson.happened.in(language));
    addItems(tr("How to recognise it"), lesson.signs, language);
    addItems(tr("Usual causes"), lesson.causes, language);
    addItems(tr("What to do in your program"), lesson.advice, language);
    addGap();
    addHeading(tr("The same in C, Go and Qt"));
    addWide(makeCodeColumns(lesson.c, lesson.go, lesson.qt));
    addScenarios(lesson.scenarios, catalogue, language);
}

void ReasonLessonPage::addItems(const QString &heading,
                                const std::vector<LocalizedText> &texts,
                                const QString &language)
{
    addGap();
    addHeading(heading);
    for (const LocalizedText &text : texts)
        addItem(text.in(language));
}

void ReasonLessonPage::addScenarios(const QStringList &ids,
                                    const LabCatalogue &catalogue,
                                    const QString &language)
{
    addGap();
    addHeading(tr("Try it in the lab"));
    if (ids.isEmpty())
        addText(tr("No scenario of the lab shows this ending."));
    for (const QString &id : ids) {
        const Scenario *scenario = catalogue.find(id);
        Q_ASSERT(scenario);
        const QString title = tr("Show scenario %1: %2").arg(id, scenario->title.in(language));
        auto *button = new QPushButton(QString(title).replace(u'&', u"&&"_qs), widget());
        button->setObjectName(QString(u"scenario" % id));
        connect(button, &QPushButton::clicked, this, [this, id] { emit scenarioWanted(id); });
        // No wider than its text.
        auto *row = new QWidget(widget());
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(button);
        layout->addStretch();
        addWidget(row);
    }
}

} // namespace Teardown
