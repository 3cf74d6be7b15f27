// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/settings.h"
#include "tests/support/served.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTest>

#include <optional>

using namespace Teardown;

/// What the program says and how it ends before it does anything: usage, help, version, and the
/// environment (CONTRACT §1).
class tst_CommandLine : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void mistake_isNamed_data();
    void mistake_isNamed();
    void mistakeInTheEnvironment_isNamed_data();
    void mistakeInTheEnvironment_isNamed();
    void commandLine_winsOverTheEnvironment();
    void emptyVariable_isNotSet();
    void help_isPrinted_data();
    void help_isPrinted();
    void help_hasEveryOption_data();
    void help_hasEveryOption();
    void help_isAligned();
    void outputThatCannotBeWritten_isAFailure_data();
    void outputThatCannotBeWritten_isAFailure();
    void version_isPrinted();
    void program_linksNoGuiLibrary();
};

namespace {

struct Outcome
{
    int exitCode = -1;
    QString output;
    QString errors;
};

/// One run with nothing in the environment but \a variables ("TEARDOWN_X=y").
Outcome run(const QStringList &arguments,
            const QStringList &variables = {},
            const QString &program = commandLineProgram())
{
    QProcessEnvironment environment;
    for (const QString &variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(10'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(),
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// Words as a shell would split them, without quotes.
QStringList words(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

} // namespace

void tst_CommandLine::mistake_isNamed_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("complaint");
    QTest::addColumn<QString>("readOn");

    const auto row = [](const char *arguments, const char *complaint, const char *readOn) {
        QTest::newRow(*arguments ? arguments : "nothing")
            << QString::fromLatin1(arguments) << QString::fromLatin1(complaint)
            << QString::fromLatin1(readOn);
    };
    row("", "no command", "teardown-cli --help");
    row("serv", "unknown command \"serv\"; did you mean \"serve\"?", "teardown-cli --help");
    row("serve --lisen=127.0.0.1:0",
        "unknown option --lisen; did you mean \"--listen\"?",
        "teardown-cli serve --help");
    row("--bogus", "unknown option --bogus", "teardown-cli --help");
    row("serve --bogus", "unknown option --bogus", "teardown-cli serve --help");
    row("serve --bogus=1", "unknown option --bogus", "teardown-cli serve --help");
    row("serve -x", "unknown option -x", "teardown-cli serve --help");
    row("serve extra", "unexpected argument \"extra\"", "teardown-cli serve --help");
    row("serve -- --listen", "unexpected argument \"--listen\"", "teardown-cli serve --help");
    row("serve -", "unexpected argument \"-\"", "teardown-cli serve --help");
    row("serve --count 2", "--count is not an option of serve", "teardown-cli serve --help");
    row("serve --connect-deadline 2s",
        "--connect-deadline is not an option of serve",
        "teardown-cli serve --help");
    row("serve --listen", "Missing value after '--listen'.", "teardown-cli serve --help");
    row("serve --allow-remote=yes",
        "Unexpected value after '--allow-remote'.",
        "teardown-cli serve --help");
    row("serve --read-deadline 5x",
        "--read-deadline: \"5x\" is not a duration from 10ms to 24h, such as 250ms, 5s, 2m, or off",
        "teardown-cli serve --help");
    row("serve --max-connections 1000001",
        "--max-connections: \"1000001\" is not a whole number from 1 to 1000000",
        "teardown-cli serve --help");
    row("serve --max-line 63",
        "--max-line: \"63\" is not a size from 64 to 1MiB, such as 4096, 64KiB, 1MiB",
        "teardown-cli serve --help");
    row("serve --end-gate maybe",
        "--end-gate: \"maybe\" is not on or off",
        "teardown-cli serve --help");
    row("serve --heartbeat 30s",
        "--heartbeat-timeout 30s must be longer than --heartbeat 30s",
        "teardown-cli serve --help");
    row("serve --service ftp",
        "--service: \"ftp\" is not line, echo, discard or chargen",
        "teardown-cli serve --help");
    row("serve --listen localhost:0",
        "--listen: \"localhost:0\": \"localhost\" is not an IP address; use ADDR:PORT, such as "
        "127.0.0.1:7400 or [::1]:7400",
        "teardown-cli serve --help");
    row("serve --listen 127.0.0.1:0 --listen 127.0.0.1:65536",
        "--listen: \"127.0.0.1:65536\": the port must be a number from 0 to 65535",
        "teardown-cli serve --help");
    row("serve --listen 0.0.0.0:0",
        "--listen: \"0.0.0.0:0\" can be reached from other machines; add --allow-remote if that is "
        "meant",
        "teardown-cli serve --help");
    row("serve --port-file=",
        "--port-file: \"\" is not the name of a file",
        "teardown-cli serve --help");
    row("connect", "HOST:PORT is missing", "teardown-cli connect --help");
    row("connect localhost",
        "\"localhost\" has no port; use HOST:PORT, such as localhost:7400, 127.0.0.1:7400 or "
        "[::1]:7400",
        "teardown-cli connect --help");
    row("connect a:1 b:2", "unexpected argument \"b:2\"", "teardown-cli connect --help");
    row("connect a:1 --listen 127.0.0.1:0",
        "--listen is not an option of connect",
        "teardown-cli connect --help");
    row("connect a:1 --count 10001",
        "--count: \"10001\" is not a whole number from 1 to 10000",
        "teardown-cli connect --help");
    row("connect a:1 --hold 5",
        "--hold: \"5\" is not a duration; use a whole number and a unit, such as 250ms, 5s, 2m or "
        "1h, or off",
        "teardown-cli connect --help");
    row("demo --read-deadline 5s",
        "--read-deadline is not an option of demo",
        "teardown-cli demo --help");
}

void tst_CommandLine::mistake_isNamed()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, complaint);
    QFETCH(const QString, readOn);
    const Outcome outcome = run(words(arguments));
    QCOMPARE(outcome.exitCode, 2);
    QCOMPARE(outcome.output, QString());
    QCOMPARE(outcome.errors,
             QStringLiteral("teardown-cli: %1\nTry '%2'.\n").arg(complaint, readOn));
}

void tst_CommandLine::mistakeInTheEnvironment_isNamed_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("complaint");

    const auto row = [](const char *command, const char *variable, const char *complaint) {
        QTest::newRow(variable) << QString::fromLatin1(command) << QString::fromLatin1(variable)
                                << QString::fromLatin1(complaint);
    };
    row("serve",
        "TEARDOWN_READ_DEADLINE=5x",
        "variable TEARDOWN_READ_DEADLINE: --read-deadline: \"5x\" is not a duration from 10ms to "
        "24h, such as 250ms, 5s, 2m, or off");
    row("serve",
        "TEARDOWN_LISTEN=127.0.0.1:0  nowhere",
        "variable TEARDOWN_LISTEN: --listen: \"nowhere\" has no port; use ADDR:PORT, such as "
        "127.0.0.1:7400 or [::1]:7400");
    row("serve",
        "TEARDOWN_ALLOW_REMOTE=yes",
        "variable TEARDOWN_ALLOW_REMOTE: --allow-remote: \"yes\" is not on or off");
    row("connect a:1",
        "TEARDOWN_COUNT=0",
        "variable TEARDOWN_COUNT: --count: \"0\" is not a whole number from 1 to 10000");
}

void tst_CommandLine::mistakeInTheEnvironment_isNamed()
{
    QFETCH(const QString, command);
    QFETCH(const QString, variable);
    QFETCH(const QString, complaint);
    const Outcome outcome = run(words(command), {variable});
    QCOMPARE(outcome.exitCode, 2);
    QCOMPARE(outcome.errors.section(u'\n', 0, 0),
             QStringLiteral("teardown-cli: %1").arg(complaint));
}

void tst_CommandLine::commandLine_winsOverTheEnvironment()
{
    // The bad values of the variables are not even looked at.
    const Outcome outcome = run(words(QStringLiteral("connect 127.0.0.1:1 --count 2")),
                                {QStringLiteral("TEARDOWN_COUNT=many")});
    QCOMPARE(outcome.exitCode, 3);
    QCOMPARE(outcome.output.count(u"\"reason\":\"connect-refused\""), 2);
}

void tst_CommandLine::emptyVariable_isNotSet()
{
    const Outcome outcome
        = run(words(QStringLiteral("connect 127.0.0.1:1")), {QStringLiteral("TEARDOWN_COUNT=")});
    QCOMPARE(outcome.exitCode, 3);
    QCOMPARE(outcome.output.count(u"\"reason\":\"connect-refused\""), 1);
}

void tst_CommandLine::help_isPrinted_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("firstLine");

    const auto row = [](const char *arguments, const char *firstLine) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments)
                                 << QString::fromLatin1(firstLine);
    };
    row("--help", "Usage: teardown-cli COMMAND [options]");
    row("help", "Usage: teardown-cli COMMAND [options]");
    row("help serve", "Usage: teardown-cli serve [options]");
    row("help lab", "Usage: teardown-cli lab list [--json] [--scenarios DIR]");
    row("-h", "Usage: teardown-cli COMMAND [options]");
    row("serve --help", "Usage: teardown-cli serve [options]");
    row("--help serve", "Usage: teardown-cli serve [options]");
    row("connect --help", "Usage: teardown-cli connect HOST:PORT [options]");
    row("demo --help", "Usage: teardown-cli demo [options]");
    row("serve --read-deadline 5x --help", "Usage: teardown-cli serve [options]");
}

void tst_CommandLine::help_isPrinted()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, firstLine);
    const Outcome outcome = run(words(arguments));
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.errors, QString());
    QCOMPARE(outcome.output.section(u'\n', 0, 0), firstLine);
    QVERIFY(outcome.output.endsWith(u'\n'));
}

void tst_CommandLine::help_hasEveryOption_data()
{
    QTest::addColumn<QString>("options");

    QTest::newRow("serve") << QStringLiteral("listen allow-remote service port-file jsonl help");
    QTest::newRow("connect") << QStringLiteral("count hold service jsonl connect-deadline help");
    QTest::newRow("demo") << QStringLiteral("jsonl help");
}

void tst_CommandLine::help_hasEveryOption()
{
    QFETCH(const QString, options);
    const QString command = QString::fromLatin1(QTest::currentDataTag());
    const QString help = run({command, QStringLiteral("--help")}).output;
    for (const QString &option : words(options))
        QVERIFY2(help.contains(QStringLiteral("\n  --%1 ").arg(option)), qPrintable(option));
    if (command == u"demo")
        return;
    for (const Setting &setting : allSettings()) {
        if (setting.clientOnly && command == u"serve")
            continue;
        const QString line
            = help.section(QStringLiteral("\n  --%1 ").arg(QLatin1StringView(setting.name)), 1, 1)
                  .section(u'\n', 0, 0);
        QVERIFY2(line.contains(QLatin1StringView(setting.meaning)), setting.name);
        QVERIFY2(line.endsWith(QStringLiteral(" [%1]").arg(setting.value(MonitorSettings()))),
                 setting.name);
    }
}

void tst_CommandLine::help_isAligned()
{
    const QString help = run(words(QStringLiteral("serve --help"))).output;
    const QRegularExpression option(QStringLiteral("^  (--\\S+( [A-Z:a-z|]+)?) +(?=\\S)"));
    std::optional<qsizetype> column;
    for (const QString &line : help.split(u'\n')) {
        const QRegularExpressionMatch match = option.match(line);
        if (!match.hasMatch())
            continue;
        if (!column)
            column = match.capturedEnd();
        QVERIFY2(match.capturedEnd() == *column, qPrintable(line));
        QVERIFY2(line.size() <= 110, qPrintable(line));
    }
    QVERIFY(column);
}

void tst_CommandLine::outputThatCannotBeWritten_isAFailure_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("help") << QStringLiteral("--help");
    QTest::newRow("the table of the demo") << QStringLiteral("demo");
    QTest::newRow("the list of scenarios") << QStringLiteral("lab list");
    QTest::newRow("the verdicts of scenarios") << QStringLiteral("lab run B1");
}

void tst_CommandLine::outputThatCannotBeWritten_isAFailure()
{
    QFETCH(const QString, arguments);
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(commandLineProgram(), words(arguments));
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 3);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains("cannot write to standard output"), said.constData());
}

void tst_CommandLine::version_isPrinted()
{
    const Outcome outcome = run({QStringLiteral("--version")});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.output, QStringLiteral("teardown-cli " TEARDOWN_VERSION "\n"));
    QCOMPARE(outcome.errors, QString());
}

void tst_CommandLine::program_linksNoGuiLibrary()
{
    const Outcome outcome = run({commandLineProgram()}, {}, QStringLiteral("ldd"));
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.output.contains(u"libQt6Core"), qPrintable(outcome.output));
    QVERIFY2(!outcome.output.contains(QRegularExpression(
                 QStringLiteral("lib(Qt6Gui|Qt6Widgets|Qt6DBus|X11|xcb|GL|wayland)"))),
             qPrintable(outcome.output));
}

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
