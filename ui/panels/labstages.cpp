// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/labstages.h"

#include "ui/panels/codecolumns.h"
#include "ui/theme/glyphs.h"
#include "ui/widgets/tonelabel.h"

#include <QButtonGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace Teardown {

namespace {

void addHint(TextPage &page, const QString &text)
{
    auto *hint = new ToneLabel(Tone::Muted);
    hint->setText(text);
    hint->setWordWrap(true);
    page.addWidget(hint);
}

QString kindText(ActorKind kind)
{
    switch (kind) {
    case ActorKind::Posix:
        return QCoreApplication::translate("Teardown::LabStages", "plain sockets");
    case ActorKind::Process:
        return QCoreApplication::translate("Teardown::LabStages",
                                           "plain sockets in a process of its own");
    case ActorKind::Qt:
        return QCoreApplication::translate("Teardown::LabStages", "QTcpSocket");
    case ActorKind::Tls:
        return QCoreApplication::translate("Teardown::LabStages", "QSslSocket");
    case ActorKind::Teardown:
        return QCoreApplication::translate("Teardown::LabStages", "the engine of Teardown");
    case ActorKind::Relay:
        return QCoreApplication::translate("Teardown::LabStages", "a relay");
    case ActorKind::Network:
        return QCoreApplication::translate("Teardown::LabStages", "the network itself");
    }
    Q_UNREACHABLE();
}

QString sideText(LabSide side)
{
    switch (side) {
    case LabSide::Client:
        return QCoreApplication::translate("Teardown::LabStages", "client side");
    case LabSide::Middle:
        return QCoreApplication::translate("Teardown::LabStages", "in the middle");
    case LabSide::Server:
        return QCoreApplication::translate("Teardown::LabStages", "server side");
    }
    Q_UNREACHABLE();
}

/// A sign before a text: the shape says what the colour supports.
QWidget *signedText(Glyph glyph, Tone tone, const QString &text)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *sign = new QLabel(row);
    const int size = row->style()->pixelMetric(QStyle::PM_SmallIconSize);
    sign->setPixmap(glyphIcon(glyph, tone).pixmap(size, size));
    auto *label = new QLabel(text, row);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addWidget(label, 1);
    return row;
}

const StepRecord *stepOf(const LabSubject &subject, const QString &id)
{
    if (!subject.record || id.isEmpty())
        return nullptr;
    const auto &steps = subject.record->steps;
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const StepRecord &step) {
        return step.id == id;
    });
    return found == steps.end() ? nullptr : &*found;
}

void compareQuestion(TextPage &page, const LabSubject &subject, std::size_t index)
{
    const Question &question = subject.scenario.questions[index];
    const QString &language = subject.language;
    const int answer = subject.result.answer(index);
    page.addHeading(QStringLiteral("%1. %2").arg(index + 1).arg(question.ask.in(language)));
    const Choice *said = answer >= 0 && answer < static_cast<int>(question.choices.size())
        ? &question.choices[static_cast<std::size_t>(answer)]
        : nullptr;
    const auto right = std::find_if(question.choices.begin(),
                                    question.choices.end(),
                                    [](const Choice &choice) { return choice.right; });
    if (!said)
        page.addWidget(signedText(Glyph::Question,
                                  Tone::Unknown,
                                  QCoreApplication::translate("Teardown::LabStages",
                                                              "You made no prediction.")));
    else if (said->right)
        page.addWidget(
            signedText(Glyph::Square,
                       Tone::Orderly,
                       QCoreApplication::translate("Teardown::LabStages", "Right. You said: %1")
                           .arg(said->text.in(language))));
    else
        page.addWidget(
            signedText(Glyph::Cross,
                       Tone::Reset,
                       QCoreApplication::translate("Teardown::LabStages", "Wrong. You said: %1")
                           .arg(said->text.in(language))));
    if (said && !said->right)
        page.addText(said->why.in(language));
    if (right != question.choices.end()) {
        if (!said || !said->right)
            page.addText(QCoreApplication::translate("Teardown::LabStages", "It is: %1")
                             .arg(right->text.in(language)));
        page.addText(right->why.in(language));
    }
    if (const StepRecord *step = stepOf(subject, question.step)) {
        const StepStates states = statesAfter(*step, hasRelay(subject.scenario));
        QString seen
            = QCoreApplication::translate("Teardown::LabStages", "Seen in your run: %1: %2")
                  .arg(step->actor, (QStringList{step->toString()} + step->events).join(u", "));
        if (!states.client.isEmpty() || !states.server.isEmpty())
            seen += QCoreApplication::translate("Teardown::LabStages",
                                                " · client kernel %1 · server kernel %2")
                        .arg(QString(states.client).replace(u'\n', u' '),
                             QString(states.server).replace(u'\n', u' '));
        addHint(page, seen);
    }
    page.addGap();
}

} // namespace

void fillStory(TextPage &page, const LabSubject &subject)
{
    page.clear();
    page.addText(subject.scenario.story.in(subject.language));
    page.addGap();
    page.addHeading(QCoreApplication::translate("Teardown::LabStages", "Who takes part"));
    for (const ActorSpec &actor : subject.scenario.actors)
        page.addText(QCoreApplication::translate("Teardown::LabStages", "%1: %2, %3")
                         .arg(actor.id, sideText(actor.side), kindText(actor.kind)));
    page.addGap();
    addHint(page,
            subject.scenario.questions.empty()
                ? QCoreApplication::translate("Teardown::LabStages",
                                              "Run it on real sockets, then read the lesson.")
                : QCoreApplication::translate(
                    "Teardown::LabStages",
                    "Next: predict what happens, then run it on real sockets."));
}

void fillCompare(TextPage &page, const LabSubject &subject)
{
    page.clear();
    if (!subject.result.isPredictionFixed) {
        page.addText(QCoreApplication::translate(
            "Teardown::LabStages", "Nothing to compare yet. Predict, then run the scenario (F5)."));
        return;
    }
    if (subject.record)
        page.addText(verdictText(*subject.record));
    else
        page.addText(
            QCoreApplication::translate("Teardown::LabStages", "Run on %1: %2.")
                .arg(QLocale().toString(subject.result.when.toLocalTime(), QLocale::ShortFormat),
                     displayText(subject.result.status)));
    page.addGap();
    for (std::size_t index = 0; index < subject.scenario.questions.size(); ++index)
        compareQuestion(page, subject, index);
}

void fillLesson(TextPage &page, const LabSubject &subject)
{
    page.clear();
    const Lesson &lesson = subject.scenario.lesson;
    page.addHeading(QCoreApplication::translate("Teardown::LabStages", "What happened"));
    page.addText(lesson.happened.in(subject.language));
    page.addGap();
    page.addHeading(
        QCoreApplication::translate("Teardown::LabStages", "What to do in your program"));
    page.addText(lesson.advice.in(subject.language));
    page.addGap();
    page.addHeading(QCoreApplication::translate("Teardown::LabStages", "The same in C, Go and Qt"));
    page.addWide(makeCodeColumns(lesson.c, lesson.go, lesson.qt));
}

void PredictPage::fill(const LabSubject &subject)
{
    clear();
    const auto &questions = subject.scenario.questions;
    if (questions.empty()) {
        addText(tr("This scenario asks nothing. Run it (F5) and read the lesson."));
        return;
    }
    addHint(*this,
            subject.result.isPredictionFixed
                ? tr("You have run it, so the prediction stands. Lab > Reset Progress starts anew.")
                : tr("What will happen? Choose before you run it; being wrong is how one learns."));
    for (std::size_t index = 0; index < questions.size(); ++index) {
        addGap();
        addHeading(
            QStringLiteral("%1. %2").arg(index + 1).arg(questions[index].ask.in(subject.language)));
        auto *group = new QButtonGroup(widget());
        for (std::size_t choice = 0; choice < questions[index].choices.size(); ++choice) {
            const QString text = questions[index].choices[choice].text.in(subject.language);
            auto *button = new QRadioButton(QString(text).replace(u'&', u"&&"_qs), widget());
            button->setChecked(subject.result.answer(index) == static_cast<int>(choice));
            button->setEnabled(!subject.result.isPredictionFixed);
            group->addButton(button, static_cast<int>(choice));
            addWidget(button);
        }
        connect(group, &QButtonGroup::idClicked, this, [this, index](int choice) {
            emit predicted(index, choice);
        });
    }
}

} // namespace Teardown
