// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/ids.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace Teardown {

class ColumnLayout;
class ConnectionModel;
class EmptyPlace;
class Table;
class ToneLabel;
struct HiddenCounts;

/// The table of connections, with a line above it that says what is shown and what is held back.
class ConnectionsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionsPanel(ConnectionModel &model, QWidget *parent = nullptr);

    Table *view() const { return m_view; }

    /// The selected connections, in the order of the table.
    std::vector<ConnectionId> selectedConnections() const;

    /// The one of them that has the focus, else the first.
    std::optional<ConnectionId> currentConnection() const;

    /// Selects \a connection alone and brings it into sight; nothing if it is not shown.
    void select(ConnectionId connection);

    /// What to do with its columns.
    ColumnLayout &columns() { return *m_columns; }

    // View

    /// Keeps the newest connection in sight until a person scrolls away.
    void setFollowing(bool following);
    bool isFollowing() const { return m_following; }

    /// How the line above the table calls the endpoints that the model is filtered by.
    void setEndpointName(const QString &name);

    /// A filter of the model may have changed: says so above the table.
    void refreshHeading();

signals:
    void selectionChanged();
    void currentConnectionChanged();
    void followingChanged(bool following);

    /// Return or a double click on a row.
    void detailsWanted();

    /// The row menu is wanted at a global position.
    void menuWanted(const QPoint &position);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpView();
    void connectModel();
    void showHidden(const HiddenCounts &counts);
    void noteNewest(int first, int last);
    void scrollToNewest();
    bool isLookingBack(const QEvent &event) const;
    QString filtersText() const;
    QString emptyText() const;
    void retranslate();

    ConnectionModel &m_model;
    Table *m_view;
    EmptyPlace *m_empty;
    ColumnLayout *m_columns;
    ToneLabel *m_counts;
    ToneLabel *m_filters;
    ToneLabel *m_badge;
    QString m_endpointName;
    ConnectionId m_newest = 0;
    bool m_following = false;
};

} // namespace Teardown
