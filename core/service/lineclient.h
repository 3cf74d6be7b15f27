// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/connection.h"
#include "core/net/service.h"

namespace Teardown {

/// The client's side of the line protocol teardown/1.
///
/// Says nothing until the server has greeted with "HELLO teardown/1", so that it can hold a
/// connection to any server. From then on it answers PING and sends its own.
class LineClient final : public Service
{
public:
    explicit LineClient(Connection &connection);

    void readable() override;
    void writable() override { readable(); }
    void finish(Reason reason) override;
    bool hasHeartbeat() const override { return true; }
    bool ping(quint64 number) override;
    std::optional<TimePoint> busySince() const override { return std::nullopt; }

private:
    void obey(const QByteArray &line);

    Connection &m_connection;
    QByteArray m_line;
    bool m_greeted = false;
};

} // namespace Teardown
