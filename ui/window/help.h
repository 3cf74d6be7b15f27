// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QDialog;
class QWidget;

namespace Teardown {

class Actions;

/// The help page, the sheet of shortcuts and About. One of each is open at most; they do not hold
/// the window up.
class Help final : public QObject
{
    Q_OBJECT

public:
    /// \a window is what the pages lie over, and the owner of this.
    Help(const Actions &actions, QWidget *window);

    void showHelp();
    void showShortcuts();
    void showAbout();

private:
    void open(QDialog *dialog, const QString &name);
    bool isOpen(const QString &name) const;

    const Actions &m_actions;
    QWidget *m_window;
};

} // namespace Teardown
