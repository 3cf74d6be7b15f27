// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/record/event.h"

#include <QFrame>

class QAction;
class QLabel;
class QMainWindow;
class QPushButton;
class QToolButton;

namespace Teardown {

class DrainBar;
class ToneLabel;

/// How a drain goes: the stage, how many have ended, who holds it up and why, and at the end the
/// tally. Lies over the lower third of the window; every line has its place from the start.
class ShutdownPanel final : public QFrame
{
    Q_OBJECT

public:
    /// \a force and \a keepRunning are shown as buttons; the window does what they say. Hidden at
    /// first.
    ShutdownPanel(QAction *force, QAction *keepRunning, QMainWindow *window);

    void showProgress(const DrainProgress &progress);

signals:
    void closeWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void place();
    void retranslate();
    QString stageText() const;
    QString remainingText() const;
    int holdupLines() const;
    int lineHeight() const;
    QString holdupsText() const;
    QString tallyText() const;

    QMainWindow &m_window;
    DrainProgress m_progress;
    QLabel *m_stage;
    QLabel *m_remaining;
    QToolButton *m_force;
    QToolButton *m_keepRunning;
    DrainBar *m_bar;
    QLabel *m_counts;
    ToneLabel *m_holdups;
    QLabel *m_tally;
    QPushButton *m_close;
};

} // namespace Teardown
