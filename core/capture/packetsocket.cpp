// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/capture/packetsocket.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <ctime>

#include <arpa/inet.h>
#include <linux/filter.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <sys/mman.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

using std::chrono::nanoseconds;

constexpr quint32 frameSize = 512;
constexpr quint32 frameHeaderSize = 80; ///< TPACKET_V2, before a packet without link layer
constexpr quint32 blockSize = 32 * frameSize;
constexpr std::size_t ringBytes = std::size_t{PacketSocket::ringCapacity} * frameSize;

static_assert(frameHeaderSize + PacketSocket::snapLength <= frameSize);
static_assert(PacketSocket::ringCapacity * frameSize % blockSize == 0);

Failure failure(int error)
{
    switch (error) {
    case EPERM:
    case EACCES:
        return {QStringLiteral("Capturing packets takes CAP_NET_RAW: run \"setcap cap_net_raw+ep\" "
                               "on the program, or run it as root.")};
    case EAFNOSUPPORT:
        return {QStringLiteral("This kernel has no packet sockets: load the module af_packet.")};
    default:
        return {QStringLiteral("Packets could not be captured: %1.")
                    .arg(QString::fromLocal8Bit(std::strerror(error)))};
    }
}

nanoseconds read(clockid_t clock)
{
    timespec time{};
    ::clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

/// What has to be added to CLOCK_REALTIME to get CLOCK_MONOTONIC, good to about a microsecond: the
/// nearest of a few looks, since a thread may be interrupted between two clocks.
nanoseconds fromWallToMonotonic()
{
    nanoseconds nearest = nanoseconds::max();
    nanoseconds difference{};
    for (int look = 0; look < 3; ++look) {
        const nanoseconds before = read(CLOCK_MONOTONIC);
        const nanoseconds wall = read(CLOCK_REALTIME);
        const nanoseconds after = read(CLOCK_MONOTONIC);
        if (after - before < nearest) {
            nearest = after - before;
            difference = before + (after - before) / 2 - wall;
        }
    }
    return difference;
}

template <typename Value> bool setOption(int socket, int level, int option, const Value &value)
{
    return ::setsockopt(socket, level, option, &value, sizeof value) == 0;
}

bool attach(int socket, const PacketFilter &filter)
{
    std::vector<sock_filter> program = filter.program(PacketSocket::snapLength);
    const sock_fprog all{.len = static_cast<unsigned short>(program.size()),
                         .filter = program.data()};
    return setOption(socket, SOL_SOCKET, SO_ATTACH_FILTER, all);
}

bool makeRing(int socket)
{
    const tpacket_req size{.tp_block_size = blockSize,
                           .tp_block_nr = static_cast<quint32>(ringBytes / blockSize),
                           .tp_frame_size = frameSize,
                           .tp_frame_nr = PacketSocket::ringCapacity};
    return setOption(socket, SOL_PACKET, PACKET_VERSION, int{TPACKET_V2})
        && setOption(socket, SOL_PACKET, PACKET_RX_RING, size);
}

bool bindToAll(int socket)
{
    sockaddr_ll address{};
    address.sll_family = AF_PACKET;
    address.sll_protocol = htons(ETH_P_ALL); // others do not see what is sent
    return ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

} // namespace

Result<PacketSocket> PacketSocket::open(const PacketFilter &filter)
{
    PacketSocket made;
    // Protocol 0 receives nothing: the filter is there before the first packet.
    made.m_socket = Descriptor(::socket(AF_PACKET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const int socket = made.m_socket.value();
    if (!made.m_socket.isOpen() || !attach(socket, filter) || !makeRing(socket))
        return failure(errno);
    void *ring = ::mmap(nullptr, ringBytes, PROT_READ | PROT_WRITE, MAP_SHARED, socket, 0);
    if (ring == MAP_FAILED)
        return failure(errno);
    made.m_ring = static_cast<char *>(ring);
    if (!bindToAll(socket))
        return failure(errno);
    return made;
}

PacketSocket::PacketSocket(PacketSocket &&other) noexcept
    : m_socket(std::move(other.m_socket))
    , m_ring(std::exchange(other.m_ring, nullptr))
    , m_next(other.m_next)
{
}

PacketSocket &PacketSocket::operator=(PacketSocket &&other) noexcept
{
    std::swap(m_socket, other.m_socket);
    std::swap(m_ring, other.m_ring);
    std::swap(m_next, other.m_next);
    return *this;
}

PacketSocket::~PacketSocket()
{
    if (m_ring)
        ::munmap(m_ring, ringBytes);
}

std::vector<CapturedPacket> PacketSocket::read()
{
    std::vector<CapturedPacket> packets;
    const nanoseconds toMonotonic = fromWallToMonotonic();
    const TimePoint now = steadyNow();
    while (packets.size() < ringCapacity) {
        char *frame = m_ring + std::size_t{m_next} * frameSize;
        auto *header = reinterpret_cast<tpacket2_hdr *>(frame);
        const std::atomic_ref<quint32> status(header->tp_status);
        if ((status.load(std::memory_order_acquire) & TP_STATUS_USER) == 0)
            break;
        const nanoseconds wall
            = std::chrono::seconds(header->tp_sec) + nanoseconds(header->tp_nsec);
        packets.push_back({.time = std::min(TimePoint(wall + toMonotonic), now),
                           .wallTime = wall.count(),
                           .bytes = QByteArray(frame + header->tp_net, header->tp_snaplen),
                           .length = header->tp_len});
        status.store(TP_STATUS_KERNEL, std::memory_order_release);
        m_next = (m_next + 1) % ringCapacity;
    }
    return packets;
}

quint64 PacketSocket::takeDropped()
{
    tpacket_stats counts{};
    socklen_t size = sizeof counts;
    ::getsockopt(m_socket.value(), SOL_PACKET, PACKET_STATISTICS, &counts, &size);
    return counts.tp_drops;
}

} // namespace Teardown
