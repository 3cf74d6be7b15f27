// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/scenario/labcatalogue.h"
#include "core/lab/scenario/reasonlesson.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

namespace Teardown {

namespace {

/// A lesson that is in order; each line of it is one a mistake can be put into.
QByteArray lesson()
{
    return R"({
"reason": "peer-reset",
"happened": {"en": "Happened", "zh_CN": "发生"},
"signs": [{"en": "Sign"}],
"causes": [{"en": "Cause 1"}, {"en": "Cause 2"}],
"advice": [{"en": "Advice"}],
"c": ["one", "two"],
"go": ["three"],
"qt": ["four"],
"scenarios": ["B1"]
})";
}

std::vector<LocalizedText> textsOf(const ReasonLesson &lesson)
{
    std::vector<LocalizedText> texts{lesson.happened};
    for (const auto *list : {&lesson.signs, &lesson.causes, &lesson.advice})
        texts.insert(texts.end(), list->begin(), list->end());
    return texts;
}

} // namespace

/// The lessons about reasons: how they are read, and that the built-in ones are complete.
class tst_ReasonLesson : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void lesson_isRead();
    void mistake_isNamedWithItsLine_data();
    void mistake_isNamedWithItsLine();
    void reason_hasALessonInBothLanguages_data();
    void reason_hasALessonInBothLanguages();
    void files_areOnlyThoseOfReasons();
};

void tst_ReasonLesson::lesson_isRead()
{
    const ReasonLessonReading reading = readReasonLesson(lesson(), QStringLiteral("f"));
    QCOMPARE(reading.errors.join(u'\n'), QString());
    QCOMPARE(reading.lesson->reason, Reason::PeerReset);
    QCOMPARE(reading.lesson->happened.zhCn, QStringLiteral("发生"));
    QCOMPARE(reading.lesson->signs.size(), std::size_t{1});
    QCOMPARE(reading.lesson->causes.back().en, QStringLiteral("Cause 2"));
    QCOMPARE(reading.lesson->advice.front().en, QStringLiteral("Advice"));
    QCOMPARE(reading.lesson->c, QStringLiteral("one\ntwo"));
    QCOMPARE(reading.lesson->scenarios, QStringList{QStringLiteral("B1")});
}

void tst_ReasonLesson::mistake_isNamedWithItsLine_data()
{
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QByteArray>("wrong");
    QTest::addColumn<QByteArray>("message");

    const auto row = [](const char *name, const char *right, const char *wrong, const char *what) {
        QTest::newRow(name) << QByteArray(right) << QByteArray(wrong) << QByteArray(what);
    };
    row("a missing comma", "\"peer-reset\",", "\"peer-reset\"", "f:3: ");
    row("a reason that does not exist",
        "peer-reset",
        "peer-rest",
        "f:2: \"peer-rest\" is not known; did you mean \"peer-reset\"?");
    row("a field that is not known", "\"signs\"", "\"sings\"", "f:4: \"sings\" is not known here");
    row("a field that is missing", "\"signs\"", "\"sings\"", "f:1: \"signs\" is missing.");
    row("a field that is there twice", "\"go\"", "\"c\"", "f:8: \"c\" is there twice.");
    row("a list without a text",
        "[{\"en\": \"Sign\"}]",
        "[]",
        "f:4: The list needs at least one text.");
    row("a text without English", "{\"en\": \"Sign\"}", "{\"zh_CN\": \"x\"}", "f:4: \"en\" is");
    row("a line of source that is no text", "\"three\"", "3", "f:8: A line of source must be");
    row("a scenario with a space", "\"B1\"", "\"B 1\"", "f:10: \"B 1\" must be letters");
}

void tst_ReasonLesson::mistake_isNamedWithItsLine()
{
    QFETCH(QByteArray, right);
    QFETCH(QByteArray, wrong);
    QFETCH(QByteArray, message);
    QByteArray json = lesson();
    QVERIFY(json.contains(right));
    const ReasonLessonReading reading
        = readReasonLesson(json.replace(right, wrong), QStringLiteral("f"));
    QVERIFY(!reading.lesson);
    const QString errors = reading.errors.join(u'\n');
    QVERIFY2(errors.contains(QString::fromUtf8(message)), qPrintable(errors));
}

void tst_ReasonLesson::reason_hasALessonInBothLanguages_data()
{
    QTest::addColumn<Reason>("reason");
    for (const Reason reason : allReasons)
        QTest::newRow(token(reason).data()) << reason;
}

void tst_ReasonLesson::reason_hasALessonInBothLanguages()
{
    QFETCH(Reason, reason);
    static const LabCatalogue catalogue = LabCatalogue::builtIn();
    const ReasonLesson lesson = reasonLesson(reason);
    QCOMPARE(lesson.reason, reason);
    for (const LocalizedText &text : textsOf(lesson))
        QVERIFY2(!text.zhCn.isEmpty(), qPrintable(text.en));
    for (const QString &code : {lesson.c, lesson.go, lesson.qt})
        QVERIFY(!code.isEmpty());
    for (const QString &scenario : lesson.scenarios)
        QVERIFY2(catalogue.find(scenario), qPrintable(scenario));
    // A scenario in the text, such as (B7), must exist as well.
    static const QRegularExpression mention(QStringLiteral("\\b([A-F][0-9]{1,2})\\b"));
    for (const LocalizedText &text : textsOf(lesson)) {
        for (auto found = mention.globalMatch(text.en); found.hasNext();) {
            const QString id = found.next().captured();
            QVERIFY2(catalogue.find(id), qPrintable(id));
            QVERIFY2(text.zhCn.contains(id), qPrintable(text.zhCn));
        }
    }
}

void tst_ReasonLesson::files_areOnlyThoseOfReasons()
{
    QStringList expected;
    for (const Reason reason : allReasons)
        expected.append(QString(token(reason) + QLatin1StringView(".json")));
    expected.sort();
    QCOMPARE(QDir(QStringLiteral(":/lab/lessons")).entryList(QDir::NoFilter, QDir::Name), expected);
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_ReasonLesson)

#include "tst_reasonlesson.moc"
