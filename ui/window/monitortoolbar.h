// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QToolBar>

namespace Teardown {

class Actions;
class FilterLine;

/// The tool bar over the monitor: the most used actions and the filter line. In a narrow window or
/// with large text its words go first, so that the filter line stays in sight.
class MonitorToolBar final : public QToolBar
{
    Q_OBJECT

public:
    explicit MonitorToolBar(const Actions &actions, QWidget *parent = nullptr);

    FilterLine *filter() const { return m_filter; }

    /// Measures again what it needs; called when texts have changed.
    void fit();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void chooseStyle();

    FilterLine *m_filter;
    int m_widthWithWords = 0;
};

} // namespace Teardown
