// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/ui/support/windowfixture.h"
#include "tests/ui/support/windowtestmain.h"
#include "ui/models/labcataloguemodel.h"
#include "ui/panels/endpointspanel.h"
#include "ui/panels/labcataloguepanel.h"
#include "ui/panels/labpage.h"
#include "ui/panels/labrunpage.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/timelinewidget.h"
#include "ui/window/actionspec.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QDockWidget>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSet>
#include <QTreeView>
#include <QXmlStreamReader>

using namespace Teardown;

namespace {

constexpr int runLimit = 30'000; // milliseconds

/// All texts of a stage, as they are read.
QString readingOf(const LabPage &lab)
{
    settle();
    QStringList texts;
    for (const QLabel *label : lab.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts += label->text();
    }
    return texts.join(u'\n');
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Presses the keys of \a id, which asks for a file, and answers with \a path.
bool answer(WindowFixture &window, ActionId id, const QString &path)
{
    return inDialog<QFileDialog>([&] { window.press(id); },
                                 [&](QFileDialog &dialog) { choose(dialog, path); });
}

/// Clicks a choice of the first question, the right one or a wrong one. Returns its text.
QString predict(LabPage &lab, bool rightly)
{
    lab.setStage(LabStage::Predict);
    const auto &choices = lab.scenario()->questions.front().choices;
    const auto buttons = lab.findChildren<QRadioButton *>();
    for (std::size_t choice = 0; choice < choices.size(); ++choice) {
        if (choices[choice].right == rightly) {
            buttons[static_cast<qsizetype>(choice)]->click();
            return choices[choice].text.en;
        }
    }
    return {};
}

bool runs(WindowFixture &window)
{
    LabPage &lab = window.window.lab();
    window.press(ActionId::LabRun);
    return QTest::qWaitFor([&] { return !lab.isRunning(); }, runLimit);
}

LabStatus statusOf(LabPage &lab)
{
    return lab.progress().result(lab.scenario()->id).status;
}

/// A copy of a built-in scenario under another name, in \a folder.
void writeScenario(const QTemporaryDir &folder, const QString &id)
{
    QFile original(builtInScenarios + QStringLiteral("/A1.json"));
    QVERIFY(original.open(QIODevice::ReadOnly));
    QByteArray json = original.readAll();
    json.replace("\"A1\"", QByteArray("\"" + id.toUtf8() + "\""));
    write(folder.filePath(id + QStringLiteral(".json")), json);
}

} // namespace

/// The lab page and its actions. The functions are called as the actions are, so that one without a
/// test is found.
class tst_WindowLab : public QObject
{
    Q_OBJECT

private slots:
    void init() { startAnew(); }

    void everyAction_hasItsTest();

    void showLab_hidesThePanelsOfTheMonitor();
    void showMonitor_bringsThemBack();
    void labRun_runsToTheEnd();
    void labStep_holdsBetweenSteps();
    void labRunAll_leavesPredictionsOpen();
    void labCancel_leavesNoResult();
    void labCancel_endsTheRunOfAll();
    void labBack_endsAtTheStory();
    void labForward_endsAtTheLesson();
    void labReset_asksAndForgets();
    void labLoad_addsAFolder();
    void labLoad_tellsWhatIsWrongWithAFile();
    void labExportSheet_isMarkdown();
    void labExportSheet_isJson();
    void labExportSheet_thatFailsSaysWhereAndWhy();
    void labExportTimeline_isSvg();
    void labExportTimeline_isPng();
    void labSavePackets_isOfferedWhenTheyWereCaptured();

    void search_finds();
    void prediction_isComparedAndStands_data();
    void prediction_isComparedAndStands();
    void compare_tellsWhatHappenedByItself();
    void lesson_showsThreeLanguages();
    void lesson_fitsThePage_data();
    void lesson_fitsThePage();
    void choosingAnother_endsTheRun();
    void progress_isKept();
    void table_tellsTheSameSteps();
    void quitting_endsTheRun();
    void connections_areLeftAloneByKeysOfTheMonitor();
};

void tst_WindowLab::everyAction_hasItsTest()
{
    QSet<QByteArray> tested;
    for (int index = 0; index < metaObject()->methodCount(); ++index)
        tested += metaObject()->method(index).name().split('_').front();
    for (const ActionSpec &spec : labActionSpecs())
        QVERIFY2(tested.contains(spec.name), spec.name);
}

void tst_WindowLab::showLab_hidesThePanelsOfTheMonitor()
{
    WindowFixture window;
    window.press(ActionId::ShowLab);
    QVERIFY(window.window.lab().isVisible());
    QVERIFY(window[ActionId::ShowLab]->isChecked());
    for (const QDockWidget *dock : window.window.findChildren<QDockWidget *>())
        QVERIFY(!dock->isVisible());
    QVERIFY(window.window.lab().isAncestorOf(QApplication::focusWidget()));
}

void tst_WindowLab::showMonitor_bringsThemBack()
{
    WindowFixture window;
    window.find<QDockWidget>(QStringLiteral("reasons"))->hide();
    window.press(ActionId::ShowLab);
    window.press(ActionId::ShowMonitor);
    QVERIFY(window.table().isVisible());
    QVERIFY(window.find<QDockWidget>(QStringLiteral("endpoints"))->isVisible());
    QVERIFY(!window.find<QDockWidget>(QStringLiteral("reasons"))->isVisible());
}

void tst_WindowLab::labRun_runsToTheEnd()
{
    WindowFixture window;
    window.press(ActionId::ShowLab);
    QVERIFY(runs(window));
    LabPage &lab = window.window.lab();
    QCOMPARE(lab.stage(), LabStage::Run);
    QCOMPARE(statusOf(lab), LabStatus::Passed);
    QVERIFY(!lab.timeline()->isEmpty());
    QVERIFY(!lab.timeline()->reading().isEmpty());
}

void tst_WindowLab::labStep_holdsBetweenSteps()
{
    WindowFixture window;
    window.press(ActionId::ShowLab);
    LabPage &lab = window.window.lab();
    for (std::size_t done = 1; done <= 3; ++done) {
        window.press(ActionId::LabStep);
        QTRY_VERIFY(lab.isHeld() && lab.record() && lab.record()->steps.size() == done);
    }
    QVERIFY(readingOf(lab).contains(QStringLiteral("Held before the next step")));
    QVERIFY(runs(window)); // on to the end
    QCOMPARE(statusOf(lab), LabStatus::Passed);
}

void tst_WindowLab::labRunAll_leavesPredictionsOpen()
{
    WindowFixture window;
    window.press(ActionId::ShowLab);
    LabPage &lab = window.window.lab();
    const QString chosen = lab.scenario()->id;
    window.press(ActionId::LabRunAll);
    QTRY_COMPARE_WITH_TIMEOUT(lab.progress().result(chosen).status, LabStatus::Passed, runLimit);
    QVERIFY(!lab.progress().result(chosen).isPredictionFixed);
    QTRY_VERIFY(readingOf(lab).contains(QStringLiteral("more to come")));
    QVERIFY(!window[ActionId::LabRunAll]->isEnabled());
    window.press(ActionId::LabCancel);
    QTRY_VERIFY(!lab.isRunning());
}

void tst_WindowLab::labCancel_leavesNoResult()
{
    WindowFixture window;
    window.press(ActionId::ShowLab);
    LabPage &lab = window.window.lab();
    QVERIFY(!window[ActionId::LabCancel]->isEnabled());
    window.press(ActionId::LabStep);
    QTRY_VERIFY(lab.isHeld());
    window.press(ActionId::LabCancel);
    QTRY_VERIFY(!lab.isRunning());
    // Nobody saw how it would have ended.
    QCOMPARE(statusOf(lab), LabStatus::NotRun);
    QVERIFY(!lab.progress().result(lab.scenario()->id).isPredictionFixed);
    QVERIFY(readingOf(lab).contains(QStringLiteral("cancelled")));
    QVERIFY(runs(window));
    QCOMPARE(statusOf(lab), LabStatus::Passed);
}

void tst_WindowLab::labCancel_endsTheRunOfAll()
{
    WindowFixture window;
    window.press(ActionId::ShowLab);
    LabPage &lab = window.window.lab();
    window.press(ActionId::LabRunAll);
    QTRY_VERIFY(lab.isRunning());
    window.press(ActionId::LabCancel);
    QTRY_VERIFY(!lab.isRunning());
    QTRY_VERIFY(window[ActionId::LabRunAll]->isEnabled());
    for (const Scenario &scenario : lab.catalogue().scenarios())
        QVERIFY(lab.progress().result(scenario.id).status != LabStatus::Failed);
    QVERIFY(runs(window));
}

void tst_WindowLab::labBack_endsAtTheStory()
{
    WindowFixture window;
    window.press(ActionId::ShowLab);
    window.window.lab().setStage(LabStage::Lesson);
    for (int step = 1; step < static_cast<int>(labStageCount); ++step)
        window.press(ActionId::LabBack);
    QCOMPARE(window.window.lab().stage(), LabStage::Story);
    QVERIFY(!window[ActionId::LabBack]->isEnabled());
}

void tst_WindowLab::labForward_endsAtTheLesson()
{
    WindowFixture window;
    window.press(ActionId::ShowLab);
    for (int step = 1; step < static_cast<int>(labStageCount); ++step)
        window.press(ActionId::LabForward);
    QCOMPARE(window.window.lab().stage(), LabStage::Lesson);
    QVERIFY(!window[ActionId::LabForward]->isEnabled());
}

void tst_WindowLab::labReset_asksAndForgets()
{
    WindowFixture window;
    window.press(ActionId::ShowLab);
    LabPage &lab = window.window.lab();
    predict(lab, true);
    QVERIFY(lab.progress().result(lab.scenario()->id).answer(0) >= 0);
    QVERIFY(inDialog<QMessageBox>([&] { window.press(ActionId::LabReset); },
                                  [](QMessageBox &box) {
                                      QTest::keyClick(&box, Qt::Key_Return); // the default
                                  }));
    QVERIFY(lab.progress().result(lab.scenario()->id).answer(0) >= 0);
    QVERIFY(
        inDialog<QMessageBox>([&] { window.press(ActionId::LabReset); },
                              [](QMessageBox &box) { box.button(QMessageBox::Reset)->click(); }));
    QCOMPARE(lab.progress().result(lab.scenario()->id).answer(0), -1);
}

void tst_WindowLab::labLoad_addsAFolder()
{
    const QTemporaryDir folder;
    writeScenario(folder, QStringLiteral("MINE1"));
    WindowFixture window;
    QVERIFY(answer(window, ActionId::LabLoad, folder.path()));
    LabPage &lab = window.window.lab();
    QVERIFY(lab.isVisible());
    QVERIFY(lab.catalogue().find(QStringLiteral("MINE1")));
    lab.choose(QStringLiteral("MINE1"));
    QCOMPARE(lab.scenario()->id, QStringLiteral("MINE1"));
    QVERIFY(runs(window));
    QCOMPARE(statusOf(lab), LabStatus::Passed);
}

void tst_WindowLab::labLoad_tellsWhatIsWrongWithAFile()
{
    const QTemporaryDir folder;
    writeScenario(folder, QStringLiteral("MINE1"));
    write(folder.filePath(QStringLiteral("broken.json")),
          "{\n  \"id\": \"MINE2\",\n  \"moood\": 1\n}\n");
    WindowFixture window;
    QString told;
    QVERIFY(inDialog<QMessageBox>([&] { answer(window, ActionId::LabLoad, folder.path()); },
                                  [&](QMessageBox &box) {
                                      told = box.text() + u'\n' + box.informativeText() + u'\n'
                                          + box.detailedText();
                                  }));
    // File, line and reason.
    QVERIFY2(told.contains(QRegularExpression(QStringLiteral("broken\\.json:\\d+: .*moood"))),
             qPrintable(told));
    QVERIFY(window.window.lab().catalogue().find(QStringLiteral("MINE1")));
    QVERIFY(!window.window.lab().catalogue().find(QStringLiteral("MINE2")));
}

void tst_WindowLab::labExportSheet_isMarkdown()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sheet.md"));
    WindowFixture window;
    window.press(ActionId::ShowLab);
    const QString said = predict(window.window.lab(), false);
    QVERIFY(runs(window));
    QVERIFY(answer(window, ActionId::LabExportSheet, path));
    const QByteArray sheet = contentsOf(path);
    QVERIFY(sheet.startsWith('#'));
    QVERIFY(sheet.contains(said.toUtf8()));
}

void tst_WindowLab::labExportSheet_isJson()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sheet.json"));
    WindowFixture window;
    window.press(ActionId::ShowLab);
    predict(window.window.lab(), true);
    QVERIFY(answer(window, ActionId::LabExportSheet, path));
    QVERIFY(QJsonDocument::fromJson(contentsOf(path)).isObject());
}

void tst_WindowLab::labExportSheet_thatFailsSaysWhereAndWhy()
{
    WindowFixture window;
    window.press(ActionId::ShowLab);
    QString told;
    QVERIFY(inDialog<QMessageBox>(
        [&] { answer(window, ActionId::LabExportSheet, QStringLiteral("/proc/sheet.md")); },
        [&](QMessageBox &box) { told = box.text(); }));
    QVERIFY2(told.contains(QStringLiteral("/proc/sheet.md could not be written: ")),
             qPrintable(told));
}

void tst_WindowLab::labExportTimeline_isSvg()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("timeline.svg"));
    WindowFixture window;
    window.press(ActionId::ShowLab);
    QVERIFY(!window[ActionId::LabExportTimeline]->isEnabled());
    QVERIFY(runs(window));
    QVERIFY(answer(window, ActionId::LabExportTimeline, path));
    QXmlStreamReader svg(contentsOf(path));
    QVERIFY(svg.readNextStartElement());
    QCOMPARE(svg.name(), u"svg");
    while (!svg.atEnd())
        svg.readNext();
    QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
}

void tst_WindowLab::labExportTimeline_isPng()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("timeline.png"));
    WindowFixture window;
    window.press(ActionId::ShowLab);
    QVERIFY(runs(window));
    QVERIFY(answer(window, ActionId::LabExportTimeline, path));
    const QImage image(path, "PNG");
    QVERIFY(image.width() > 400 && image.height() > 100);
}

void tst_WindowLab::labSavePackets_isOfferedWhenTheyWereCaptured()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("run.pcap"));
    WindowFixture window;
    window.press(ActionId::ShowLab);
    QVERIFY(!window[ActionId::LabSavePackets]->isEnabled());
    QVERIFY(runs(window));
    const QString notCaptured = window.window.lab().record()->notCaptured;
    QCOMPARE(window[ActionId::LabSavePackets]->isEnabled(), notCaptured.isEmpty());
    if (!notCaptured.isEmpty())
        QSKIP(qPrintable(notCaptured));
    QVERIFY(answer(window, ActionId::LabSavePackets, path));
    QVERIFY(contentsOf(path).size() > 100);
}

void tst_WindowLab::search_finds()
{
    WindowFixture window;
    window.press(ActionId::ShowLab);
    const LabCataloguePanel *panel = window.window.lab().scenarios();
    auto *line = panel->findChild<QLineEdit *>();
    window.press(ActionId::Find);
    QCOMPARE(QApplication::focusWidget(), line);
    const QAbstractItemModel *shown = panel->view()->model();
    const int groups = shown->rowCount();
    line->setText(QStringLiteral("half close"));
    QVERIFY(shown->rowCount() > 0 && shown->rowCount() < groups);
    line->setText(QStringLiteral("no such scenario"));
    QCOMPARE(shown->rowCount(), 0);
    const auto *place = panel->findChild<EmptyPlace *>();
    QVERIFY(place->isVisible());
    QVERIFY(place->text().contains(QStringLiteral("Clear the search")));
    line->clear();
    QCOMPARE(shown->rowCount(), groups);
}

void tst_WindowLab::prediction_isComparedAndStands_data()
{
    QTest::addColumn<bool>("isRight");
    QTest::newRow("right") << true;
    QTest::newRow("wrong") << false;
}

void tst_WindowLab::prediction_isComparedAndStands()
{
    QFETCH(const bool, isRight);
    WindowFixture window;
    window.press(ActionId::ShowLab);
    LabPage &lab = window.window.lab();
    lab.setStage(LabStage::Compare);
    QVERIFY(readingOf(lab).contains(QStringLiteral("Nothing to compare yet")));
    const QString said = predict(lab, isRight);
    QVERIFY(runs(window));
    lab.setStage(LabStage::Compare);
    const QString expected
        = isRight ? QStringLiteral("Right. You said: %1") : QStringLiteral("Wrong. You said: %1");
    QVERIFY2(readingOf(lab).contains(expected.arg(said)), qPrintable(readingOf(lab)));
    QVERIFY(readingOf(lab).contains(QStringLiteral("Seen in your run")));
    lab.setStage(LabStage::Predict);
    for (const QRadioButton *button : lab.findChildren<QRadioButton *>())
        QVERIFY(!button->isEnabled());
}

void tst_WindowLab::compare_tellsWhatHappenedByItself()
{
    WindowFixture window;
    window.press(ActionId::ShowLab);
    LabPage &lab = window.window.lab();
    lab.choose(QStringLiteral("A17")); // asks about what Teardown observed
    QVERIFY(runs(window));
    lab.setStage(LabStage::Compare);
    QVERIFY2(readingOf(lab).contains(u"ended peer-closed"), qPrintable(readingOf(lab)));
}

void tst_WindowLab::lesson_showsThreeLanguages()
{
    WindowFixture window;
    window.press(ActionId::ShowLab);
    window.window.lab().setStage(LabStage::Lesson);
    const auto codes = window.window.lab().findChildren<CodeView *>();
    QCOMPARE(codes.size(), 3);
    for (const CodeView *code : codes)
        QVERIFY(!code->toPlainText().isEmpty());
}

void tst_WindowLab::lesson_fitsThePage_data()
{
    QTest::addColumn<QSize>("size");

    // As wide as a text that is too long for its own line, and not for the page's, asks for.
    QTest::newRow("wide") << QSize(1'400, 900);
    QTest::newRow("narrow") << QSize(1'024, 700);
}

void tst_WindowLab::lesson_fitsThePage()
{
    QFETCH(const QSize, size);
    WindowFixture window({}, size);
    window.press(ActionId::ShowLab);
    LabPage &lab = window.window.lab();
    const LabCatalogue catalogue = LabCatalogue::builtIn();
    for (const Scenario &scenario : catalogue.scenarios()) {
        lab.choose(scenario.id);
        lab.setStage(LabStage::Lesson);
        settle();
        for (const CodeView *code : lab.findChildren<CodeView *>()) {
            const QWidget *columns = code->parentWidget();
            const QWidget *content = columns->parentWidget();
            const QWidget *viewport = content->parentWidget();
            QVERIFY2(code->height() >= code->heightForWidth(code->width()),
                     qPrintable(scenario.id));
            QVERIFY2(columns->rect().contains(code->geometry()), qPrintable(scenario.id));
            QVERIFY2(content->rect().contains(columns->geometry()), qPrintable(scenario.id));
            QVERIFY2(content->width() <= viewport->width(), qPrintable(scenario.id));
        }
    }
}

void tst_WindowLab::choosingAnother_endsTheRun()
{
    WindowFixture window;
    window.press(ActionId::ShowLab);
    LabPage &lab = window.window.lab();
    const QString first = lab.scenario()->id;
    window.press(ActionId::LabStep);
    QTRY_VERIFY(lab.isHeld());
    lab.choose(QStringLiteral("B1"));
    QTRY_VERIFY(!lab.isRunning());
    QCOMPARE(lab.progress().result(first).status, LabStatus::NotRun);
    QCOMPARE(lab.stage(), LabStage::Story);
    QVERIFY(runs(window));
    QCOMPARE(statusOf(lab), LabStatus::Passed);
}

void tst_WindowLab::progress_isKept()
{
    QString first;
    {
        WindowFixture window;
        window.press(ActionId::ShowLab);
        first = window.window.lab().scenario()->id;
        predict(window.window.lab(), true);
        QVERIFY(runs(window));
    }
    WindowFixture window;
    window.press(ActionId::ShowLab);
    LabPage &lab = window.window.lab();
    const LabResult result = lab.progress().result(first);
    QCOMPARE(result.status, LabStatus::Passed);
    QVERIFY(result.isPredictionFixed);
    lab.setStage(LabStage::Compare);
    QVERIFY(readingOf(lab).contains(QStringLiteral("Right. You said: ")));
}

void tst_WindowLab::table_tellsTheSameSteps()
{
    WindowFixture window;
    window.press(ActionId::ShowLab);
    QVERIFY(runs(window));
    auto *run = window.find<LabRunPage>();
    run->findChild<QCheckBox *>()->click();
    const auto *table = run->findChild<Table *>();
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(),
             static_cast<int>(window.window.lab().record()->steps.size()));
}

void tst_WindowLab::quitting_endsTheRun()
{
    WindowFixture window;
    window.press(ActionId::ShowLab);
    window.press(ActionId::LabStep);
    QTRY_VERIFY(window.window.lab().isHeld());
    QCOMPARE(WindowFixture::runUntilLeft([&] { window.press(ActionId::Quit); }), 0);
}

void tst_WindowLab::connections_areLeftAloneByKeysOfTheMonitor()
{
    WindowFixture window;
    const Client client(window.listen());
    QVERIFY(window.waitForCounts(1, 0));
    QVERIFY(window.select(client));
    window.find<EndpointsPanel>()->setCurrent(1);
    QVERIFY(window[ActionId::Reset]->isEnabled());
    QVERIFY(window[ActionId::StopEndpoint]->isEnabled());
    window.press(ActionId::ShowLab);
    for (const ActionId id : {ActionId::StopEndpoint,
                              ActionId::CloseInGoodOrder,
                              ActionId::HalfClose,
                              ActionId::Reset,
                              ActionId::Copy,
                              ActionId::CopyAsJson,
                              ActionId::SelectAll,
                              ActionId::ShowDetails})
        QVERIFY2(!window[id]->isEnabled(), qPrintable(window[id]->objectName()));
    window.press(ActionId::ShowMonitor);
    QVERIFY(window[ActionId::Reset]->isEnabled());
}

int main(int argc, char **argv)
{
    return runWindowTest<tst_WindowLab>(argc, argv);
}

#include "tst_windowlab.moc"
