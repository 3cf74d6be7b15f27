// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/labrunner.h"

#include "core/base/units.h"
#include "core/lab/actors/labtls.h"
#include "core/lab/network/namespacesupport.h"
#include "core/lab/run/labact.h"
#include "core/lab/run/remoteact.h"

namespace Teardown {

namespace {

constexpr QLatin1StringView cancelledReason("The run was cancelled.");

} // namespace

LabRunner::LabRunner(Scenario scenario, LabOptions options, QObject *parent)
    : QObject(parent)
    , m_scenario(std::move(scenario))
    , m_options(std::move(options))
{
}

LabRunner::~LabRunner() = default;

QString LabRunner::unmetRequirement(const Scenario &scenario)
{
    const bool isApart = scenario.level == LabLevel::L1
        || scenario.requirements.contains(QLatin1StringView("network-namespace"));
    if (isApart && !networkNamespaceFault().isEmpty())
        return networkNamespaceFault();
    if (scenario.requirements.contains(QLatin1StringView("tls")) && !labTlsWorks())
        return QStringLiteral("It needs TLS, and Qt finds no OpenSSL here.");
    if (!SockDiag().isAvailable())
        return QStringLiteral("It needs sock_diag for TCP, which this kernel does not offer.");
    return {};
}

RunRecord LabRunner::run()
{
    RunRecord record{.scenario = m_scenario.id,
                     .group = m_scenario.group,
                     .title = m_scenario.title.en,
                     .file = m_scenario.file,
                     .started = steadyNow()};
    if (const QString reason = unmetRequirement(m_scenario); !reason.isEmpty()) {
        record.verdict = LabVerdict::Skipped;
        record.reason = reason;
    } else {
        runActs(record);
        judge(record);
    }
    record.ended = steadyNow();
    return record;
}

void LabRunner::runActs(RunRecord &record)
{
    TimePoint limit = record.started + m_scenario.limit;
    for (std::size_t index = 0; index < m_scenario.acts.size(); ++index) {
        if (!runAct(index, limit, record))
            return;
    }
}

bool LabRunner::runAct(std::size_t index, TimePoint &limit, RunRecord &record)
{
    if (m_options.isPrivate || m_scenario.level == LabLevel::L1) {
        RemoteAct act(m_scenario, index, m_options, m_cancelled);
        return runSteps(act, index, limit, record);
    }
    LoopbackPlace place;
    LabAct act(m_scenario, index, place, m_options, m_cancelled);
    return runSteps(act, index, limit, record);
}

bool LabRunner::runSteps(ActRun &act, std::size_t index, TimePoint &limit, RunRecord &record)
{
    record.reason = act.begin();
    record.notCaptured = act.notCaptured();
    if (!record.reason.isEmpty())
        return false;
    for (std::size_t step = 0; step < m_scenario.acts[index].steps.size(); ++step) {
        const TimePoint asked = steadyNow();
        const bool mayGo = waitForGate(index, step);
        limit += steadyNow() - asked; // somebody who reads is not late
        if (!mayGo) {
            record.reason = cancelledReason;
            return false;
        }
        if (steadyNow() >= limit) {
            record.reason = QStringLiteral("The scenario was not over within its limit of %1.")
                                .arg(formatDuration(m_scenario.limit));
            return false;
        }
        record.steps.push_back(act.run(step, limit));
        const StepRecord &done = record.steps.back();
        emit stepDone(done);
        if (!done.result.failure.isEmpty()) {
            record.reason = QStringLiteral("%1:%2: %3 could not do %4: %5")
                                .arg(record.file)
                                .arg(done.line)
                                .arg(done.actor, done.operation, done.result.failure);
            return false;
        }
    }
    return true;
}

bool LabRunner::waitForGate(std::size_t act, std::size_t step)
{
    std::unique_lock lock(m_mutex);
    if (m_holding && m_allowed == 0 && !m_cancelled) {
        lock.unlock();
        emit stepHeld(static_cast<int>(act), static_cast<int>(step));
        lock.lock();
    }
    m_gate.wait(lock, [this] { return !m_holding || m_allowed > 0 || m_cancelled; });
    if (m_holding && m_allowed > 0)
        --m_allowed;
    return !m_cancelled;
}

void LabRunner::judge(RunRecord &record) const
{
    // Whatever stopped it then, nobody saw how the rest would have gone.
    if (m_cancelled && !record.reason.isEmpty()) {
        record.verdict = LabVerdict::Skipped;
        record.reason = cancelledReason;
        return;
    }
    const QStringList sentences = failures(record);
    if (record.reason.isEmpty() && !sentences.isEmpty())
        record.reason = sentences.first();
    record.verdict = record.reason.isEmpty() ? LabVerdict::Passed : LabVerdict::Failed;
}

void LabRunner::holdEachStep()
{
    const std::lock_guard lock(m_mutex);
    m_holding = true;
}

void LabRunner::next()
{
    const std::lock_guard lock(m_mutex);
    ++m_allowed;
    m_gate.notify_all();
}

void LabRunner::runOn()
{
    const std::lock_guard lock(m_mutex);
    m_holding = false;
    m_gate.notify_all();
}

void LabRunner::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_cancelled = true;
    m_gate.notify_all();
}

} // namespace Teardown
