// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <array>
#include <csignal>
#include <memory>

class QSocketNotifier;

namespace Teardown {

/// Brings SIGTERM and SIGINT into the event loop (signal-safety(7): a handler may do next to
/// nothing).
///
/// Lives in the main thread; one at a time. While it lives the signals no longer end the process;
/// afterwards they do what they did before.
class QuitSignals final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuitSignals)

public:
    explicit QuitSignals(QObject *parent = nullptr);
    ~QuitSignals() override;

signals:
    /// Once per signal received; \a signo is SIGTERM or SIGINT.
    void requested(int signo);

private:
    void readPending();

    int m_readEnd = -1;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::array<struct sigaction, 2> m_previous{}; ///< of SIGTERM, SIGINT
};

} // namespace Teardown
