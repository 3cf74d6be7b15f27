// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/labtexts.h"

#include "core/lab/run/expectation.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Teardown {

namespace {

// The fixed sentences of the lab; others name files, lines, and figures, and stay as they are.
constexpr std::array knownReasons{
    QT_TRANSLATE_NOOP("Teardown::Lab",
                      "It needs a private network namespace, and user.max_user_namespaces or "
                      "user.max_net_namespaces allows no more of them."),
    QT_TRANSLATE_NOOP("Teardown::Lab",
                      "It needs a private network namespace, which "
                      "kernel.unprivileged_userns_clone = 0 forbids."),
    QT_TRANSLATE_NOOP("Teardown::Lab",
                      "It needs a private network namespace, which AppArmor forbids "
                      "(kernel.apparmor_restrict_unprivileged_userns = 1)."),
    QT_TRANSLATE_NOOP("Teardown::Lab",
                      "It needs a private network namespace, which a seccomp filter forbids, as in "
                      "most containers."),
    QT_TRANSLATE_NOOP(
        "Teardown::Lab",
        "It needs a private network namespace, and /proc/sys is read-only, as in most containers."),
    QT_TRANSLATE_NOOP(
        "Teardown::Lab",
        "It needs a private network namespace, and this kernel has no virtual Ethernet (veth)."),
    QT_TRANSLATE_NOOP(
        "Teardown::Lab",
        "It needs a private network namespace, and its network cannot be set up here."),
    QT_TRANSLATE_NOOP("Teardown::Lab",
                      "It needs a private network namespace, which this kernel does not offer."),
    QT_TRANSLATE_NOOP("Teardown::Lab",
                      "It needs a private network namespace, which this system does not permit."),
    QT_TRANSLATE_NOOP("Teardown::Lab", "It needs TLS, and Qt finds no OpenSSL here."),
    QT_TRANSLATE_NOOP("Teardown::Lab",
                      "It needs sock_diag for TCP, which this kernel does not offer."),
    QT_TRANSLATE_NOOP("Teardown::Lab", "The run was cancelled."),
    QT_TRANSLATE_NOOP("Teardown::Lab",
                      "Capturing packets takes CAP_NET_RAW: run \"setcap cap_net_raw+ep\" on the "
                      "program, or run it as root."),
    QT_TRANSLATE_NOOP("Teardown::Lab",
                      "This kernel has no packet sockets: load the module af_packet."),
};

QString sightText(const KernelSight &sight)
{
    QString text = QString::fromLatin1(sight.state);
    if (sight.unread > 0)
        text += u'\n' + QCoreApplication::translate("Teardown::Lab", "unread %1").arg(sight.unread);
    if (sight.unsent > 0)
        text
            += u'\n' + QCoreApplication::translate("Teardown::Lab", "unacked %1").arg(sight.unsent);
    return text;
}

} // namespace

QString displayText(LabStatus status)
{
    switch (status) {
    case LabStatus::NotRun:
        return QCoreApplication::translate("Teardown::Lab", "not run");
    case LabStatus::Passed:
        return QCoreApplication::translate("Teardown::Lab", "passed");
    case LabStatus::Failed:
        return QCoreApplication::translate("Teardown::Lab", "failed");
    case LabStatus::Skipped:
        return QCoreApplication::translate("Teardown::Lab", "skipped");
    }
    Q_UNREACHABLE();
}

QString displayText(LabSide side)
{
    switch (side) {
    case LabSide::Client:
        return QCoreApplication::translate("Teardown::Lab", "client");
    case LabSide::Middle:
        return QCoreApplication::translate("Teardown::Lab", "middle");
    case LabSide::Server:
        return QCoreApplication::translate("Teardown::Lab", "server");
    }
    Q_UNREACHABLE();
}

QString labReasonText(const QString &reason)
{
    const auto known
        = std::find_if(knownReasons.begin(), knownReasons.end(), [&](const char *text) {
              return reason == QLatin1StringView(text);
          });
    return known == knownReasons.end() ? reason
                                       : QCoreApplication::translate("Teardown::Lab", *known);
}

QString checkText(const CheckRecord &check)
{
    return QCoreApplication::translate("Teardown::Lab", "%1: expected %2, seen %3")
        .arg(check.fact, describe(check.expected), describe(check.seen));
}

QString verdictText(const RunRecord &record)
{
    // lupdate 6.4 does not see a text whose number is an expression with <>.
    const int checks = static_cast<int>(record.checkCount());
    const int failed = static_cast<int>(record.failedCheckCount());
    switch (record.verdict) {
    case LabVerdict::Passed:
        return QCoreApplication::translate("Teardown::Lab",
                                           "Passed: all %n facts were as expected.",
                                           nullptr,
                                           checks);
    case LabVerdict::Failed:
        if (failed > 0)
            return QCoreApplication::translate("Teardown::Lab",
                                               "Failed: %n facts were not as expected.",
                                               nullptr,
                                               failed);
        return QCoreApplication::translate("Teardown::Lab", "Failed: %1")
            .arg(labReasonText(record.reason));
    case LabVerdict::Skipped:
        return QCoreApplication::translate("Teardown::Lab", "Skipped: %1")
            .arg(labReasonText(record.reason));
    }
    Q_UNREACHABLE();
}

QString labTime(std::chrono::nanoseconds time)
{
    const double ms = std::chrono::duration<double, std::milli>(time).count();
    // As it is rounded it is measured: 999.6 ms are 1.00 s.
    if (ms < 9.9995)
        return QStringLiteral("%1 ms").arg(ms, 0, 'f', 3);
    if (ms < 99.95)
        return QStringLiteral("%1 ms").arg(ms, 0, 'f', 1);
    if (ms < 999.5)
        return QStringLiteral("%1 ms").arg(ms, 0, 'f', 0);
    return QStringLiteral("%1 s").arg(ms / 1'000, 0, 'f', 2);
}

StepOutcome outcomeOf(const StepRecord &step)
{
    if (step.blocked)
        return StepOutcome::Blocked;
    const bool isFailed = step.result.error != 0 || !step.result.failure.isEmpty();
    return isFailed ? StepOutcome::Failed : StepOutcome::Done;
}

QString displayText(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Done:
        return QCoreApplication::translate("Teardown::Lab", "returned");
    case StepOutcome::Failed:
        return QCoreApplication::translate("Teardown::Lab", "returned an error");
    case StepOutcome::Blocked:
        return QCoreApplication::translate("Teardown::Lab", "blocks");
    }
    Q_UNREACHABLE();
}

bool isAsExpected(const StepRecord &step)
{
    return std::all_of(step.checks.begin(), step.checks.end(), [](const CheckRecord &check) {
        return check.passed;
    });
}

StepStates statesAfter(const StepRecord &step, bool isRelayed)
{
    StepStates states;
    if (step.ends.local.isNull())
        return states;
    // A listener counts connections where others count bytes.
    const bool isListener = step.ends.peer.isNull();
    const QString own = isListener ? QString::fromLatin1(step.own.state) : sightText(step.own);
    const QString other = isListener ? QString() : sightText(step.other);
    switch (step.side) {
    case LabSide::Client:
        states.client = own;
        (isRelayed ? states.middle : states.server) = other;
        break;
    case LabSide::Middle:
        states.middle = own;
        break;
    case LabSide::Server:
        states.server = own;
        (isRelayed ? states.middle : states.client) = other;
        break;
    }
    return states;
}

} // namespace Teardown
