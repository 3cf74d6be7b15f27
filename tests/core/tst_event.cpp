// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/record/event.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTest>

using namespace Teardown;

class tst_Event : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void deadlineTokens_areStable();
    void endpointTokens_areStable();
    void drainTokens_areThoseOfTheContract();
    void holdup_saysWhy_data();
    void holdup_saysWhy();
};

namespace {

template <typename Values> QString tokensOf(const Values &values)
{
    QStringList tokens;
    for (const auto value : values)
        tokens.append(token(value));
    return tokens.join(u' ');
}

} // namespace

void tst_Event::deadlineTokens_areStable()
{
    QCOMPARE(tokensOf(std::array{DeadlineKind::Connect,
                                 DeadlineKind::Read,
                                 DeadlineKind::Write,
                                 DeadlineKind::Idle,
                                 DeadlineKind::Heartbeat,
                                 DeadlineKind::LingerIdle,
                                 DeadlineKind::LingerTotal,
                                 DeadlineKind::Drain}),
             QStringLiteral("connect read write idle heartbeat linger-idle linger-total drain"));
}

void tst_Event::endpointTokens_areStable()
{
    QCOMPARE(tokensOf(std::array{EndpointState::Starting,
                                 EndpointState::Running,
                                 EndpointState::Draining,
                                 EndpointState::Stopped,
                                 EndpointState::Failed}),
             QStringLiteral("starting running draining stopped failed"));
}

void tst_Event::drainTokens_areThoseOfTheContract()
{
    QCOMPARE(tokensOf(std::array{DrainStage::Serving,
                                 DrainStage::Draining,
                                 DrainStage::Forcing,
                                 DrainStage::Drained}),
             QStringLiteral("serving draining forcing drained"));
}

void tst_Event::holdup_saysWhy_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *name, HoldupKind kind, const char *text) {
        QTest::newRow(name) << static_cast<int>(kind) << QString::fromLatin1(text);
    };
    row("connecting", HoldupKind::Connecting, "connecting for 3.1 s");
    row("in a request", HoldupKind::InRequest, "in a request for 3.1 s");
    row("unsent", HoldupKind::Unsent, "1.2 MiB unsent: the peer does not read");
    row("our FIN is out", HoldupKind::AwaitingFin, "waiting for the peer's FIN for 3.1 s");
    row("not yet told", HoldupKind::NotYetTold, "not yet told");
}

void tst_Event::holdup_saysWhy()
{
    QFETCH(const int, kind);
    QFETCH(const QString, text);
    const Holdup holdup{.id = 7,
                        .kind = static_cast<HoldupKind>(kind),
                        .duration = Milliseconds{3'100},
                        .bytes = 1'258'291};
    QCOMPARE(toString(holdup), text);
}

QTEST_GUILESS_MAIN(tst_Event)
#include "tst_event.moc"
