// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/timelinetexts.h"

#include "ui/models/labtexts.h"

#include <QCoreApplication>

namespace Teardown {

std::vector<TimelineLine> programLines(const StepRecord &record)
{
    std::vector<TimelineLine> lines;
    const StepOutcome outcome = outcomeOf(record);
    const QString said = QString(record.actor % QLatin1StringView(": ") % record.toString());
    lines.push_back({said,
                     outcome == StepOutcome::Blocked      ? TimelineInk::Waiting
                         : outcome == StepOutcome::Failed ? TimelineInk::Bad
                                                          : TimelineInk::Text,
                     outcome != StepOutcome::Done,
                     outcome != StepOutcome::Done});
    for (const QString &event : record.events)
        lines.push_back({event, TimelineInk::Muted});
    for (const CheckRecord &check : record.checks) {
        if (!check.passed)
            lines.push_back({checkText(check), TimelineInk::Bad, true, true});
    }
    if (!record.checks.empty() && isAsExpected(record))
        lines.push_back({QCoreApplication::translate("Teardown::Timeline", "as expected"),
                         TimelineInk::Good,
                         false,
                         true});
    return lines;
}

QString readingOf(const StepRecord &step, const RunRecord &record, bool isRelayed)
{
    const StepStates states = statesAfter(step, isRelayed);
    const auto orUnknown = [](QString state) {
        return state.isEmpty() ? u"–"_qs : state.replace(u'\n', u' ');
    };
    return QCoreApplication::translate("Teardown::Timeline",
                                       "%1 · %2: %3 · client kernel %4 · server kernel %5")
        .arg(labTime(step.ended - record.started),
             step.actor,
             step.toString(),
             orUnknown(states.client),
             orUnknown(states.server));
}

QString displayText(TimelineLane lane)
{
    switch (lane) {
    case TimelineLane::ClientProgram:
        return QCoreApplication::translate("Teardown::Timeline", "client program");
    case TimelineLane::ClientKernel:
        return QCoreApplication::translate("Teardown::Timeline", "client kernel");
    case TimelineLane::Wire:
    case TimelineLane::ServerWire:
        return QCoreApplication::translate("Teardown::Timeline", "wire");
    case TimelineLane::Middle:
        return QCoreApplication::translate("Teardown::Timeline", "middle");
    case TimelineLane::ServerKernel:
        return QCoreApplication::translate("Teardown::Timeline", "server kernel");
    case TimelineLane::ServerProgram:
        return QCoreApplication::translate("Teardown::Timeline", "server program");
    }
    Q_UNREACHABLE();
}

} // namespace Teardown
