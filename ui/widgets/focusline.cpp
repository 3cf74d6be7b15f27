// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/focusline.h"

#include <QApplication>
#include <QDockWidget>
#include <QPainter>
#include <QVBoxLayout>

namespace Teardown {

namespace {
constexpr int thickness = 2;
}

FocusLine::FocusLine(QWidget *panel, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, thickness, 0, 0);
    layout->addWidget(panel);
    setFocusProxy(panel);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        onFocusChanged(now);
    });
}

void FocusLine::paintEvent(QPaintEvent *)
{
    if (!m_hasFocus)
        return;
    QPainter(this).fillRect(0, 0, width(), thickness, palette().color(QPalette::Highlight));
}

void FocusLine::onFocusChanged(const QWidget *now)
{
    const bool isHere = now && isAncestorOf(now);
    if (isHere == m_hasFocus)
        return;
    m_hasFocus = isHere;
    // Tab also reaches what lies behind another tab.
    if (auto *dock = qobject_cast<QDockWidget *>(parentWidget()); dock && isHere)
        dock->raise();
    update(0, 0, width(), thickness);
}

} // namespace Teardown
