// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/served.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace Teardown {

namespace {

/// What stops a run that hangs.
constexpr int limitMs = 90'000;

struct Outcome
{
    int exitCode = -1;
    QString output;
    QString errors;
};

Outcome runLab(const QStringList &arguments, const QStringList &environment = {})
{
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() + environment);
    process.start(commandLineProgram(), QStringList{QStringLiteral("lab")} + arguments);
    if (!process.waitForFinished(limitMs) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(),
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray builtIn(const char *name)
{
    return contentOf(
        QFINDTESTDATA(QString::fromLatin1("../resources/scenarios/") + QString::fromLatin1(name)));
}

} // namespace

/// The close lab on the command line.
class tst_Lab : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void usage_isExplained_data();
    void usage_isExplained();
    void list_namesAllScenarios();
    void list_asJson();
    void run_all();
    void run_one();
    void run_level1();
    void run_withAnExpectationThatIsNotMet();
    void run_intoAFileThatCannotBeWritten();
    void run_savesItsPackets();
    void run_intoAFolderThatCannotBeWritten();
    void check_tellsLineAndReason();
    void check_takesAWholeFolder();

private:
    /// A folder with the scenario B12 as MINE1, and \a what replaced.
    void fill(const QTemporaryDir &dir, const QByteArray &what = {}, const QByteArray &by = {})
    {
        QByteArray json = builtIn("B12.json");
        json.replace("\"id\": \"B12\"", "\"id\": \"MINE1\"");
        if (!what.isEmpty()) {
            QVERIFY(json.contains(what));
            json.replace(what, by);
        }
        QFile file(dir.filePath(QStringLiteral("mine.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(json), json.size());
    }
};

void tst_Lab::usage_isExplained_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("message");

    QTest::newRow("no word") << QString() << 2 << QStringLiteral("lab needs list, check or run");
    QTest::newRow("another word") << QStringLiteral("walk") << 2
                                  << QStringLiteral("lab does not know walk");
    QTest::newRow("nothing to run")
        << QStringLiteral("run") << 2 << QStringLiteral("either scenarios, such as B1, or --all");
    QTest::newRow("all and one") << QStringLiteral("run B1 --all") << 2
                                 << QStringLiteral("either scenarios, such as B1, or --all");
    QTest::newRow("nothing to check")
        << QStringLiteral("check") << 2 << QStringLiteral("lab check needs a file");
    QTest::newRow("no such scenario") << QStringLiteral("run B111") << 2
                                      << QStringLiteral("there is no scenario B111; did you mean");
    QTest::newRow("no such level") << QStringLiteral("run --all --level L2") << 2
                                   << QStringLiteral("--level L2: L0 or L1 is expected");
    QTest::newRow("none of that level") << QStringLiteral("run B1 --level L1") << 2
                                        << QStringLiteral("no scenario to run is of level L1");
    QTest::newRow("no jobs") << QStringLiteral("run --all --jobs 0") << 2
                             << QStringLiteral("--jobs 0: a number from 1 to 64");
    QTest::newRow("too many jobs") << QStringLiteral("run --all --jobs 65") << 2
                                   << QStringLiteral("--jobs 65: a number from 1 to 64");
    QTest::newRow("an option of another word")
        << QStringLiteral("list --all") << 2 << QStringLiteral("lab list does not take --all");
    QTest::newRow("an unknown option") << QStringLiteral("run --al") << 2 << QStringLiteral("al");
    QTest::newRow("no such folder") << QStringLiteral("list --scenarios /nonexistent") << 3
                                    << QStringLiteral("There is no such folder");
    QTest::newRow("no such file") << QStringLiteral("check /nonexistent.json") << 3
                                  << QStringLiteral("cannot be read");
}

void tst_Lab::usage_isExplained()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, message);
    const Outcome outcome = runLab(words(qPrintable(arguments)));
    QTEST(outcome.exitCode, "exitCode");
    QVERIFY2(outcome.errors.contains(message), qPrintable(outcome.errors));
    QCOMPARE(outcome.output, QString());
}

void tst_Lab::list_namesAllScenarios()
{
    const Outcome outcome = runLab(words("list"));
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.errors, QString());
    QVERIFY(outcome.output.startsWith(QLatin1StringView("A1    L0  Orderly close\n")));
    QVERIFY(outcome.output.count(u'\n') >= 84);
    QVERIFY(runLab(words("--help")).output.contains(QStringLiteral("lab run [ID…]")));
}

void tst_Lab::list_asJson()
{
    const Outcome outcome = runLab(words("list --json"));
    QCOMPARE(outcome.exitCode, 0);
    const QJsonArray array = QJsonDocument::fromJson(outcome.output.toUtf8()).array();
    QVERIFY(array.size() >= 84);
    QCOMPARE(array.at(0).toObject().value(u"id").toString(), QStringLiteral("A1"));
}

void tst_Lab::run_all()
{
    const QTemporaryDir dir;
    const QString junit = dir.filePath(QStringLiteral("junit.xml"));
    QElapsedTimer timer;
    timer.start();
    const QString json = dir.filePath(QStringLiteral("lab.json"));
    const Outcome outcome = runLab(words("run --all --jobs 4 --junit") + QStringList{junit}
                                   + words("--json") + QStringList{json});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.output + outcome.errors));
    QVERIFY(timer.elapsed() < 90'000);
    QVERIFY2(outcome.output.contains(QLatin1StringView(" 0 failed,")), qPrintable(outcome.output));
    const QByteArray xml = contentOf(junit);
    QVERIFY(xml.count("<testcase") >= 84);
    QVERIFY(!xml.contains("<failure"));
    // Whose every segment is, is known; where nothing was captured there are none.
    const QByteArray segments = contentOf(json);
    QVERIFY(!segments.contains("\"fromSide\": null"));
    QVERIFY(!segments.contains("\"toSide\": null"));
}

void tst_Lab::run_one()
{
    const Outcome outcome = runLab(words("run b1 --json -"), {QStringLiteral("TEARDOWN_JOBS=2")});
    QCOMPARE(outcome.exitCode, 0);
    const QJsonObject report = QJsonDocument::fromJson(outcome.output.toUtf8()).object();
    const QJsonObject scenario = report.value(u"scenarios").toArray().at(0).toObject();
    QCOMPARE(scenario.value(u"id").toString(), QStringLiteral("B1"));
    QCOMPARE(scenario.value(u"verdict").toString(), QStringLiteral("passed"));
    QVERIFY(scenario.value(u"steps").toArray().size() > 10);
    QVERIFY(outcome.errors.contains(QLatin1StringView("1 passed, 0 failed, 0 skipped")));
}

void tst_Lab::run_level1()
{
    const Outcome outcome = runLab(words("run C8 --level L1"));
    QCOMPARE(outcome.exitCode, 0);
    // Where it cannot run it is skipped, with what forbids it.
    QVERIFY2(outcome.output.startsWith(QLatin1StringView("passed   C8"))
                 || outcome.output.contains(
                     QLatin1StringView("It needs a private network namespace, ")),
             qPrintable(outcome.output));
    // Of two, only the one of the level.
    QVERIFY(
        runLab(words("run B1 C8 --level L0")).output.startsWith(QLatin1StringView("passed   B1")));
}

void tst_Lab::run_withAnExpectationThatIsNotMet()
{
    const QTemporaryDir dir;
    fill(dir, "\"eof\": true", "\"eof\": false");
    const Outcome outcome = runLab(words("run MINE1 --scenarios") + QStringList{dir.path()});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.output.contains(QStringLiteral(
                 "server did recv(65536) → 0: \"eof\" was expected to be false, and was true.")),
             qPrintable(outcome.output));
    QVERIFY(outcome.output.contains(QLatin1StringView("0 passed, 1 failed, 0 skipped")));
}

void tst_Lab::run_intoAFileThatCannotBeWritten()
{
    const Outcome outcome = runLab(words("run E4 --junit /nonexistent/junit.xml"));
    QCOMPARE(outcome.exitCode, 3);
    QVERIFY2(outcome.errors.contains(QLatin1StringView("/nonexistent/junit.xml: ")),
             qPrintable(outcome.errors));
}

void tst_Lab::run_savesItsPackets()
{
    const QTemporaryDir dir;
    const QString folder = dir.filePath(QStringLiteral("packets"));
    const Outcome outcome = runLab(words("run B1 A1 --jobs 2 --pcap") + QStringList{folder});
    QCOMPARE(outcome.exitCode, 0);
    if (outcome.errors.contains(QLatin1StringView("was not captured: ")))
        QSKIP(qPrintable(outcome.errors));
    QCOMPARE(outcome.errors, QString());
    for (const char *name : {"A1.pcap", "B1.pcap"}) {
        const QByteArray bytes = contentOf(QDir(folder).filePath(QString::fromLatin1(name)));
        QVERIFY(bytes.startsWith(QByteArray::fromHex("4d3cb2a1")));
        QVERIFY(bytes.size() > 24 + 3 * (16 + 40)); // at least a handshake
    }
}

void tst_Lab::run_intoAFolderThatCannotBeWritten()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString folder = dir.filePath(QStringLiteral("file/packets"));
    const Outcome outcome = runLab(words("run E4 --pcap") + QStringList{folder});
    QCOMPARE(outcome.exitCode, 3);
    QVERIFY2(outcome.errors.contains(folder), qPrintable(outcome.errors));
    QCOMPARE(outcome.output, QString()); // nothing was run
}

void tst_Lab::check_tellsLineAndReason()
{
    const QTemporaryDir dir;
    fill(dir);
    const QString path = dir.filePath(QStringLiteral("mine.json"));
    QCOMPARE(runLab(words("check") + QStringList{path}).exitCode, 0);
    fill(dir, "\"title\"", "\"titel\"");
    const Outcome outcome = runLab(words("check") + QStringList{path});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.errors.contains(path
                                     + QLatin1StringView(":5: \"titel\" is not known here; did "
                                                         "you mean \"title\"?")),
             qPrintable(outcome.errors));
}

void tst_Lab::check_takesAWholeFolder()
{
    const QTemporaryDir dir;
    fill(dir);
    const QString path = dir.filePath(QStringLiteral("catalogue.json"));
    const auto checked = [&](const QByteArray &catalogue) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(catalogue) != catalogue.size())
            qFatal("cannot write %s", qPrintable(path));
        file.close();
        return runLab(words("check")
                      + QStringList{dir.filePath(QStringLiteral("mine.json")), path});
    };
    const Outcome good = checked(R"({"course": [["MINE1"]]})");
    QVERIFY2(good.exitCode == 0, qPrintable(good.errors));
    const Outcome bad = checked(R"({"curse": [["MINE1"]]})");
    QCOMPARE(bad.exitCode, 1);
    QVERIFY2(bad.errors.contains(path + QLatin1StringView(":1: \"curse\" is not known here")),
             qPrintable(bad.errors));
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_Lab)

#include "tst_lab.moc"
