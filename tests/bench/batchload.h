// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/models/batches.h"

#include <QRandomGenerator>

#include <deque>

namespace Teardown {

/// What the network threads would hand over, a batch every tenth of a second: every live connection
/// changes, and 10 000 connections open and end each second. The same in every run.
class BatchLoad
{
public:
    static constexpr int turnoverPerBatch = 1'000;

    /// \a live connections were there at \a start.
    BatchLoad(int live, TimePoint start)
        : m_random(1)
        , m_time(start)
    {
        for (int i = 0; i < live; ++i)
            open();
    }

    /// Everybody opens.
    Batch first()
    {
        Batch batch;
        for (const ConnectionSnapshot &connection : m_live)
            batch.events.push_back(opened(connection.info.id, m_time));
        batch.connections.assign(m_live.begin(), m_live.end());
        return batch;
    }

    /// The next tenth of a second.
    Batch next()
    {
        m_time += Milliseconds(100);
        Batch batch;
        for (int i = 0; i < turnoverPerBatch; ++i) {
            batch.events.push_back(ended(m_live.front().info.id, Reason::PeerClosed, m_time));
            m_live.pop_front();
            batch.events.push_back(opened(open().info.id, m_time));
        }
        for (ConnectionSnapshot &connection : m_live) {
            connection.bytesIn += m_random.bounded(100'000);
            connection.lastActivity = m_time;
        }
        batch.connections.assign(m_live.begin(), m_live.end());
        return batch;
    }

    /// When the last batch was.
    TimePoint time() const { return m_time; }

private:
    const ConnectionSnapshot &open()
    {
        ConnectionSnapshot connection = snapshot(++m_lastId);
        connection.bytesIn = m_random.bounded(1'000'000);
        connection.tcp = TcpSample{1, std::chrono::microseconds(m_random.bounded(900)), 0};
        connection.nextDeadline = NextDeadline{DeadlineKind::Heartbeat,
                                               m_time + Milliseconds(9'000),
                                               Milliseconds(9'000)};
        m_live.push_back(connection);
        return m_live.back();
    }

    QRandomGenerator m_random;
    std::deque<ConnectionSnapshot> m_live;
    TimePoint m_time;
    ConnectionId m_lastId = 0;
};

} // namespace Teardown
