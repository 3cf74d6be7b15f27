// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLineEdit>
#include <QTimer>

namespace Teardown {

/// A line for a quick filter: tells its text when typing rests, at once on Return, and clears on
/// Esc.
class FilterLine final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterLine(QWidget *parent = nullptr);

    /// Puts \a text in and tells it at once.
    void setFilter(const QString &text);

signals:
    /// \a text has rested for 300 ms, or Return was pressed; never the same text twice in a row.
    void filterChanged(const QString &text);

    /// Esc was pressed on an empty line: the focus may go back to where it came from.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tell();
    void retranslate();

    QTimer m_rest;
    QString m_told;
};

} // namespace Teardown
