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
class ReasonModel;

/// The figures of the whole program on one line: open · ended · rate · loop · journal · stage. Each
/// has a place of its own that does not move.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    StatusLine(const Monitor &monitor,
               const EndpointModel &endpoints,
               const ReasonModel &reasons,
               QWidget *parent = nullptr);

    /// Takes the stats events of \a batch.
    void apply(const Batch &batch);

    /// Says the figures again; called now and then.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Part { Open, Ended, Rate, Loop, Journal, Stage, PartCount };

    void takeStats(const StatsEvent &stats, TimePoint when);
    int openCount() const;
    QString rateText() const;
    void fitParts();
    void retranslate();

    const Monitor &m_monitor;
    const EndpointModel &m_endpoints;
    const ReasonModel &m_reasons;
    std::array<QLabel *, PartCount> m_parts{};
    std::optional<StatsEvent> m_stats;
    TimePoint m_statsTime;
    std::optional<qint64> m_bytesPerSecond;
};

} // namespace Teardown
