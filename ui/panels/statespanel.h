// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/ids.h"
#include "ui/models/statesightmodel.h"

#include <QWidget>

#include <optional>

namespace Teardown {

class ConnectionModel;
class EmptyPlace;
class StateDiagramWidget;
class Table;
class ToneLabel;

/// Where a connection, live or ended, is and was in the state diagram of RFC 9293.
class StatesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit StatesPanel(ConnectionModel &model, QWidget *parent = nullptr);

    /// Shows \a connection, or that none is chosen. One that is gone shows as none.
    void setConnection(std::optional<ConnectionId> connection);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void retranslate();
    void fitColumns();

    ConnectionModel &m_model;
    StateSightModel m_sights;
    std::optional<ConnectionId> m_connection;
    StateDiagramWidget *m_diagram;
    Table *m_table;
    EmptyPlace *m_empty;
    ToneLabel *m_note;
};

} // namespace Teardown
