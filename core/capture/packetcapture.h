// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/capture/packetsocket.h"
#include "core/capture/tcpsegment.h"

#include <QSet>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace Teardown {

class PacketTap;

/// A segment with the packet it was read from.
struct CapturedSegment
{
    TcpSegment segment;
    CapturedPacket packet;
};

/// Captures TCP segments for several listeners at once. All functions may be called from any
/// thread.
class PacketCapture
{
    Q_DISABLE_COPY_MOVE(PacketCapture)

public:
    /// Captures in the network namespace of the calling thread. Fails as PacketSocket::open().
    static Result<std::shared_ptr<PacketCapture>> open(const PacketFilter &filter);

    explicit PacketCapture(PacketSocket socket);
    ~PacketCapture();

private:
    friend class PacketTap;

    void add(PacketTap &tap);
    void remove(PacketTap &tap);
    void readInTurns();
    void read();

    std::mutex m_mutex; ///< guards all that follows, and what the taps have
    std::condition_variable m_changed;
    PacketSocket m_socket;
    std::vector<PacketTap *> m_taps;
    bool m_isEnding = false;
    std::thread m_thread; ///< last: it uses the others
};

/// What one listener gets of a capture: the segments from and to some hosts, from when it is made.
class PacketTap
{
    Q_DISABLE_COPY_MOVE(PacketTap)

public:
    /// How many segments it takes in all; those that come later are counted, and lost.
    static constexpr std::size_t limit = 4096;

    PacketTap(std::shared_ptr<PacketCapture> capture, QSet<QHostAddress> hosts);
    ~PacketTap();

    /// What was sent since the last call, in the order it was sent: all of it, up to now.
    std::vector<CapturedSegment> take();

    /// How many were lost since it was made: beyond the limit, or dropped by the kernel, which does
    /// not tell whose they were.
    quint64 lost() const;

private:
    friend class PacketCapture;

    void offer(const CapturedSegment &captured);

    std::shared_ptr<PacketCapture> m_capture;
    const QSet<QHostAddress> m_hosts;
    std::vector<CapturedSegment> m_waiting;
    std::size_t m_count = 0;
    quint64 m_lost = 0;
};

} // namespace Teardown
