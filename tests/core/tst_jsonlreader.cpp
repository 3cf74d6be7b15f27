// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/record/jsonl.h"
#include "core/record/jsonlreader.h"

#include <QRegularExpression>
#include <QTest>

using namespace Teardown;

class tst_JsonlReader : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void lines_areReadBack_data();
    void lines_areReadBack();
    void stream_mayBeCutAnywhere();
    void badLine_namesLineAndReason_data();
    void badLine_namesLineAndReason();
    void badLine_doesNotStopTheOthers();
    void lastLine_isReadWithoutItsLineEnd();
    void cutLastLine_isSaidToBeCut();
    void unknownFields_areKept();
    void lineLength_isBounded();
    void endlessLine_needsNoMemory();
    void writtenLines_areReadBack();
};

namespace {

QString eventNames(const std::vector<JsonlRecord> &records)
{
    QStringList names;
    for (const JsonlRecord &record : records)
        names.append(record.error.isEmpty() ? record.object[u"event"].toString() : record.error);
    return names.join(u' ');
}

} // namespace

void tst_JsonlReader::lines_areReadBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("names");

    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("one line") << QByteArray("{\"event\":\"a\"}\n") << QStringLiteral("a");
    QTest::newRow("two lines") << QByteArray("{\"event\":\"a\"}\n{\"event\":\"b\"}\n")
                               << QStringLiteral("a b");
    QTest::newRow("lines with CR")
        << QByteArray("{\"event\":\"a\"}\r\n{\"event\":\"b\"}\r\n") << QStringLiteral("a b");
    QTest::newRow("empty lines") << QByteArray("\n\n{\"event\":\"a\"}\n\n") << QStringLiteral("a");
}

void tst_JsonlReader::lines_areReadBack()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, names);
    JsonlReader reader;
    QCOMPARE(eventNames(reader.feed(bytes)), names);
    QVERIFY(!reader.finish());
}

void tst_JsonlReader::stream_mayBeCutAnywhere()
{
    const QByteArray bytes("{\"event\":\"a\"}\n{\"event\":\"\xc3\xa4\"}\n{\"event\":\"c\"}\n");
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        JsonlReader reader;
        std::vector<JsonlRecord> records = reader.feed(QByteArrayView(bytes).first(cut));
        for (const JsonlRecord &record : reader.feed(QByteArrayView(bytes).sliced(cut)))
            records.push_back(record);
        QCOMPARE(eventNames(records), QStringLiteral(u"a \u00e4 c"));
        QCOMPARE(records.back().line, 3);
    }
}

void tst_JsonlReader::badLine_namesLineAndReason_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error");

    const QString noEvent = QStringLiteral("line 1: no \"event\"");
    QTest::newRow("not JSON") << QByteArray("hello\n")
                              << QStringLiteral("line 1: not JSON: illegal value at byte 1");
    QTest::newRow("the second line")
        << QByteArray("\nhello\n") << QStringLiteral("line 2: not JSON: illegal value at byte 1");
    QTest::newRow("an array") << QByteArray("[1]\n") << QStringLiteral("line 1: not a JSON object");
    QTest::newRow("no event") << QByteArray("{\"mono\":1}\n") << noEvent;
    QTest::newRow("an event that is no string") << QByteArray("{\"event\":1}\n") << noEvent;
}

void tst_JsonlReader::badLine_namesLineAndReason()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, error);
    JsonlReader reader;
    const std::vector<JsonlRecord> records = reader.feed(bytes);
    QCOMPARE(records.size(), std::size_t{1});
    QCOMPARE(records[0].error, error);
    QVERIFY(records[0].object.isEmpty());
}

void tst_JsonlReader::badLine_doesNotStopTheOthers()
{
    JsonlReader reader;
    const std::vector<JsonlRecord> records
        = reader.feed("{\"event\":\"a\"}\n[]\n{\"event\":\"c\"}\n");
    QCOMPARE(eventNames(records), QStringLiteral("a line 2: not a JSON object c"));
}

void tst_JsonlReader::lastLine_isReadWithoutItsLineEnd()
{
    JsonlReader reader;
    QVERIFY(reader.feed("{\"event\":\"a\"}").empty());
    const std::optional<JsonlRecord> last = reader.finish();
    QVERIFY(last);
    QCOMPARE(last->error, QString());
    QCOMPARE(last->object[u"event"].toString(), QStringLiteral("a"));
}

void tst_JsonlReader::cutLastLine_isSaidToBeCut()
{
    JsonlReader reader;
    QCOMPARE(eventNames(reader.feed("{\"event\":\"a\"}\n{\"event\":\"b\",\"mo")),
             QStringLiteral("a"));
    const std::optional<JsonlRecord> last = reader.finish();
    QVERIFY(last);
    QCOMPARE(last->error, QStringLiteral("line 2: the line is cut off at the end of the stream"));
    QVERIFY(!reader.finish());
}

void tst_JsonlReader::unknownFields_areKept()
{
    JsonlReader reader;
    const std::vector<JsonlRecord> records = reader.feed("{\"event\":\"new\",\"newer\":[1]}\n");
    QCOMPARE(records.size(), std::size_t{1});
    QVERIFY(records[0].object.contains(u"newer"));
}

void tst_JsonlReader::lineLength_isBounded()
{
    const QByteArray line("{\"event\":\"a\"}");
    JsonlReader justLongEnough(line.size());
    QCOMPARE(eventNames(justLongEnough.feed(QByteArray(line + '\n'))), QStringLiteral("a"));

    JsonlReader oneTooShort(line.size() - 1);
    QCOMPARE(eventNames(oneTooShort.feed(QByteArray(line + "\n{\"event\":1}\n"))),
             QStringLiteral("line 1: longer than 12 bytes line 2: no \"event\""));
}

void tst_JsonlReader::endlessLine_needsNoMemory()
{
    JsonlReader reader(100);
    const QByteArray piece(60, 'x');
    for (int i = 0; i < 10; ++i)
        QVERIFY(reader.feed(piece).empty());
    const std::optional<JsonlRecord> last = reader.finish();
    QVERIFY(last);
    QCOMPARE(last->error, QStringLiteral("line 1: longer than 100 bytes"));
}

void tst_JsonlReader::writtenLines_areReadBack()
{
    const RunStart start = RunStart::now();
    Event event{.mono = start.mono, .wall = start.wall, .body = StatsEvent{.open = 7}};
    QByteArray bytes = toJsonLine(event, start);
    event.body = RejectedEvent{.reason = Reason::LimitRejected};
    bytes += toJsonLine(event, start);

    JsonlReader reader;
    const std::vector<JsonlRecord> records = reader.feed(bytes);
    QCOMPARE(eventNames(records), QStringLiteral("stats rejected"));
    QCOMPARE(records[0].object[u"open"].toInteger(), 7);
}

QTEST_GUILESS_MAIN(tst_JsonlReader)
#include "tst_jsonlreader.moc"
