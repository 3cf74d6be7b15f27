// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/connectioncolumn.h"

#include <QObject>
#include <QStringList>

#include <vector>

class QHeaderView;
class QMenu;
class QTableView;

namespace Teardown {

/// Which columns of the connection table are in sight, in which order and how wide. They keep
/// their width until a person changes it, or the text size. A child of the table's header.
class ColumnLayout final : public QObject
{
    Q_OBJECT

public:
    /// \a view must have its ConnectionModel already.
    explicit ColumnLayout(QTableView &view);

    /// The columns in sight, in the order of the screen.
    std::vector<ConnectionColumn> shown() const;

    /// The last column in sight cannot be hidden.
    void setShown(ConnectionColumn column, bool shown);
    bool isShown(ConnectionColumn column) const;

    /// Fills \a menu anew: one checkable entry for each column.
    void fillMenu(QMenu &menu);

    /// Makes every column as wide as what it shows.
    void fitToContents();

    void sortAsArrived();

    /// Order, widths and sorting of the first start.
    void reset();

    /// All of it by tokens, as text that restore() reads.
    QStringList save() const;

    /// Entries it does not understand are passed over; columns not named keep what they have.
    void restore(const QStringList &saved);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void followFont();
    int defaultWidth(ConnectionColumn column) const;
    void restoreColumn(const QStringList &words, int place);
    void showMenu(const QPoint &position);

    QTableView &m_view;
    QHeaderView &m_header;
    int m_letter; ///< the width of a letter that the widths were made for
};

} // namespace Teardown
