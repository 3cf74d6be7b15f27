// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/scenario/labcatalogue.h"
#include "tests/fuzz/targets.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <random>

namespace Teardown {

namespace {

using Target = QString (*)(const QByteArray &);

/// Changes \a bytes a little, as a fuzzer does.
QByteArray mutated(QByteArray bytes, std::minstd_rand &random)
{
    const auto place = [&] {
        return std::uniform_int_distribution<qsizetype>(0, bytes.size() - 1)(random);
    };
    for (auto changes = random() % 4 + 1; changes > 0 && !bytes.isEmpty(); --changes) {
        switch (random() % 5) {
        case 0:
            bytes[place()] = static_cast<char>(random());
            break;
        case 1:
            bytes.remove(place(), static_cast<qsizetype>(random() % 8));
            break;
        case 2:
            bytes.insert(place(), bytes.mid(place(), static_cast<qsizetype>(random() % 64)));
            break;
        case 3:
            bytes.insert(place(), "\0\n\r\"{[-9e\xff"[random() % 11]);
            break;
        default:
            bytes.truncate(place());
            break;
        }
    }
    return bytes;
}

} // namespace

/// What reads bytes from outside keeps its promises; the short form of the preset fuzz.
class tst_Fuzz : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void mutations_breakNoPromise_data();
    void mutations_breakNoPromise();
    void everyCut_readsTheSame();
};

void tst_Fuzz::mutations_breakNoPromise_data()
{
    QTest::addColumn<Target>("target");
    QTest::addColumn<QByteArrayList>("examples");
    QTest::addColumn<int>("rounds");
    QTest::newRow("line of the protocol")
        << Target(FuzzTargets::lineRequest)
        << QByteArrayList{"PING 1", "WORK 3600000", "DOWNLOAD 1099511627776", "CLOSE half", "QUIT"}
        << 20'000;
    QTest::newRow("JSON Lines") << Target(FuzzTargets::jsonlReader)
                                << QByteArrayList{"\x09{\"event\":\"opened\",\"id\":1}\n{\"event\":"
                                                  "\"ended\"}\r\n\n{\"x\":[1,{}]}\n",
                                                  "\x20[1,2]\nnot json\n{\"event\":7}"}
                                << 20'000;
    QFile file(QString(builtInScenarios) + QStringLiteral("/A1.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QTest::newRow("scenario") << Target(FuzzTargets::scenario) << QByteArrayList{file.readAll()}
                              << 1'000;
    QTest::newRow("command line")
        << Target(FuzzTargets::commandLine)
        << QByteArrayList{"serve\n--listen\n127.0.0.1:0\n--read-deadline=5s\n--epoll\non",
                          "connect\n[::1]:7400\n--count\n3\n--hold=2m\n--",
                          "demo\n--jsonl\n-"}
        << 1'000;
}

void tst_Fuzz::mutations_breakNoPromise()
{
    QFETCH(const Target, target);
    QFETCH(const QByteArrayList, examples);
    QFETCH(const int, rounds);
    constexpr unsigned seed = 1; // the same inputs in every run
    std::minstd_rand random(seed);
    for (const QByteArray &example : examples) {
        QCOMPARE(target(example), QString());
        for (int round = 0; round < rounds / examples.size(); ++round) {
            const QByteArray bytes = mutated(example, random);
            const QString broken = target(bytes);
            QVERIFY2(broken.isEmpty(),
                     QByteArray(broken.toUtf8() + ": " + bytes.toHex()).constData());
        }
    }
}

void tst_Fuzz::everyCut_readsTheSame()
{
    // The limit of the target's lines, one below it and one over it, with either line end.
    for (const int length : {63, 64, 65}) {
        const QByteArray line = R"({"event":")" + QByteArray(length - 12, 'x') + "\"}";
        const QByteArray stream = line + '\n' + line + "\r\n{\"event\":\"last\"}";
        for (int cut = 0; cut <= stream.size(); ++cut)
            QCOMPARE(FuzzTargets::jsonlReader(static_cast<char>(cut) + stream), QString());
    }
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_Fuzz)
#include "tst_fuzz.moc"
