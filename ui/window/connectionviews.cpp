// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/connectionviews.h"

#include "core/monitor.h"
#include "ui/models/connectionmodel.h"
#include "ui/panels/connectiontimelinepanel.h"
#include "ui/panels/detailspanel.h"
#include "ui/panels/statespanel.h"
#include "ui/window/actions.h"
#include "ui/window/lessondialog.h"

#include <QAction>

namespace Teardown {

ConnectionViews::ConnectionViews(Monitor &monitor,
                                 ConnectionModel &model,
                                 const LabCatalogue &catalogue,
                                 const Actions &actions,
                                 QWidget *window)
    : QObject(window)
    , m_monitor(monitor)
    , m_model(model)
    , m_catalogue(catalogue)
    , m_actions(actions)
    , m_window(window)
    , m_details(new DetailsPanel(model, actions[ActionId::WhatHappened], window))
    , m_timeline(new ConnectionTimelinePanel(model, window))
    , m_states(new StatesPanel(model, window))
{
    connect(actions[ActionId::WhatHappened],
            &QAction::triggered,
            this,
            &ConnectionViews::explainEnding);
}

void ConnectionViews::show(std::optional<ConnectionId> connection)
{
    if (connection == m_connection)
        return;
    m_connection = connection;
    m_details->setConnection(connection);
    m_timeline->setConnection(connection);
    m_states->setConnection(connection);
    update();
}

void ConnectionViews::update()
{
    const ConnectionRecord *shown = record();
    m_actions[ActionId::WhatHappened]->setEnabled(shown && shown->hasEnded());
    watch(shown);
}

/// What was seen of a live connection is only told on request, see Monitor::watch().
void ConnectionViews::watch(const ConnectionRecord *shown)
{
    std::vector<ConnectionId> wanted;
    for (const ConnectionRecord *each : {shown, shown ? m_model.findOtherEnd(*shown) : nullptr}) {
        if (each && !each->hasEnded())
            wanted.push_back(each->info().id);
    }
    if (wanted == m_watched)
        return;
    m_watched = std::move(wanted);
    m_monitor.watch(m_watched);
}

const ConnectionRecord *ConnectionViews::record() const
{
    return m_connection ? m_model.find(*m_connection) : nullptr;
}

void ConnectionViews::explainEnding()
{
    const ConnectionRecord *shown = record();
    if (!shown || !shown->hasEnded())
        return; // it has left the store since the action was enabled
    if (!m_lesson) {
        m_lesson = new LessonDialog(m_catalogue, m_window);
        connect(m_lesson, &LessonDialog::scenarioWanted, this, [this](const QString &scenario) {
            m_lesson->close();
            emit scenarioWanted(scenario);
        });
    }
    m_lesson->explain(shown->report);
}

} // namespace Teardown
