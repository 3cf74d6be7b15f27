// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/statediagram.h"

#include <QAbstractScrollArea>

namespace Teardown {

/// The state diagram of RFC 9293 with the ways of the ends of a connection: drawn through where
/// they were observed, dotted where they were not. Where there is not enough room it is
/// written smaller, and scrolls; a state that is entered comes into sight.
///
/// The ways stand in words in its accessible description and its tooltip.
class StateDiagramWidget final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit StateDiagramWidget(QWidget *parent = nullptr);

    /// Shows \a paths, of at most both ends.
    void setPaths(std::vector<StatePath> paths);

    /// High enough for the diagram from left to right.
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void showCurrent();
    QFont labelFont() const;

    std::vector<StatePath> m_paths;
    QFont m_nameFont;
    StateDiagram m_diagram;
};

} // namespace Teardown
