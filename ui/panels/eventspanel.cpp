// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/eventspanel.h"

#include "ui/models/eventmodel.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/table.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace Teardown {

namespace {
}

EventsPanel::EventsPanel(EventModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new Table(this))
    , m_pause(new QToolButton(this))
    , m_clear(new QToolButton(this))
    , m_hidden(new ToneLabel(Tone::Muted, this))
{
    setUpView();
    m_empty = new EmptyPlace(*m_view);

    m_pause->setCheckable(true);
    m_pause->setIcon(glyphIcon(Glyph::Pause));
    m_pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (QToolButton *button : {m_pause, m_clear})
        button->setFocusPolicy(Qt::StrongFocus);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(smallGap, smallGap, smallGap, smallGap);
    bar->setSpacing(smallGap);
    bar->addWidget(m_pause);
    bar->addWidget(m_clear);
    bar->addWidget(m_hidden, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_view);
    setFocusProxy(m_view);

    connect(m_pause, &QToolButton::toggled, this, &EventsPanel::applyPause);
    connect(m_clear, &QToolButton::clicked, &m_model, &EventModel::clear);
    connect(&m_model, &EventModel::hiddenCountChanged, this, &EventsPanel::showHidden);
    retranslate();
}

void EventsPanel::setViewPaused(bool paused)
{
    m_viewPaused = paused;
    applyPause();
}

void EventsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        fitColumns();
    QWidget::changeEvent(event);
}

void EventsPanel::setUpView()
{
    m_view->setModel(&m_model);
    m_view->horizontalHeader()->setStretchLastSection(true);
    fitColumns();

    connect(&m_model, &QAbstractItemModel::rowsAboutToBeInserted, m_view, [this] {
        m_wasAtEnd = m_view->isAtEnd();
    });
    connect(&m_model, &QAbstractItemModel::rowsInserted, m_view, [this] {
        if (m_wasAtEnd)
            m_view->scrollToBottom();
    });
    connect(m_view, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        const quint64 id = index.data(IdRole).toULongLong();
        if (id != 0)
            emit connectionActivated(id);
    });
}

void EventsPanel::fitColumns()
{
    const QFontMetrics metrics = m_view->fontMetrics();
    const auto width = [&metrics](QStringView sample) {
        return metrics.horizontalAdvance(sample.toString()) + 5 * smallGap;
    };
    m_view->setColumnWidth(EventModel::Time, width(u"88:88:88.888"));
    m_view->setColumnWidth(EventModel::Kind, width(u"connecting…"));
    m_view->setColumnWidth(EventModel::Connection, width(u"#888888"));
}

void EventsPanel::applyPause()
{
    m_model.setPaused(m_viewPaused || m_pause->isChecked());
    showHidden(m_model.hiddenCount());
}

void EventsPanel::showHidden(quint64 count)
{
    const int shown = static_cast<int>(std::min<quint64>(count, std::numeric_limits<int>::max()));
    m_hidden->setText(m_model.isPaused() ? tr("Paused: %Ln new event(s) held back", nullptr, shown)
                                         : QString());
}

void EventsPanel::retranslate()
{
    m_view->setAccessibleName(tr("Events"));
    m_pause->setText(tr("Pause Log"));
    m_pause->setAccessibleName(tr("Pause Log"));
    m_pause->setToolTip(tr("Hold the log as it is; new events are kept for later"));
    m_clear->setText(tr("Clear Log"));
    m_clear->setAccessibleName(tr("Clear Log"));
    m_clear->setToolTip(tr("Take all events out of the log; nothing else changes"));
    m_empty->say(tr("Nothing has happened yet.\n\nEvery connection that opens or ends is told "
                    "here."));
    showHidden(m_model.hiddenCount());
}

} // namespace Teardown
