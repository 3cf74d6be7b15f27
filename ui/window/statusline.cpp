// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/statusline.h"

#include "core/base/units.h"
#include "ui/models/endpointmodel.h"
#include "ui/models/eventmodel.h"
#include "ui/models/quantities.h"
#include "ui/models/reasonmodel.h"
#include "ui/models/texts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace Teardown {

namespace {
constexpr int statusGap = 12;
}

StatusLine::StatusLine(const Monitor &monitor,
                       const EndpointModel &endpoints,
                       const ReasonModel &reasons,
                       const EventModel &events,
                       QWidget *parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_endpoints(endpoints)
    , m_reasons(reasons)
    , m_events(events)
    , m_measured(steadyNow())
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(statusGap / 2, 0, statusGap / 2, 0);
    layout->setSpacing(statusGap);
    for (QLabel *&part : m_parts) {
        part = new QLabel(this);
        layout->addWidget(part);
    }
    layout->addStretch(1);
    retranslate();
}

void StatusLine::refresh()
{
    measureRate();
    const QLocale locale;
    const int percent = 100 * m_events.rowCount() / EventModel::capacity;
    m_parts[Open]->setText(tr("%1 open").arg(locale.toString(openCount())));
    m_parts[Ended]->setText(tr("%1 ended").arg(locale.toString(m_reasons.total())));
    m_parts[Rate]->setText(rateText());
    m_parts[Loop]->setText(
        tr("loop %1").arg(tr("%1 ms").arg(m_monitor.stats().loopLagMs, 0, 'f', 1)));
    m_parts[Journal]->setText(tr("journal %1 %").arg(percent));
    m_parts[Stage]->setText(displayText(m_monitor.stage()));
    const quint64 dropped = m_events.droppedCount() + m_monitor.stats().dropped;
    m_parts[Journal]->setToolTip(tr("How full the memory for events is. %1 older events were let "
                                    "go.")
                                     .arg(locale.toString(dropped)));
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        fitParts();
    QWidget::changeEvent(event);
}

void StatusLine::measureRate()
{
    const TimePoint now = steadyNow();
    const qint64 milliseconds = millisecondsBetween(m_measured, now);
    if (milliseconds < 1'000)
        return; // the figures of the monitor are no newer
    const StatsEvent &stats = m_monitor.stats();
    const quint64 bytes = stats.bytesIn + stats.bytesOut;
    m_bytesPerSecond = static_cast<qint64>(bytes - m_bytes) * 1'000 / milliseconds;
    m_bytes = bytes;
    m_measured = now;
}

int StatusLine::openCount() const
{
    int open = 0;
    for (int row = 0; row < m_endpoints.rowCount(); ++row) {
        for (const EndpointId id : m_endpoints.endpoints(m_endpoints.index(row, 0)))
            open += m_endpoints.endpoint(id)->open;
    }
    return open;
}

QString StatusLine::rateText() const
{
    return tr("%1/s").arg(formatSize(m_bytesPerSecond));
}

void StatusLine::fitParts()
{
    const std::array<QString, PartCount> samples{tr("%1 open").arg(QStringLiteral("88,888")),
                                                 tr("%1 ended").arg(QStringLiteral("8,888,888")),
                                                 tr("%1/s").arg(QStringLiteral("888.8 MiB")),
                                                 tr("loop %1").arg(QStringLiteral("888.8 ms")),
                                                 tr("journal %1 %").arg(100),
                                                 displayText(DrainStage::Draining)};
    for (std::size_t part = 0; part < m_parts.size(); ++part)
        m_parts[part]->setMinimumWidth(fontMetrics().horizontalAdvance(samples[part]));
}

void StatusLine::retranslate()
{
    setAccessibleName(tr("Figures of the whole program"));
    m_parts[Open]->setToolTip(tr("Connections that live"));
    m_parts[Ended]->setToolTip(tr("Connections that have ended in this run"));
    m_parts[Rate]->setToolTip(tr("Bytes received and sent, over the last second"));
    m_parts[Loop]->setToolTip(tr("The longest delay of a network thread in the last second"));
    m_parts[Stage]->setToolTip(tr("Whether the program serves or drains"));
    fitParts();
    refresh();
}

} // namespace Teardown
