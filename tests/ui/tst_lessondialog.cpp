// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/scenario/labcatalogue.h"
#include "core/lab/scenario/reasonlesson.h"
#include "tests/ui/support/windowtestmain.h"
#include "ui/models/texts.h"
#include "ui/widgets/codeview.h"
#include "ui/window/language.h"
#include "ui/window/lessondialog.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Teardown;

namespace {

std::shared_ptr<const CloseReport> reportOf(Reason reason)
{
    CloseReport report;
    report.verdict = {EndedBy::Peer, Wire::Rst, reason, Grade::Observed};
    return std::make_shared<const CloseReport>(report);
}

bool says(const QWidget &widget, const QString &text)
{
    const auto labels = widget.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->text() == text;
    });
}

} // namespace

/// What happened here? The lesson for every reason, in both languages, and the way to the lab.
class tst_LessonDialog : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("QT_QPA_PLATFORM", "offscreen"); }

private slots:
    void init() { failOnAnyWarning(); }
    void cleanup() { installLanguage(QStringLiteral("en")); }

    void reason_isExplained_data();
    void reason_isExplained();
    void scenario_isOneClickAway();
    void language_changesAtOnce();

private:
    LabCatalogue m_catalogue = LabCatalogue::builtIn();
    QWidget m_window;
};

void tst_LessonDialog::reason_isExplained_data()
{
    QTest::addColumn<Reason>("reason");
    for (const Reason reason : allReasons)
        QTest::newRow(token(reason).data()) << reason;
}

void tst_LessonDialog::reason_isExplained()
{
    QFETCH(Reason, reason);
    const ReasonLesson lesson = reasonLesson(reason);
    LessonDialog dialog(m_catalogue, &m_window);
    dialog.explain(reportOf(reason));
    QVERIFY(dialog.isVisible());
    QVERIFY(dialog.windowTitle().contains(displayText(reason)));
    QVERIFY(says(dialog, summaryText(*reportOf(reason))));
    QVERIFY(says(dialog, lesson.happened.en));
    for (const auto *list : {&lesson.signs, &lesson.causes, &lesson.advice}) {
        for (const LocalizedText &text : *list)
            QVERIFY2(says(dialog, text.en), qPrintable(text.en));
    }
    const auto codes = dialog.findChildren<CodeView *>();
    QCOMPARE(codes.size(), 3);
    QCOMPARE(codes[0]->toPlainText(), lesson.c);
    QCOMPARE(codes[1]->toPlainText(), lesson.go);
    QCOMPARE(codes[2]->toPlainText(), lesson.qt);
    for (const QString &id : lesson.scenarios)
        QVERIFY2(dialog.findChild<QPushButton *>(QString(u"scenario" % id)), qPrintable(id));
}

void tst_LessonDialog::scenario_isOneClickAway()
{
    LessonDialog dialog(m_catalogue, &m_window);
    const QSignalSpy wanted(&dialog, &LessonDialog::scenarioWanted);
    dialog.explain(reportOf(Reason::PeerReset));
    auto *button = dialog.findChild<QPushButton *>(QStringLiteral("scenarioB2"));
    QVERIFY(button);
    QVERIFY(button->text().startsWith(u"Show scenario B2: "));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), u"B2");
}

void tst_LessonDialog::language_changesAtOnce()
{
    LessonDialog dialog(m_catalogue, &m_window);
    dialog.explain(reportOf(Reason::PeerReset));
    installLanguage(QStringLiteral("zh_CN"));
    const ReasonLesson lesson = reasonLesson(Reason::PeerReset);
    QTRY_VERIFY(says(dialog, lesson.happened.zhCn));
    QVERIFY(!says(dialog, lesson.happened.en));
    QVERIFY(dialog.windowTitle().contains(displayText(Reason::PeerReset)));
}

QTEST_MAIN(tst_LessonDialog)

#include "tst_lessondialog.moc"
