// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/monitor.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;

namespace Teardown {

class EndpointModel;
class EventModel;
class ReasonModel;

/// How long a message covers the line, in milliseconds.
inline constexpr int messageTime = 5'000;

/// The figures of the whole program on one line: open · ended · rate · loop · journal · stage. Each
/// has a place of its own that does not move.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    StatusLine(const Monitor &monitor,
               const EndpointModel &endpoints,
               const ReasonModel &reasons,
               const EventModel &events,
               QWidget *parent = nullptr);

    /// Says the figures again; called now and then.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Part { Open, Ended, Rate, Loop, Journal, Stage, PartCount };

    void measureRate();
    int openCount() const;
    QString rateText() const;
    void fitParts();
    void retranslate();

    const Monitor &m_monitor;
    const EndpointModel &m_endpoints;
    const ReasonModel &m_reasons;
    const EventModel &m_events;
    std::array<QLabel *, PartCount> m_parts{};
    TimePoint m_measured;
    quint64 m_bytes = 0; ///< in all, when it was measured
    qint64 m_bytesPerSecond = 0;
};

} // namespace Teardown
