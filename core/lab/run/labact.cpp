// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/labact.h"

#include "core/base/units.h"
#include "core/close/closereport.h"
#include "core/lab/run/actorfactory.h"
#include "core/lab/run/expectation.h"
#include "core/lab/run/labcapture.h"
#include "core/lab/scenario/vocabulary.h"

#include <QJsonArray>

#include <algorithm>
#include <thread>

namespace Teardown {

namespace {

using namespace std::chrono_literals;

/// How often somebody who waits looks whether the run was cancelled.
constexpr Milliseconds cancelInterval{20};

/// How often the kernel is looked at while an expectation is not met: from, to.
constexpr std::chrono::microseconds firstLook{200};
constexpr std::chrono::microseconds longestLook{10'000};

bool isWaitable(const Expectation &expectation)
{
    const FactSpec *fact = findFact(expectation.fact);
    return fact && fact->waitable;
}

/// What one end shows; \a name makes "otherState" of "state" for the other end.
template <typename Name>
void addSight(QJsonObject &facts,
              const KernelSight &sight,
              const std::optional<SocketProbe> &probe,
              Name name)
{
    facts.insert(name("state"), QString::fromLatin1(sight.state));
    facts.insert(name("timer"), QString::fromLatin1(sight.timer));
    facts.insert(name("unsent"), sight.unsent);
    facts.insert(name("unread"), sight.unread);
    if (sight.received)
        facts.insert(name("received"), *sight.received);
    if (!probe)
        return;
    facts.insert(name("poll"), probe->poll);
    facts.insert(name("infoState"), QString::fromLatin1(probe->infoState));
    facts.insert(name("received"), probe->received);
}

void addKernelFacts(QJsonObject &facts, const StepRecord &record)
{
    if (record.ends.local.isNull())
        return;
    addSight(facts, record.own, record.ownProbe, [](const char *name) {
        return QString::fromLatin1(name);
    });
    if (record.ends.peer.isNull()) {
        facts.insert(QStringLiteral("backlog"), record.own.unread);
        return;
    }
    addSight(facts, record.other, record.otherProbe, [](const char *name) {
        const QString word = QString::fromLatin1(name);
        return QString(QLatin1StringView("other") % word.at(0).toUpper() % word.sliced(1));
    });
}

void addCallFacts(QJsonObject &facts, const StepRecord &record)
{
    if (record.blocked)
        return;
    facts.insert(QStringLiteral("errno"), errnoName(record.result.error));
    facts.insert(QStringLiteral("tookMs"), millisecondsBetween(record.started, record.ended));
    if (record.result.returned)
        facts.insert(QStringLiteral("returns"), *record.result.returned);
    for (auto fact = record.result.facts.begin(); fact != record.result.facts.end(); ++fact)
        facts.insert(fact.key(), fact.value());
}

} // namespace

LabAct::LabAct(const Scenario &scenario,
               std::size_t index,
               LabPlace &place,
               const LabOptions &options,
               const std::atomic<bool> &cancelled)
    : m_scenario(scenario)
    , m_index(index)
    , m_place(place)
    , m_options(options)
    , m_cancelled(cancelled)
{
    for (const LabSide side : place.networks()) {
        const NamespaceVisit there = place.visit(side);
        m_kernels.emplace_back();
    }
}

LabAct::~LabAct()
{
    for (const auto &[id, actor] : m_actors)
        actor->release();
    m_calls.clear();
    m_stuck.clear();
}

QString LabAct::begin()
{
    for (const Step &step : m_scenario.acts[m_index].steps) {
        for (const QString &id : {step.actor, step.text("with"), step.text("of")}) {
            const ActorSpec *spec = m_scenario.actor(id);
            if (!spec || m_actors.contains(id))
                continue;
            // Whatever threads it starts stay there.
            const NamespaceVisit there = m_place.visit(spec->side);
            auto actor = makeActor(spec->kind, m_options.nursery, m_place.privateNetwork());
            if (!actor)
                return actor.error();
            m_actors.emplace(id, std::move(*actor));
        }
    }
    const auto captures = capturesOf(m_place, m_options);
    m_notCaptured = captures.error();
    if (captures) {
        QSet<QHostAddress> homes;
        for (const LabSide side : m_place.networks())
            homes.insert(m_place.home(side));
        m_wire.emplace(*captures, homes, hasRelay(m_scenario));
    }
    return {};
}

StepRecord LabAct::run(std::size_t index, TimePoint limit)
{
    m_limit = limit;
    const Step &step = m_scenario.acts[m_index].steps[index];
    StepRecord record = beginRecord(m_scenario, m_index, index);
    perform(step, record);
    settle(step, record);
    watchWire(record);
    return record;
}

void LabAct::perform(const Step &step, StepRecord &record)
{
    if (step.operation == QLatin1StringView("sleep")) {
        const auto time = parseDuration(step.text("time"));
        sleepUntil(record.started + (time ? *time : 0ms));
        record.result.call = QStringLiteral("sleep(%1)").arg(step.text("time"));
    } else if (step.operation == QLatin1StringView("observe")) {
        record.result.call = QStringLiteral("observe");
    } else if (step.operation == QLatin1StringView("join")) {
        joinCall(step.text("step"), record);
    } else if (step.operation == QLatin1StringView("share")) {
        share(step, record);
    } else {
        callActor(step, record);
    }
    if (record.ended == TimePoint{})
        record.ended = steadyNow();
}

void LabAct::callActor(const Step &step, StepRecord &record)
{
    const auto target = resolved(step);
    if (!target) {
        record.result = CallResult::failed(target.error());
        return;
    }
    Actor &actor = *m_actors.at(step.actor);
    const NamespaceVisit there = m_place.visit(sideOf(step));
    auto call = std::make_unique<LabCall>([&actor, copy = *target] { return actor.perform(copy); });
    if (step.background) {
        record.result.call = step.operation;
        m_calls.emplace(step.id, std::move(call));
    } else if (waitFor(*call)) {
        takeResult(*call, record);
    } else {
        record.blocked = true;
        record.result.call = step.operation;
        record.result.failure = QStringLiteral("%1 did not return.").arg(step.operation);
        m_stuck.push_back(std::move(call));
    }
}

void LabAct::joinCall(const QString &id, StepRecord &record)
{
    const auto found = m_calls.find(id);
    if (found == m_calls.end()) {
        record.result = CallResult::failed(QStringLiteral("\"%1\" is not running.").arg(id));
    } else if (waitFor(*found->second)) {
        takeResult(*found->second, record);
        m_calls.erase(found);
    } else {
        record.blocked = true;
        record.result.failure = QStringLiteral("\"%1\" did not return.").arg(id);
    }
}

void LabAct::takeResult(LabCall &call, StepRecord &record)
{
    record.result = call.result();
    record.started = call.started();
    record.ended = call.ended();
}

void LabAct::share(const Step &step, StepRecord &record)
{
    const int descriptor = m_actors.at(step.actor)->descriptor(step.socket());
    record.result = descriptor < 0
        ? CallResult::failed(QStringLiteral("The socket \"%1\" is not open.").arg(step.socket()))
        : m_actors.at(step.text("with"))->adopt(step.socket(), descriptor);
}

Result<Step> LabAct::resolved(const Step &step) const
{
    Step target = step;
    target.arguments.insert(QStringLiteral("home"),
                            SocketAddress{m_place.home(sideOf(step)), 0}.toString());
    for (const char *name : {"to", "at"}) {
        const QString id = step.text(name);
        if (id.isEmpty())
            continue;
        const auto actor = m_actors.find(id);
        const SocketAddress address
            = actor == m_actors.end() ? SocketAddress{} : actor->second->address();
        if (address.isNull())
            return Failure{QStringLiteral("\"%1\" has no address yet.").arg(id)};
        target.arguments.insert(QStringLiteral("address"), address.toString());
    }
    if (const QString id = step.text("of"); !id.isEmpty()) {
        if (const QString failure = addVictim(id, target); !failure.isEmpty())
            return Failure{failure};
    }
    return target;
}

QString LabAct::addVictim(const QString &id, Step &step) const
{
    const auto actor = m_actors.find(id);
    const auto ends = actor == m_actors.end() ? std::nullopt : actor->second->ends(step.socket());
    if (!ends)
        return QStringLiteral("\"%1\" has no socket \"%2\".").arg(id, step.socket());
    QJsonObject &arguments = step.arguments;
    arguments.insert(QStringLiteral("victim"), ends->local.toString());
    arguments.insert(QStringLiteral("victimPeer"), ends->peer.toString());
    arguments.insert(QStringLiteral("victimSide"), token(m_scenario.actor(id)->side));
    arguments.insert(QStringLiteral("victimDescriptor"), actor->second->descriptor(step.socket()));
    return {};
}

LabSide LabAct::sideOf(const Step &step) const
{
    return m_scenario.actor(step.actor)->side;
}

bool LabAct::waitFor(LabCall &call) const
{
    const TimePoint until = within(m_options.callLimit);
    while (!m_cancelled && steadyNow() < until) {
        if (call.waitUntil(std::min(until, steadyNow() + cancelInterval)))
            return true;
    }
    return call.hasReturned();
}

void LabAct::sleepUntil(TimePoint time) const
{
    while (!m_cancelled && steadyNow() < time)
        std::this_thread::sleep_until(std::min(time, steadyNow() + cancelInterval));
}

TimePoint LabAct::within(Milliseconds time) const
{
    return std::min(m_limit, steadyNow() + time);
}

void LabAct::settle(const Step &step, StepRecord &record)
{
    const TimePoint until = within(m_options.patience);
    std::chrono::microseconds interval = firstLook;
    QJsonObject facts;
    const auto isSettled = [&] {
        look(step, record);
        facts = factsOf(step, record);
        return std::all_of(step.expectations.begin(),
                           step.expectations.end(),
                           [&](const Expectation &expectation) {
                               return !isWaitable(expectation)
                                   || isMet(expectation.expected, facts.value(expectation.fact));
                           });
    };
    while (!isSettled() && record.result.failure.isEmpty() && !m_cancelled && steadyNow() < until) {
        std::this_thread::sleep_for(interval);
        interval = std::min(interval * 3 / 2, longestLook);
    }
    record.settled = steadyNow();
    for (const Expectation &expectation : step.expectations) {
        const QJsonValue seen = facts.value(expectation.fact);
        record.checks.push_back({expectation.fact,
                                 expectation.expected,
                                 seen,
                                 isMet(expectation.expected, seen),
                                 expectation.line});
        if (expectation.fact == QLatin1StringView("events"))
            m_checkedEvents[step.actor] += seen.toArray().size();
    }
    m_reportedEvents[step.actor] += record.events.size();
}

void LabAct::watchWire(StepRecord &record)
{
    if (!m_wire)
        return;
    for (const auto &[id, actor] : m_actors)
        m_wire->place(actor->address(), m_scenario.actor(id)->side);
    m_wire->place(record.ends.local, record.side);
    record.segments = m_wire->take();
    record.lostSegments = m_wire->takeLost();
}

LabCall *LabAct::backgroundCall(const Step &step) const
{
    const auto found = m_calls.find(step.background ? step.id : step.text("step"));
    return found == m_calls.end() ? nullptr : found->second.get();
}

void LabAct::look(const Step &step, StepRecord &record) const
{
    if (LabCall *call = backgroundCall(step))
        record.blocked = !call->hasReturned();
    const Actor &actor = *m_actors.at(step.actor);
    record.events = actor.events().mid(
        m_reportedEvents.contains(step.actor) ? m_reportedEvents.at(step.actor) : 0);
    const auto ends = actor.ends(step.socket());
    if (!ends)
        return;
    record.ends = *ends;
    record.own = sight(*ends);
    record.ownProbe = probe(*ends);
    if (ends->peer.isNull())
        return;
    record.other = sight(ends->reversed());
    record.otherProbe = probe(ends->reversed());
}

KernelSight LabAct::sight(const SocketEnds &ends) const
{
    for (const SockDiag &kernel : m_kernels) {
        const KernelSight seen = kernel.look(ends);
        if (seen != KernelSight{})
            return seen;
    }
    return {};
}

std::optional<SocketProbe> LabAct::probe(const SocketEnds &ends) const
{
    for (const auto &[id, actor] : m_actors) {
        if (auto seen = actor->probe(ends))
            return seen;
    }
    return std::nullopt;
}

QJsonObject LabAct::factsOf(const Step &step, const StepRecord &record) const
{
    const Actor &actor = *m_actors.at(step.actor);
    QJsonObject facts = actor.facts(step.socket());
    addKernelFacts(facts, record);
    addCallFacts(facts, record);
    const qsizetype checked
        = m_checkedEvents.contains(step.actor) ? m_checkedEvents.at(step.actor) : 0;
    LabCall *call = backgroundCall(step);
    if (const auto blocked = call ? call->isBlocked() : std::nullopt)
        facts.insert(QStringLiteral("blocked"), *blocked);
    facts.insert(QStringLiteral("events"), QJsonArray::fromStringList(actor.events().mid(checked)));
    return facts;
}

} // namespace Teardown
