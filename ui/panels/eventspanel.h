// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QToolButton;

namespace Teardown {

class EmptyPlace;
class EventModel;
class Table;
class ToneLabel;

/// The live log. Follows the newest event while the end of it is in sight, and can be held.
class EventsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit EventsPanel(EventModel &model, QWidget *parent = nullptr);

    Table *view() const { return m_view; }

    /// Holds the log for as long as the whole view is held, whatever its own button says.
    void setViewPaused(bool paused);

signals:
    /// The row of a connection was activated.
    void connectionActivated(quint64 connection);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpView();
    void fitColumns();
    void applyPause();
    void showHidden(quint64 count);
    void retranslate();

    EventModel &m_model;
    Table *m_view;
    EmptyPlace *m_empty;
    QToolButton *m_pause;
    QToolButton *m_clear;
    ToneLabel *m_hidden;
    bool m_viewPaused = false;
    bool m_wasAtEnd = true;
};

} // namespace Teardown
