// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <array>
#include <vector>

class QAction;
class QDockWidget;
class QMainWindow;
class QWidget;

namespace Teardown {

/// The panels around the table of connections.
enum class Dock { Endpoints, Reasons, Details, Timeline, States, Events, Count };

/// The docks of the window: their names, and where they are at the first start.
class Docks final : public QObject
{
    Q_OBJECT

public:
    static constexpr auto count = static_cast<std::size_t>(Dock::Count);

    /// \a panels in the order of Dock. The parent is \a window.
    Docks(const std::array<QWidget *, count> &panels, QMainWindow &window);

    QDockWidget *operator[](Dock dock) const { return m_docks[static_cast<std::size_t>(dock)]; }

    /// The actions that show and hide them.
    std::vector<QAction *> toggles() const;

    /// Puts all where they are at the first start.
    void arrange();

    void retranslate();

private:
    QMainWindow &m_window;
    std::array<QDockWidget *, count> m_docks{};
};

} // namespace Teardown
