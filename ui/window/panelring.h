// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <cstddef>
#include <vector>

class QDockWidget;
class QWidget;

namespace Teardown {

/// The panels in the order in which F6 goes through them.
class PanelRing final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// \a panel takes the focus for itself or by its proxy; \a dock is null when it always is in
    /// sight.
    void add(QWidget *panel, QDockWidget *dock = nullptr);

    /// Shows the panel at \a place, brings it to the front and gives it the focus.
    void goTo(std::size_t place);

    /// From the panel with the focus to the next one in sight, \a step is 1 or -1. From outside of
    /// all panels to the first.
    void step(int step);

private:
    struct Panel
    {
        QWidget *panel;
        QDockWidget *dock;
    };

    bool isInSight(const Panel &panel) const;
    int current() const;

    std::vector<Panel> m_panels;
};

} // namespace Teardown
