// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/models/batches.h"
#include "ui/models/connectiontimeline.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

#include <netinet/tcp.h>

using namespace Teardown;

namespace {

TimelineFont font()
{
    return {.width
            = [](const QString &text, bool) { return 7.0 * static_cast<double>(text.size()); },
            .lineHeight = 16};
}

ConnectionRecord record(ConnectionId id, const ConnectionHistory &history)
{
    ConnectionRecord record;
    record.snapshot = snapshot(id);
    record.snapshot.history = std::make_shared<const ConnectionHistory>(history);
    return record;
}

ConnectionHistory history()
{
    ConnectionHistory history;
    history.evidence = {{after(0), Layer::Kernel, What::Accepted, "127.0.3.8:4410"},
                        {after(5), Layer::Service, What::RequestBegun, "ECHO \x1b[2J"},
                        {after(900), Layer::Kernel, What::FinReceived, {}}};
    history.states.note({.mono = after(0), .state = TCP_ESTABLISHED});
    history.states.note({.mono = after(900), .state = TCP_CLOSE_WAIT});
    return history;
}

const TimelineMark *find(const TimelinePicture &picture, const QString &text)
{
    const auto found = std::find_if(picture.marks.begin(),
                                    picture.marks.end(),
                                    [&](const TimelineMark &mark) { return mark.text == text; });
    return found == picture.marks.end() ? nullptr : &*found;
}

int count(const TimelinePicture &picture, const QString &text)
{
    return static_cast<int>(
        std::count_if(picture.marks.begin(), picture.marks.end(), [&](const TimelineMark &mark) {
            return mark.text == text;
        }));
}

} // namespace

/// What was seen of a connection of the monitor, along its time.
class tst_ConnectionTimeline : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void moment_isARow();
    void lanes_keepProgramAndKernelApart();
    void wireAndPeer_areSaidNotToBeObserved();
    void peerOfThisProgram_isShown();
    void nothingSeen_hasNoRows();
};

void tst_ConnectionTimeline::moment_isARow()
{
    const TimelinePicture picture = layOutConnection(record(1, history()), nullptr, 900, font());
    QCOMPARE(picture.rows.size(), std::size_t{3});
    QCOMPARE(picture.rows[0].reading, u"0.000 ms · accepted: 127.0.3.8:4410 · ESTABLISHED");
    QCOMPARE(picture.rows[2].reading, u"900 ms · FIN received · CLOSE-WAIT");
    for (std::size_t row = 1; row < picture.rows.size(); ++row)
        QVERIFY(picture.rows[row].top >= picture.rows[row - 1].bottom);
    QVERIFY(picture.rows.back().bottom <= picture.height);
    QVERIFY(find(picture, QStringLiteral("+895 ms")));
    QVERIFY(!find(picture, QStringLiteral("+5.000 ms")));
}

void tst_ConnectionTimeline::lanes_keepProgramAndKernelApart()
{
    const TimelinePicture picture = layOutConnection(record(1, history()), nullptr, 1'200, font());
    const TimelineMark *request = find(picture, QStringLiteral("request begun: ECHO \\u{1b}[2J"));
    const TimelineMark *fin = find(picture, QStringLiteral("FIN received"));
    const TimelineMark *state = find(picture, QStringLiteral("CLOSE-WAIT"));
    QVERIFY(request && fin && state);
    QVERIFY(request->rect.left() < fin->rect.left());
    QCOMPARE(state->rect.left(), fin->rect.left());
    QVERIFY(state->bold);
}

void tst_ConnectionTimeline::wireAndPeer_areSaidNotToBeObserved()
{
    const TimelinePicture picture = layOutConnection(record(1, history()), nullptr, 900, font());
    QCOMPARE(count(picture, QStringLiteral("not observed")), 2);
}

void tst_ConnectionTimeline::peerOfThisProgram_isShown()
{
    ConnectionHistory other;
    other.evidence = {{after(450), Layer::Kernel, What::WriteShut, {}}};
    const ConnectionRecord peer = record(2, other);
    const TimelinePicture picture = layOutConnection(record(1, history()), &peer, 900, font());
    QCOMPARE(count(picture, QStringLiteral("not observed")), 1);
    QCOMPARE(picture.rows.size(), std::size_t{4});
}

void tst_ConnectionTimeline::nothingSeen_hasNoRows()
{
    ConnectionRecord unseen;
    unseen.snapshot = snapshot(1);
    QVERIFY(layOutConnection(unseen, nullptr, 900, font()).rows.empty());
}

QTEST_GUILESS_MAIN(tst_ConnectionTimeline)

#include "tst_connectiontimeline.moc"
