// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/docks.h"

#include "ui/widgets/focusline.h"

#include <QAction>
#include <QCoreApplication>
#include <QDockWidget>
#include <QMainWindow>

#include <algorithm>

namespace Teardown {

namespace {

struct DockSpec
{
    const char *name; ///< object name, stable: saved layouts know it
    const char *title;
    Qt::DockWidgetArea area;
};

constexpr std::array<DockSpec, Docks::count> dockSpecs{
    DockSpec{"endpoints",
             QT_TRANSLATE_NOOP("Teardown::Docks", "Endpoints"),
             Qt::LeftDockWidgetArea},
    DockSpec{"reasons",
             QT_TRANSLATE_NOOP("Teardown::Docks", "Why They Ended"),
             Qt::RightDockWidgetArea},
    DockSpec{"details", QT_TRANSLATE_NOOP("Teardown::Docks", "Details"), Qt::BottomDockWidgetArea},
    DockSpec{"timeline",
             QT_TRANSLATE_NOOP("Teardown::Docks", "Timeline"),
             Qt::BottomDockWidgetArea},
    DockSpec{"states", QT_TRANSLATE_NOOP("Teardown::Docks", "States"), Qt::BottomDockWidgetArea},
    DockSpec{"events", QT_TRANSLATE_NOOP("Teardown::Docks", "Events"), Qt::BottomDockWidgetArea}};

} // namespace

Docks::Docks(const std::array<QWidget *, count> &panels, QMainWindow &window)
    : QObject(&window)
    , m_window(window)
{
    window.setTabPosition(Qt::BottomDockWidgetArea, QTabWidget::North);
    for (std::size_t index = 0; index < count; ++index) {
        auto *dock = new QDockWidget(&window);
        dock->setObjectName(QLatin1StringView(dockSpecs[index].name));
        dock->setWidget(new FocusLine(panels[index], dock));
        window.addDockWidget(dockSpecs[index].area, dock);
        m_docks[index] = dock;
    }
    retranslate();
}

std::vector<QAction *> Docks::toggles() const
{
    std::vector<QAction *> actions;
    for (const QDockWidget *dock : m_docks)
        actions.push_back(dock->toggleViewAction());
    return actions;
}

void Docks::arrange()
{
    for (std::size_t index = 0; index < count; ++index) {
        m_window.addDockWidget(dockSpecs[index].area, m_docks[index]);
        m_docks[index]->setFloating(false);
        m_docks[index]->show();
    }
    QDockWidget *details = (*this)[Dock::Details];
    for (const Dock dock : {Dock::Timeline, Dock::States, Dock::Events})
        m_window.tabifyDockWidget(details, (*this)[dock]);
    details->raise();
    // The table in the middle gets the larger part of a small window.
    const int letter = m_window.fontMetrics().averageCharWidth();
    const int left = std::max(std::min(letter * 42, m_window.width() * 27 / 100),
                              std::min(letter * 52, m_window.width() * 21 / 100));
    const int right = std::min(letter * 33, m_window.width() * 21 / 100);
    m_window.resizeDocks({(*this)[Dock::Endpoints], (*this)[Dock::Reasons]},
                         {left, right},
                         Qt::Horizontal);
    m_window.resizeDocks({details}, {m_window.height() * 3 / 10}, Qt::Vertical);
}

void Docks::retranslate()
{
    for (std::size_t index = 0; index < count; ++index)
        m_docks[index]->setWindowTitle(
            QCoreApplication::translate("Teardown::Docks", dockSpecs[index].title));
}

} // namespace Teardown
