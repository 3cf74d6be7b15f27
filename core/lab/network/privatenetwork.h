// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"
#include "core/lab/network/labplace.h"
#include "core/lab/network/routenetlink.h"

#include <array>
#include <memory>

namespace Teardown {

/// Two hosts and the router between them, each a network namespace of its own:
///
///     client 192.0.2.2 ── .1 router .1 ── 198.51.100.2 server
///
/// The addresses are those of documentation (RFC 5737), which exist nowhere else. Nothing of it
/// needs a privilege, nor is seen outside; it is gone with the process. For one thread; the
/// functions that return an int return 0 or an errno.
class PrivateNetwork final : public LabPlace
{
public:
    /// What becomes of packets on their way.
    enum class Route {
        Open,
        Unreachable, ///< refused: host unreachable
        Prohibit, ///< refused: administratively prohibited
        Blackhole, ///< dropped without a word
        None, ///< refused: nobody knows the way
        Local, ///< taken by the host that should pass them on
    };

    /// Makes it. The process must have one thread, and is root in a user namespace of its own
    /// afterwards (user_namespaces(7)). The failure says what forbids it.
    static Result<std::unique_ptr<PrivateNetwork>> make();

    QHostAddress home(LabSide side) const override;
    NamespaceVisit visit(LabSide side) const override;
    std::vector<LabSide> networks() const override;
    PrivateNetwork *privateNetwork() override { return this; }

    /// Decides at \a on what becomes of packets to the network of \a toward, an end.
    int setRoute(LabSide on, LabSide toward, Route route);

    /// Pulls the plug of \a on, an end, or puts it in again.
    int setLink(LabSide on, bool up);

    /// Gives \a on, an end, another address in place of the one it has, as roaming does.
    int changeAddress(LabSide on);

    /// Sets net.ipv4.\a name of \a on, such as tcp_retries2.
    int setSysctl(LabSide on, const char *name, const QByteArray &value);

private:
    struct Host
    {
        NetworkNamespace place;
        RouteNetlink kernel;
        quint8 number = 2; ///< the last byte of its address
        std::array<Route, 3> routes{}; ///< to each side; open at first

        /// Moves the thread there.
        static Host make() { return {NetworkNamespace::makeAndEnter(), RouteNetlink()}; }
    };

    explicit PrivateNetwork(std::array<Host, 3> hosts)
        : m_hosts(std::move(hosts))
    {
    }

    int connectHosts();
    int connectEnd(LabSide end);
    int addWayOut(LabSide end) const;
    const Host &host(LabSide side) const { return m_hosts[static_cast<std::size_t>(side)]; }
    Host &host(LabSide side) { return m_hosts[static_cast<std::size_t>(side)]; }

    std::array<Host, 3> m_hosts; ///< by LabSide
};

} // namespace Teardown
