// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/soak/selfdials.h"

#include "core/lab/network/privatenetwork.h"
#include "core/monitor.h"
#include "core/record/jsonl.h"
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
        else
            std::ignore = m_monitor.restart(m_client);
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

bool isSelfConnect(const QJsonObject &record)
{
    for (const QJsonValue &evidence : record[QLatin1String("evidence")].toArray()) {
        if (evidence[QLatin1String("detail")].toString().endsWith(u" self-connect"))
            return true;
    }
    return false;
}

/// Each dial must have ended once, as refused, and none may have opened.
void judgeDials(const std::vector<QJsonObject> &records, int count, SelfDials &dials)
{
    std::set<qint64> ids;
    int ended = 0;
    for (const QJsonObject &record : records) {
        const QString event = record[QLatin1String("event")].toString();
        const QString reason = record[QLatin1String("reason")].toString();
        if (event == u"opened" || event == u"rejected")
            dials.wrong << QStringLiteral("a dial of nobody was %1").arg(event);
        if (event != u"ended")
            continue;
        ++ended;
        ids.insert(record[QLatin1String("id")].toInteger());
        dials.metItself += isSelfConnect(record) ? 1 : 0;
        if (reason != u"connect-refused")
            dials.wrong << QStringLiteral("a dial of nobody: %1").arg(reason);
    }
    if (ended != count || ids.size() != static_cast<std::size_t>(count))
        dials.wrong
            << QStringLiteral("%1 dials, %2 ends of %3").arg(count).arg(ended).arg(ids.size());
    if (dials.metItself == 0)
        dials.wrong << QStringLiteral("no dial met itself");
}

} // namespace

SelfDials dialOneself(int count)
{
    ProgramRunner program(QCoreApplication::applicationFilePath(),
                          {QLatin1String(selfDialerWord), QString::number(count)});
    const auto last = program.waitFor(
        [](const QJsonObject &record) {
            const QString event = record[QLatin1String("event")].toString();
            return event == u"finished" || event == u"not-tried" || event == u"opened";
        },
        ProgramRunner::defaultLimit + count * mostPerDial);
    SelfDials dials;
    if (last)
        dials.notTried = (*last)[QLatin1String("why")].toString();
    if (!dials.notTried.isEmpty())
        return dials;
    if (last && (*last)[QLatin1String("event")] == QLatin1String("finished")) {
        dials.perSecond = count / (*last)[QLatin1String("seconds")].toDouble();
        dials.cpuShare = (*last)[QLatin1String("cpuShare")].toDouble();
        // Only now it is sure that nothing more is told.
        program.waitForExit();
    }
    judgeDials(program.records(), count, dials);
    return dials;
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
    Monitor monitor({.workers = 1}); // tries its end gate with ports of its own
    const QByteArray ports
        = QByteArray::number(nobodysPort) + ' ' + QByteArray::number(nobodysPort + 1);
    if ((*network)->setSysctl(LabSide::Client, "ip_local_port_range", ports) != 0)
        return 1;
    const SelfDialer dialer(monitor, QByteArray(argv[2]).toInt());
    return QCoreApplication::exec();
}

} // namespace Teardown
