// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/panelring.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>

namespace Teardown {

void PanelRing::add(QWidget *panel, QDockWidget *dock)
{
    m_panels.push_back({panel, dock});
}

void PanelRing::goTo(std::size_t place)
{
    const Panel &wanted = m_panels[place];
    if (wanted.dock) {
        wanted.dock->show();
        wanted.dock->raise();
    }
    wanted.panel->setFocus(Qt::ShortcutFocusReason);
}

void PanelRing::step(int step)
{
    const int count = static_cast<int>(m_panels.size());
    int place = current();
    if (place < 0)
        place = step > 0 ? -1 : count;
    for (int tried = 0; tried < count; ++tried) {
        place = (place + step + count) % count;
        if (isInSight(m_panels[static_cast<std::size_t>(place)])) {
            goTo(static_cast<std::size_t>(place));
            return;
        }
    }
}

bool PanelRing::isInSight(const Panel &panel) const
{
    // A dock behind another tab is in sight: it only has to come to the front.
    return panel.dock ? panel.dock->toggleViewAction()->isChecked() : panel.panel->isVisible();
}

int PanelRing::current() const
{
    const QWidget *focus = QApplication::focusWidget();
    for (std::size_t place = 0; place < m_panels.size(); ++place) {
        const QWidget *panel = m_panels[place].panel;
        if (focus && (panel == focus || panel->isAncestorOf(focus)))
            return static_cast<int>(place);
    }
    return -1;
}

} // namespace Teardown
