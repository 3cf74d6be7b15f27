// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/record/event.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace Teardown {

class EndpointModel;
class Monitor;

/// The way out: drain first, then leave with the exit code of the drain (DESIGN decision 12).
///
/// Leaving means QCoreApplication::exit(); whoever owns the monitor shuts it down in aboutToQuit. A
/// drain that was asked for elsewhere leads out as well.
class QuitController final : public QObject
{
    Q_OBJECT

public:
    /// \a endpoints tells whether anything is open; it must be fed before this class hears of
    /// Monitor::drained().
    QuitController(Monitor &monitor, const EndpointModel &endpoints, QObject *parent = nullptr);

    /// How long the tally is shown when something was reset, before the program leaves.
    static constexpr std::chrono::milliseconds tallyTime{4'000};

    /// Leaves at once if nothing is open and nothing listens; else drains, and leaves when that is
    /// done. Asking again while it drains resets what is left.
    void quit();

    /// Drains and stays, so that the result can be looked at. No effect while a drain runs.
    void drainAndStay();

    /// Calls the drain off if that is still possible.
    void keepRunning();

    /// The tally of a drain has been read: leaves now; if the drain was to stay, serves again.
    void closeTally();

    bool isDraining() const;

signals:
    /// Nothing holds the program any more; it leaves before the event loop comes back.
    void leaving();

private:
    void leave();
    bool isAnythingOpen() const;
    void onDrained(int exitCode);

    Monitor &m_monitor;
    const EndpointModel &m_endpoints;
    QTimer m_tally;
    int m_exitCode = 0;
    bool m_staysAfterDrain = false;
};

} // namespace Teardown
