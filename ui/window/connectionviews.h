// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/ids.h"

#include <QObject>

#include <optional>
#include <vector>

class QWidget;

namespace Teardown {

class Actions;
class ConnectionModel;
class ConnectionTimelinePanel;
class DetailsPanel;
class LabCatalogue;
class LessonDialog;
class Monitor;
class StatesPanel;
struct ConnectionRecord;

/// The panels that tell about one connection, and the lesson on its ending.
class ConnectionViews final : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object, whose parent is \a window.
    ConnectionViews(Monitor &monitor,
                    ConnectionModel &model,
                    const LabCatalogue &catalogue,
                    const Actions &actions,
                    QWidget *window);

    DetailsPanel *details() const { return m_details; }
    ConnectionTimelinePanel *timeline() const { return m_timeline; }
    StatesPanel *states() const { return m_states; }

    /// All tell about \a connection, or that none is chosen.
    void show(std::optional<ConnectionId> connection);

    /// Enables what can be done to the connection as it is now, and asks for what is to be known.
    void update();

signals:
    /// A person wants to see the scenario with the id \a scenario.
    void scenarioWanted(const QString &scenario);

private:
    const ConnectionRecord *record() const;
    void watch(const ConnectionRecord *shown);
    void explainEnding();

    Monitor &m_monitor;
    ConnectionModel &m_model;
    const LabCatalogue &m_catalogue;
    const Actions &m_actions;
    QWidget *m_window;
    std::optional<ConnectionId> m_connection;
    std::vector<ConnectionId> m_watched;
    DetailsPanel *m_details;
    ConnectionTimelinePanel *m_timeline;
    StatesPanel *m_states;
    LessonDialog *m_lesson = nullptr; ///< made when it is first asked for
};

} // namespace Teardown
