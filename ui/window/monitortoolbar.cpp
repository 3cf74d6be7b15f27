// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/monitortoolbar.h"

#include "ui/widgets/filterline.h"
#include "ui/window/actions.h"

#include <QAction>
#include <QEvent>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace Teardown {

MonitorToolBar::MonitorToolBar(const Actions &actions, QWidget *parent)
    : QToolBar(parent)
    , m_filter(new FilterLine(this))
{
    setObjectName(QStringLiteral("toolBar"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    addActions({actions[ActionId::ShowMonitor], actions[ActionId::ShowLab]});
    addSeparator();
    addActions({actions[ActionId::Listen], actions[ActionId::Connect]});
    addSeparator();
    addActions({actions[ActionId::Pause], actions[ActionId::Follow]});
    addSeparator();
    addAction(actions[ActionId::Drain]);
    const auto buttons = this->actions();
    for (QAction *action : buttons) {
        if (auto *button = qobject_cast<QToolButton *>(widgetForAction(action)))
            button->setFocusPolicy(Qt::TabFocus);
    }
    auto *space = new QWidget(this);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(space);
    addWidget(m_filter);
}

void MonitorToolBar::fit()
{
    const QFontMetrics metrics = fontMetrics();
    const int icon = std::max(style()->pixelMetric(QStyle::PM_SmallIconSize), metrics.height());
    setIconSize(QSize(icon, icon));
    m_filter->setMinimumWidth(metrics.averageCharWidth() * 20);
    m_filter->setMaximumWidth(metrics.averageCharWidth() * 48);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_widthWithWords = sizeHint().width();
    chooseStyle();
}

void MonitorToolBar::changeEvent(QEvent *event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

void MonitorToolBar::resizeEvent(QResizeEvent *event)
{
    QToolBar::resizeEvent(event);
    chooseStyle();
}

void MonitorToolBar::chooseStyle()
{
    const auto wanted = m_widthWithWords > window()->width() ? Qt::ToolButtonIconOnly
                                                             : Qt::ToolButtonTextBesideIcon;
    if (toolButtonStyle() != wanted)
        setToolButtonStyle(wanted);
}

} // namespace Teardown
