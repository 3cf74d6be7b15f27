// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/connectiontimelinepanel.h"

#include "ui/models/connectionmodel.h"
#include "ui/models/connectiontimeline.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/timelinewidget.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace Teardown {

namespace {
}

ConnectionTimelinePanel::ConnectionTimelinePanel(ConnectionModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_timeline(new TimelineWidget(this))
    , m_reading(new QLabel(this))
{
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reading->setContentsMargins(gap, 0, gap, gap / 2);
    // A long moment must not widen the window.
    m_reading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap / 2);
    layout->addWidget(m_timeline, 1);
    layout->addWidget(m_reading);
    setFocusProxy(m_timeline);

    connect(&model, &ConnectionModel::updated, this, &ConnectionTimelinePanel::refresh);
    connect(m_timeline, &TimelineWidget::currentStepChanged, this, [this] {
        m_reading->setText(m_timeline->reading());
        m_reading->setToolTip(m_timeline->reading());
    });
    retranslate();
}

void ConnectionTimelinePanel::setConnection(std::optional<ConnectionId> connection)
{
    m_connection = connection;
    refresh();
}

void ConnectionTimelinePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ConnectionTimelinePanel::showEvent(QShowEvent *)
{
    refresh();
}

void ConnectionTimelinePanel::refresh()
{
    if (!isVisible())
        return; // behind another tab it costs nothing
    m_timeline->setPicture([this](double width, const TimelineFont &font) {
        const ConnectionRecord *record = m_connection ? m_model.find(*m_connection) : nullptr;
        return record ? layOutConnection(*record, m_model.findOtherEnd(*record), width, font)
                      : TimelinePicture();
    });
    if (m_timeline->isEmpty())
        m_reading->setText(m_connection ? tr("Nothing was seen of this connection yet.")
                                        : tr("Select a connection to see what was seen of it, "
                                             "and when."));
}

void ConnectionTimelinePanel::retranslate()
{
    m_timeline->setAccessibleName(tr("Timeline of the connection"));
    refresh();
}

} // namespace Teardown
