// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/ids.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace Teardown {

class ConnectionModel;
class TimelineWidget;

/// What was seen of a connection, live or ended, along its time.
class ConnectionTimelinePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionTimelinePanel(ConnectionModel &model, QWidget *parent = nullptr);

    /// Shows \a connection, or that none is chosen. One that is gone shows as none.
    void setConnection(std::optional<ConnectionId> connection);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void retranslate();

    ConnectionModel &m_model;
    std::optional<ConnectionId> m_connection;
    TimelineWidget *m_timeline;
    QLabel *m_reading;
};

} // namespace Teardown
