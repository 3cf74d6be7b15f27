// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/battery.h"

#include <QJsonDocument>

#include <atomic>
#include <csignal>
#include <thread>

namespace Teardown {

namespace {

std::size_t countOf(const std::vector<QJsonObject> &records, const char *field, const char *value)
{
    const auto count
        = std::count_if(records.begin(), records.end(), [field, value](const QJsonObject &record) {
              return record[QLatin1String(field)] == QLatin1String(value);
          });
    return static_cast<std::size_t>(count);
}

} // namespace

std::vector<Planned>
planAtRandom(std::minstd_rand &random, std::span<const Ending> endings, std::size_t count)
{
    std::vector<int> weights;
    for (const Ending &ending : endings)
        weights.push_back(ending.weight);
    std::discrete_distribution<std::size_t> choose(weights.begin(), weights.end());
    std::vector<Planned> planned(count);
    for (Planned &one : planned) {
        one.ending = &endings[choose(random)];
        one.seed = static_cast<unsigned>(random());
    }
    return planned;
}

std::vector<Planned> planEach(std::minstd_rand &random, int each)
{
    std::vector<Planned> planned;
    for (int round = 0; round < each; ++round) {
        for (const Ending &ending : allEndings())
            planned.push_back({.ending = &ending, .seed = static_cast<unsigned>(random())});
    }
    return planned;
}

Battery::Battery(const Setup &setup)
    : m_setup(setup)
{
    for (const BatteryServer kind : allBatteryServers)
        m_servers[kind] = std::make_unique<Served>(optionsOf(kind) + setup.options, setup.listen);
}

QString Battery::startFailure() const
{
    for (const auto &[kind, server] : m_servers) {
        if (!server->isListening())
            return QString::fromLocal8Bit(server->program().errorOutput());
    }
    return {};
}

void Battery::runOne(Planned &one) const
{
    RawPeer peer;
    peer.setQuietTime(m_setup.quietTime);
    const SocketAddress &target = m_servers.at(one.ending->server)->address();
    const Observation connected = peer.connectTo(target, one.ending->receiveBuffer);
    one.key = peer.key();
    if (!connected) {
        one.truth.problem = QStringLiteral("no connection: %1").arg(connected.toString());
        return;
    }
    std::minstd_rand random(one.seed);
    one.truth = one.ending->run(peer, random);
}

void Battery::run(std::vector<Planned> &planned) const
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t index; (index = next++) < planned.size();)
            runOne(planned[index]);
    };
    std::vector<std::thread> threads;
    for (int count = 0; count < m_setup.peersAtATime; ++count)
        threads.emplace_back(work);
    for (std::thread &thread : threads)
        thread.join();
}

QString Battery::verdictOn(const Planned &one) const
{
    const QString name = QString::fromLatin1(one.ending->name);
    ProgramRunner &program = m_servers.at(one.ending->server)->program();
    const std::optional<QJsonObject> record = program.waitForEnded(one.key);
    if (!record)
        return QStringLiteral("%1: no ended record; the peer saw %2").arg(name, one.truth.problem);
    QString wrong = Teardown::judge(one.truth, *record);
    if (program.endedOf(one.key).size() != 1)
        wrong += QStringLiteral(" more than one ended record;");
    if (wrong.isEmpty())
        return {};
    return QStringLiteral("%1:%2 %3")
        .arg(name, wrong, QString::fromUtf8(QJsonDocument(*record).toJson(QJsonDocument::Compact)));
}

QStringList Battery::judge(const std::vector<Planned> &planned) const
{
    QStringList failures;
    for (const Planned &one : planned) {
        if (const QString wrong = verdictOn(one); !wrong.isEmpty())
            failures << wrong;
    }
    return failures;
}

int Battery::inferredCount() const
{
    std::size_t count = 0;
    for (const auto &[kind, server] : m_servers)
        count += countOf(server->program().records(), "grade", "inferred");
    return static_cast<int>(count);
}

QStringList Battery::accountingErrors() const
{
    QStringList errors;
    for (const auto &[kind, server] : m_servers) {
        const std::vector<QJsonObject> records = server->program().records();
        const std::size_t opened = countOf(records, "event", "opened");
        const std::size_t ended = countOf(records, "event", "ended");
        if (opened != ended)
            errors << QStringLiteral("%1 opened, %2 ended").arg(opened).arg(ended);
        std::map<qint64, int> endsById;
        for (const QJsonObject &record : records) {
            const qint64 id = record[QLatin1String("id")].toInteger();
            if (record[QLatin1String("event")] == QLatin1String("ended") && ++endsById[id] > 1)
                errors << QStringLiteral("#%1 ended more than once").arg(id);
        }
    }
    return errors;
}

QStringList Battery::stop() const
{
    QStringList errors;
    sendSignal(SIGTERM);
    for (const auto &[kind, server] : m_servers) {
        const int code = server->program().waitForExit().value_or(-1);
        if (code != 0)
            errors << QStringLiteral("exit code %1").arg(code);
        if (const QByteArray other = server->program().otherOutput(); !other.isEmpty())
            errors << QStringLiteral("unexpected output: %1").arg(QString::fromLocal8Bit(other));
    }
    return errors;
}

void Battery::sendSignal(int number) const
{
    for (const auto &[kind, server] : m_servers)
        server->program().sendSignal(number);
}

} // namespace Teardown
