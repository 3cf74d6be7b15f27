// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/models/batches.h"
#include "ui/models/rowexport.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Teardown;
using Column = ConnectionColumn;

class tst_RowExport : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void cell_isEscaped_data();
    void cell_isEscaped();
    void tsv_isWhatIsShown();
    void csv_isForPrograms();
    void jsonLines_haveTheNamesOfTheContract();
    void jsonArray_hasTheSameObjects();
    void noRows_giveAnEmptyTable();
};

namespace {

/// Row 0 lives, row 1 was reset.
struct Fixture
{
    ConnectionModel model{start()};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    Fixture()
    {
        ConnectionSnapshot live = snapshot(1);
        live.bytesIn = 2'048;
        CloseReport report = closeReport(Reason::PeerReset, EndedBy::Peer, Wire::Rst);
        report.bytesOut = 4'194'304;
        report.undelivered = 1'162'240;
        model.apply({{ended(connectionInfo(2), report, after(988))}, {live}, {}});
        model.sort(-1);
        model.tick(after(12'000));
    }
};

constexpr std::array rows{0, 1};
constexpr std::array columns{Column::Peer, Column::State, Column::Age, Column::In, Column::Reason};

} // namespace

void tst_RowExport::cell_isEscaped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tsv");
    QTest::addColumn<QString>("csv");

    const auto same = [](const char *name, const QString &text) {
        QTest::newRow(name) << text << text << text;
    };
    same("empty", QString());
    same("plain", QStringLiteral("127.0.0.1:7400"));
    same("unknown", QStringLiteral("–"));
    same("signs inside", QStringLiteral("a=b+c-d@e"));
    QTest::newRow("comma") << QStringLiteral("a,b") << QStringLiteral("a,b")
                           << QStringLiteral("\"a,b\"");
    QTest::newRow("quote") << QStringLiteral("say \"hi\"") << QStringLiteral("say \"hi\"")
                           << QStringLiteral("\"say \"\"hi\"\"\"");
    for (const char *formula : {"=1+1", "+1", "-1", "@SUM(A1)"}) {
        const QString text = QString::fromLatin1(formula);
        QTest::addRow("formula %s", formula)
            << text << QString(u'\'' + text) << QString(u'\'' + text);
    }
    QTest::newRow("formula behind a tab")
        << QStringLiteral("\t=1") << QStringLiteral("'\\u{9}=1") << QStringLiteral("'\\u{9}=1");
    QTest::newRow("formula behind a carriage return")
        << QStringLiteral("\r=1") << QStringLiteral("'\\u{d}=1") << QStringLiteral("'\\u{d}=1");
    QTest::newRow("formula with a quote") << QStringLiteral("=\"a\"") << QStringLiteral("'=\"a\"")
                                          << QStringLiteral("\"'=\"\"a\"\"\"");
    QTest::newRow("line end and tab")
        << QStringLiteral("a\r\nb\tc") << QStringLiteral("a\\u{d}\\u{a}b\\u{9}c")
        << QStringLiteral("a\\u{d}\\u{a}b\\u{9}c");
    const QString bidi = u"a" + QString(QChar(0x202e)) + u"b";
    QTest::newRow("right-to-left override")
        << bidi << QStringLiteral("a\\u{202e}b") << QStringLiteral("a\\u{202e}b");
}

void tst_RowExport::cell_isEscaped()
{
    QFETCH(const QString, text);
    QTEST(tsvCell(text), "tsv");
    QTEST(csvCell(text), "csv");
}

void tst_RowExport::tsv_isWhatIsShown()
{
    const Fixture f;
    QCOMPARE(toTsv(f.model, rows, columns),
             QStringLiteral("Peer\tState\tAge\tIn\tReason\n"
                            "127.0.1.1:40001\topen\t12 s\t2.0 KiB\t\n"
                            "127.0.1.2:40002\tended\t0.9 s\t0 B\tpeer reset\n"));
}

void tst_RowExport::csv_isForPrograms()
{
    const Fixture f;
    QCOMPARE(toCsv(f.model, rows, columns),
             QByteArrayLiteral("peer,state,age,in,reason,opened-at,ended-at\r\n"
                               "127.0.1.1:40001,open,12.000,2048,,2026-11-22T08:30:00.000Z,\r\n"
                               "127.0.1.2:40002,ended,0.988,0,peer-reset,"
                               "2026-11-22T08:30:00.000Z,2026-11-22T08:30:00.988Z\r\n"));
}

void tst_RowExport::jsonLines_haveTheNamesOfTheContract()
{
    const Fixture f;
    const QByteArray text = toJsonLines(f.model, rows);
    QVERIFY(text.endsWith('\n'));
    const QByteArrayList lines = text.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);

    const QJsonObject live = QJsonDocument::fromJson(lines.at(0)).object();
    QCOMPARE(live.value(QLatin1StringView("id")).toInt(), 1);
    QCOMPARE(live.value(QLatin1StringView("bytesIn")).toInt(), 2'048);
    const QJsonObject over = QJsonDocument::fromJson(lines.at(1)).object();
    QCOMPARE(over.value(QLatin1StringView("event")).toString(), QStringLiteral("ended"));
    QCOMPARE(over.value(QLatin1StringView("t")).toString(),
             QStringLiteral("2026-11-22T08:30:00.988Z"));
    QCOMPARE(over.value(QLatin1StringView("reason")).toString(), QStringLiteral("peer-reset"));
    QCOMPARE(over.value(QLatin1StringView("undelivered")).toInt(), 1'162'240);
    QCOMPARE(over.value(QLatin1StringView("durationMs")).toInt(), 988);
}

void tst_RowExport::jsonArray_hasTheSameObjects()
{
    const Fixture f;
    QJsonParseError error;
    const QJsonArray array = QJsonDocument::fromJson(toJsonArray(f.model, rows), &error).array();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(array.size(), 2);
    const QByteArrayList lines = toJsonLines(f.model, rows).trimmed().split('\n');
    for (int i = 0; i < 2; ++i)
        QCOMPARE(array.at(i).toObject(), QJsonDocument::fromJson(lines.at(i)).object());
}

void tst_RowExport::noRows_giveAnEmptyTable()
{
    const Fixture f;
    constexpr std::array<int, 0> none{};
    QCOMPARE(toTsv(f.model, none, columns), QStringLiteral("Peer\tState\tAge\tIn\tReason\n"));
    QCOMPARE(toCsv(f.model, none, columns),
             QByteArrayLiteral("peer,state,age,in,reason,opened-at,ended-at\r\n"));
    QCOMPARE(toJsonLines(f.model, none), QByteArray());
    QVERIFY(QJsonDocument::fromJson(toJsonArray(f.model, none)).array().isEmpty());
}

QTEST_GUILESS_MAIN(tst_RowExport)
#include "tst_rowexport.moc"
