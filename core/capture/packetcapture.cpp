// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/capture/packetcapture.h"

#include <utility>

namespace Teardown {

namespace {

/// How often the ring is emptied while somebody listens: it takes 400 packets a millisecond to fill
/// it in between.
constexpr Milliseconds readInterval{20};

} // namespace

Result<std::shared_ptr<PacketCapture>> PacketCapture::open(const PacketFilter &filter)
{
    auto socket = PacketSocket::open(filter);
    if (!socket)
        return Failure{socket.error()};
    return std::make_shared<PacketCapture>(std::move(*socket));
}

PacketCapture::PacketCapture(PacketSocket socket)
    : m_socket(std::move(socket))
    , m_thread([this] { readInTurns(); })
{
}

PacketCapture::~PacketCapture()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        m_changed.notify_all();
    }
    m_thread.join();
}

void PacketCapture::add(PacketTap &tap)
{
    const std::lock_guard lock(m_mutex);
    // What waits was sent before the tap was there.
    read();
    m_taps.push_back(&tap);
    m_changed.notify_all();
}

void PacketCapture::remove(PacketTap &tap)
{
    const std::lock_guard lock(m_mutex);
    std::erase(m_taps, &tap);
}

void PacketCapture::readInTurns()
{
    std::unique_lock lock(m_mutex);
    while (!m_isEnding) {
        if (m_taps.empty()) {
            m_changed.wait(lock, [this] { return m_isEnding || !m_taps.empty(); });
        } else {
            m_changed.wait_for(lock, readInterval);
            read();
        }
    }
}

/// The mutex is held.
void PacketCapture::read()
{
    const std::vector<CapturedPacket> packets = m_socket.read();
    const quint64 dropped = m_socket.takeDropped();
    for (PacketTap *tap : m_taps)
        tap->m_lost += dropped;
    for (const CapturedPacket &packet : packets) {
        const auto segment = parseSegment(packet.bytes);
        if (!segment)
            continue;
        for (PacketTap *tap : m_taps)
            tap->offer({*segment, packet});
    }
}

PacketTap::PacketTap(std::shared_ptr<PacketCapture> capture, QSet<QHostAddress> hosts)
    : m_capture(std::move(capture))
    , m_hosts(std::move(hosts))
{
    m_capture->add(*this);
}

PacketTap::~PacketTap()
{
    m_capture->remove(*this);
}

std::vector<CapturedSegment> PacketTap::take()
{
    const std::lock_guard lock(m_capture->m_mutex);
    m_capture->read();
    return std::exchange(m_waiting, {});
}

quint64 PacketTap::lost() const
{
    const std::lock_guard lock(m_capture->m_mutex);
    return m_lost;
}

void PacketTap::offer(const CapturedSegment &captured)
{
    if (!m_hosts.contains(captured.segment.source.address)
        && !m_hosts.contains(captured.segment.destination.address))
        return;
    if (m_count == limit) {
        ++m_lost;
        return;
    }
    ++m_count;
    m_waiting.push_back(captured);
}

} // namespace Teardown
