// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/ids.h"

#include <QWidget>

#include <vector>

class QAction;
class QTreeView;

namespace Teardown {

class EmptyPlace;
class EndpointModel;

/// The endpoints with their states and counts, and what can be done to them. Shows the actions it
/// is given; the window does what they say.
class EndpointsPanel final : public QWidget
{
    Q_OBJECT

public:
    /// Shown as buttons and in the context menu, in this order.
    struct EndpointActions
    {
        QAction *start;
        QAction *drain;
        QAction *stop;
        QAction *only;
    };

    EndpointsPanel(EndpointModel &model, const EndpointActions &actions, QWidget *parent = nullptr);

    /// Those of the current row, or of the group it names; empty when there is none.
    std::vector<EndpointId> currentEndpoints() const;

    void setCurrent(EndpointId endpoint);

    QTreeView *view() const { return m_view; }

signals:
    /// Another row is the current one, or the state of the current one changed.
    void currentChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpView();
    void fitColumns();
    void fitNames();
    void showMenu(const QPoint &position);
    void onRowsInserted(const QModelIndex &parent, int first, int last);
    void showRejectedIfAny(const QModelIndex &changed);
    void onDataChanged(const QModelIndex &first, const QModelIndex &last);
    void retranslate();

    EndpointModel &m_model;
    EndpointActions m_actions;
    QTreeView *m_view;
    EmptyPlace *m_empty;
};

} // namespace Teardown
