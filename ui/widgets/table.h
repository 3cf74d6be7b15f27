// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTableView>

#include <vector>

namespace Teardown {

/// A table of rows of one height, without a grid, whose columns keep their width until a person
/// changes it. Tab leaves it; the height follows the font.
class Table : public QTableView
{
    Q_OBJECT

public:
    explicit Table(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// Reaches a row that has just come as well.
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

    /// Whether the last row is in sight, as for a log that is to be followed.
    bool isAtEnd() const;

    /// The rows selected, in the order of the table.
    std::vector<int> selectedRows() const;

signals:
    /// Other rows may be in sight: by scrolling, by a change of size, or because rows came or went.
    /// \a last is below \a first when there are none.
    void visibleRangeChanged(int first, int last);

    void selectedRowsChanged();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void fitRowHeight();
    void tellVisibleRange();
};

} // namespace Teardown
