// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/connection.h"
#include "core/net/service.h"

namespace Teardown {

/// Sends back what it gets (RFC 862).
class EchoService final : public Service
{
public:
    explicit EchoService(Connection &connection);

    void readable() override;
    void writable() override { readable(); }
    void finish(Reason reason) override;
    std::optional<TimePoint> busySince() const override;

private:
    Connection &m_connection;
    std::optional<Reason> m_finishing;
};

/// Throws away what it gets (RFC 863).
class DiscardService final : public Service
{
public:
    explicit DiscardService(Connection &connection);

    void readable() override;
    void finish(Reason reason) override;
    std::optional<TimePoint> busySince() const override { return std::nullopt; }

private:
    Connection &m_connection;
};

/// Sends an endless pattern of lines and throws away what it gets (RFC 864).
class ChargenService final : public Service
{
public:
    explicit ChargenService(Connection &connection);

    void opened() override { writable(); }
    void readable() override;
    void writable() override;
    void finish(Reason reason) override;
    std::optional<TimePoint> busySince() const override { return std::nullopt; }

private:
    Connection &m_connection;
};

} // namespace Teardown
