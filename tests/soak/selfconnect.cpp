// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/soak/selfconnect.h"

#include "core/lab/network/privatenetwork.h"
#include "core/monitor.h"
#include "core/record/jsonl.h"
#include "tests/soak/rows.h"
#include "tests/support/programrunner.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <ctime>
#include <set>

namespace Teardown {

namespace {

constexpr const char *selfDialerWord = "self-dialer";
constexpr quint16 nobodysPort = 40'000;
constexpr Milliseconds betweenDials{2};

/// Long enough for any dial, also on a busy machine.
constexpr Milliseconds mostPerDial{50};

/// One meets itself first and is refused then, as the first socket holds the port.
constexpr int mostMeetings = 1;

void tell(const QByteArray &line)
{
    std::fputs(line.constData(), stdout);
    std::fflush(stdout);
}

void tell(const QJsonObject &record)
{
    tell(QJsonDocument(record).toJson(QJsonDocument::Compact) + '\n');
}

/// Dials again whenever the last dial has ended; tells all events, and what it took.
class SelfDialer : public QObject
{
public:
    SelfDialer(Monitor &monitor, int count)
        : m_monitor(monitor)
        , m_count(count)
    {
        connect(&m_monitor, &Monitor::batchTaken, this, &SelfDialer::onBatch);
        m_pace.setTimerType(Qt::PreciseTimer);
        m_pace.callOnTimeout(this, &SelfDialer::onTurn);
        m_pace.start(betweenDials);
    }

private:
    void onBatch(const Batch &batch)
    {
        for (const Event &event : batch.events) {
            tell(toJsonLine(event, m_monitor.start()));
            m_ended += std::holds_alternative<EndedEvent>(event.body) ? 1 : 0;
        }
    }

    void onTurn()
    {
        m_monitor.takeBatch();
        if (m_ended < m_dialed)
            return;
        if (m_dialed == m_count) {
            finish();
            return;
        }
        if (m_dialed++ == 0)
            m_client = *m_monitor.connectTo({.target = {QStringLiteral("127.0.0.1"), nobodysPort}});
        else if (const auto restarted = m_monitor.restart(m_client); !restarted)
            fail(restarted.error());
    }

    void fail(const QString &why)
    {
        tell({{QStringLiteral("event"), QStringLiteral("failed")}, {QStringLiteral("why"), why}});
        QCoreApplication::exit(1);
    }

    void finish()
    {
        const std::chrono::duration<double> taken = steadyNow() - m_begin;
        const double cpu = static_cast<double>(std::clock() - m_cpuBefore) / CLOCKS_PER_SEC;
        tell({{QStringLiteral("event"), QStringLiteral("finished")},
              {QStringLiteral("seconds"), taken.count()},
              {QStringLiteral("cpuShare"), cpu / taken.count()}});
        QCoreApplication::quit();
    }

    Monitor &m_monitor;
    int m_count;
    QTimer m_pace;
    EndpointId m_client = 0;
    int m_dialed = 0;
    int m_ended = 0;
    TimePoint m_begin = steadyNow();
    std::clock_t m_cpuBefore = std::clock();
};

/// How often a dial met itself.
int meetings(const QJsonObject &record)
{
    int count = 0;
    for (const QJsonValue evidence : record[QLatin1String("evidence")].toArray())
        count += evidence[QLatin1String("detail")].toString().endsWith(u" self-connect") ? 1 : 0;
    return count;
}

/// Each dial must have ended once, as refused, and none may have opened; most must have met
/// themselves.
QStringList judgeDials(const std::vector<QJsonObject> &records, int dials)
{
    QStringList wrong;
    std::set<qint64> ids;
    int ended = 0;
    int metItself = 0;
    for (const QJsonObject &record : records) {
        const auto text = [&record](const char *field) {
            return record[QLatin1String(field)].toString();
        };
        if (text("event") == u"opened")
            wrong << QStringLiteral("a dial of nobody was opened");
        if (text("event") != u"ended")
            continue;
        ++ended;
        ids.insert(record[QLatin1String("id")].toInteger());
        metItself += meetings(record) > 0 ? 1 : 0;
        if (text("reason") != u"connect-refused" || text("wire") != u"rst"
            || text("grade") != u"observed" || meetings(record) > mostMeetings)
            wrong << QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact));
    }
    if (ended != dials || ids.size() != static_cast<std::size_t>(dials))
        wrong << QStringLiteral("%1 dials, %2 ends of %3").arg(dials).arg(ended).arg(ids.size());
    if (metItself < dials / 2)
        wrong << QStringLiteral("only %1 met themselves").arg(metItself);
    return wrong;
}

} // namespace

SoakResult SoakRows::selfConnect(const SoakRun &run)
{
    const int dials = run.size(500, 10'000);
    SoakResult result{.size = QStringLiteral("%1 dials").arg(dials)};
    ProgramRunner program(QCoreApplication::applicationFilePath(),
                          {QLatin1String(selfDialerWord), QString::number(dials)});
    const int code
        = program.waitForExit(ProgramRunner::defaultLimit + dials * mostPerDial).value_or(-1);
    const auto record = [&program](const char *event) {
        const auto found = program.waitFor(
            [event](const QJsonObject &each) {
                return each[QLatin1String("event")] == QLatin1String(event);
            },
            Milliseconds{0});
        return found.value_or(QJsonObject());
    };
    result.skipped = record("not-tried")[QLatin1String("why")].toString();
    if (!result.skipped.isEmpty())
        return result;
    if (code != 0)
        result.failures << QStringLiteral("exit code %1: %2 %3")
                               .arg(QString::number(code),
                                    record("failed")[QLatin1String("why")].toString(),
                                    QString::fromLocal8Bit(program.errorOutput()));
    result.failures << judgeDials(program.records(), dials);
    const QJsonObject finished = record("finished");
    const double share = finished[QLatin1String("cpuShare")].toDouble();
    if (share >= mostCpuFlooded)
        result.failures << QStringLiteral("%1 of a core").arg(share);
    result.figures = QStringLiteral("%1 % of a core, %2 dials a second")
                         .arg(share * 100, 0, 'f', 1)
                         .arg(dials / finished[QLatin1String("seconds")].toDouble(), 0, 'f', 0);
    return result;
}

bool isSelfDialerCall(int argc, char **argv)
{
    return argc == 3 && qstrcmp(argv[1], selfDialerWord) == 0;
}

int runSelfDialer(int argc, char **argv)
{
    const auto network = PrivateNetwork::make();
    const QCoreApplication application(argc, argv);
    if (!network) {
        tell({{QStringLiteral("event"), QStringLiteral("not-tried")},
              {QStringLiteral("why"), network.error()}});
        return 0;
    }
    const NamespaceVisit there = (*network)->visit(LabSide::Client);
    Monitor monitor({.workers = 1}); // before the range shrinks: to try its end gate it needs ports
    const QByteArray ports
        = QByteArray::number(nobodysPort) + ' ' + QByteArray::number(nobodysPort + 1);
    if (const int error = (*network)->setSysctl(LabSide::Client, "ip_local_port_range", ports)) {
        tell({{QStringLiteral("event"), QStringLiteral("failed")},
              {QStringLiteral("why"), QStringLiteral("errno %1").arg(error)}});
        return 1;
    }
    const SelfDialer dialer(monitor, QByteArray(argv[2]).toInt());
    return QCoreApplication::exec();
}

} // namespace Teardown
