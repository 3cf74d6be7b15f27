// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>
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

    /// Opens anew, in the language now installed, what is open. The actions must have been told it.
    void retranslate();

private:
    void open(QDialog *dialog, QLatin1StringView name);
    QDialog *find(QLatin1StringView name) const;
    bool isOpen(QLatin1StringView name) const;
    bool close(QLatin1StringView name);

    const Actions &m_actions;
    QWidget *m_window;
};

} // namespace Teardown
