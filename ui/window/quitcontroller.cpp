// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/quitcontroller.h"

#include "core/monitor.h"
#include "ui/models/endpointmodel.h"

#include <QGuiApplication>

namespace Teardown {

namespace {

bool isOpen(const EndpointSnapshot &endpoint)
{
    switch (endpoint.state) {
    case EndpointState::Starting:
    case EndpointState::Running:
    case EndpointState::Draining:
        return true;
    case EndpointState::Stopped:
    case EndpointState::Failed:
        return endpoint.open > 0;
    }
    Q_UNREACHABLE();
}

} // namespace

QuitController::QuitController(Monitor &monitor, const EndpointModel &endpoints, QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_endpoints(endpoints)
{
    // Qt must not leave on its own account: not when the window closes, and not when the last
    // QEventLoopLocker of a file dialog goes away.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QCoreApplication::setQuitLockEnabled(false);

    m_tally.setSingleShot(true);
    connect(&m_tally, &QTimer::timeout, this, &QuitController::leave);
    connect(&monitor, &Monitor::drained, this, &QuitController::onDrained);
    // The session is about to end: there is no time to lose, and nothing to ask.
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, [this] {
        if (!isDraining())
            quit();
    });
}

void QuitController::quit()
{
    // What the window was told may be a tick old.
    m_monitor.takeBatch();
    if (isDraining() && m_staysAfterDrain) {
        m_staysAfterDrain = false;
    } else if (isDraining()) {
        m_monitor.force();
    } else if (m_monitor.stage() < DrainStage::Drained && isAnythingOpen()) {
        m_staysAfterDrain = false;
        m_monitor.requestDrain();
    } else {
        leave();
    }
}

void QuitController::drainAndStay()
{
    if (isDraining())
        return;
    m_staysAfterDrain = true;
    m_monitor.requestDrain();
}

void QuitController::keepRunning()
{
    if (m_monitor.canKeepRunning())
        m_monitor.keepRunning();
}

void QuitController::closeTally()
{
    if (!m_staysAfterDrain) {
        leave();
        return;
    }
    m_staysAfterDrain = false;
    m_exitCode = 0;
    m_monitor.serveAgain();
}

void QuitController::leave()
{
    m_tally.stop();
    emit leaving();
    QCoreApplication::exit(m_exitCode);
}

bool QuitController::isDraining() const
{
    const DrainStage stage = m_monitor.stage();
    return stage == DrainStage::Draining || stage == DrainStage::Forcing;
}

bool QuitController::isAnythingOpen() const
{
    for (int row = 0; row < m_endpoints.rowCount(); ++row) {
        for (const EndpointId id : m_endpoints.endpoints(m_endpoints.index(row, 0))) {
            const EndpointSnapshot *endpoint = m_endpoints.endpoint(id);
            if (endpoint && isOpen(*endpoint))
                return true;
        }
    }
    return false;
}

void QuitController::onDrained(int exitCode)
{
    m_exitCode = exitCode;
    if (m_staysAfterDrain)
        return;
    const bool wasForced = m_monitor.drainProgress().forced > 0;
    if (wasForced)
        m_tally.start(tallyTime);
    else
        leave();
}

} // namespace Teardown
