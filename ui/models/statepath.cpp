// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/statepath.h"

#include <QCoreApplication>
#include <QStringList>

namespace Teardown {

namespace {

struct States
{
    Q_DECLARE_TR_FUNCTIONS(Teardown::States)
};

QString joint(StateStep step)
{
    switch (step) {
    case StateStep::First:
        return {};
    case StateStep::Arrow:
        return u" → "_qs;
    case StateStep::Reset:
        return States::tr(" → reset → ");
    case StateStep::Gap:
        return u" … "_qs;
    }
    Q_UNREACHABLE();
}

} // namespace

void StatePath::add(const StateSight &sight)
{
    if (!sights.empty() && sights.back().state == sight.state)
        return;
    sights.push_back(sight);
}

StateStep stepTo(const StatePath &path, std::size_t index)
{
    if (index == 0)
        return StateStep::First;
    const StateSight &from = path.sights[index - 1];
    const StateSight &to = path.sights[index];
    if (to.isReset && canBeReset(from.state))
        return StateStep::Reset;
    return !to.mayBeTimeWait && findTransition(from.state, to.state) ? StateStep::Arrow
                                                                     : StateStep::Gap;
}

QString stepText(const StatePath &path, std::size_t index)
{
    switch (stepTo(path, index)) {
    case StateStep::First:
        return States::tr("first seen");
    case StateStep::Arrow: {
        const TcpTransition *arrow
            = findTransition(path.sights[index - 1].state, path.sights[index].state);
        const QString event = QString::fromLatin1(arrow->event);
        return *arrow->action == '\0'
            ? event
            : QString(event % u" · " % QString::fromLatin1(arrow->action));
    }
    case StateStep::Reset:
        return States::tr("reset, abort or time-out");
    case StateStep::Gap:
        return States::tr("not observed between");
    }
    Q_UNREACHABLE();
}

QString sightText(const StateSight &sight)
{
    return sight.mayBeTimeWait
        ? States::tr("%1 or %2").arg(nameOf(TcpState::Closed), nameOf(TcpState::TimeWait))
        : nameOf(sight.state);
}

QString pathText(const StatePath &path)
{
    if (path.sights.empty())
        return States::tr("%1: not observed").arg(path.name);
    QString way;
    for (std::size_t index = 0; index < path.sights.size(); ++index)
        way += joint(stepTo(path, index)) + sightText(path.sights[index]);
    return States::tr("%1: %2", "an end of a connection: its states").arg(path.name, way);
}

} // namespace Teardown
