// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/close/tcpinfo.h"
#include "core/lab/actors/socketcalls.h"
#include "core/lab/network/namespacesupport.h"
#include "core/lab/network/netlinkrequest.h"
#include "core/lab/network/privatenetwork.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <array>
#include <cerrno>
#include <functional>

#include <linux/rtnetlink.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Teardown {

namespace {

using Route = PrivateNetwork::Route;

/// What went wrong in a child process, which may make namespaces; empty when nothing did.
using Experiment = std::function<QString(PrivateNetwork &)>;

QString inChild(const Experiment &experiment)
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe(ends.data()) != 0)
        return QStringLiteral("There is no pipe.");
    const Descriptor in(ends[0]);
    Descriptor out(ends[1]);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto network = PrivateNetwork::make();
        const QByteArray said = (network ? experiment(**network) : network.error()).toUtf8();
        std::ignore = ::write(out.value(), said.constData(), static_cast<std::size_t>(said.size()));
        ::_exit(0);
    }
    out.close();
    QByteArray said(4096, Qt::Uninitialized);
    const auto size = ::read(in.value(), said.data(), static_cast<std::size_t>(said.size()));
    int status = -1;
    ::waitpid(child, &status, 0);
    if (size < 0 || status != 0)
        return QStringLiteral("The child process failed.");
    return QString::fromUtf8(said.left(size));
}

Descriptor makeSocket(const PrivateNetwork &network, LabSide side)
{
    const NamespaceVisit there = network.visit(side);
    return Descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}

Descriptor listenAt(const PrivateNetwork &network, LabSide side)
{
    Descriptor listener = makeSocket(network, side);
    const sockaddr_in home = kernelAddress({network.home(side), 0});
    ::bind(listener.value(), reinterpret_cast<const sockaddr *>(&home), sizeof(home));
    ::listen(listener.value(), 8);
    return listener;
}

/// How a connect(2) from the client ends: 0 or an errno; ETIME when it has not within \a limit.
int connectFrom(const PrivateNetwork &network, const Descriptor &listener, Milliseconds limit)
{
    const Descriptor client = makeSocket(network, LabSide::Client);
    const sockaddr_in target = kernelAddress(localAddress(listener.value()));
    if (::connect(client.value(), reinterpret_cast<const sockaddr *>(&target), sizeof(target)) == 0)
        return 0;
    if (errno != EINPROGRESS)
        return errno;
    pollfd entry{.fd = client.value(), .events = POLLOUT, .revents = 0};
    const int ready = ::poll(&entry, 1, static_cast<int>(limit.count()));
    return ready == 0 ? ETIME : takeSocketError(client.value());
}

constexpr Milliseconds enough{10'000};
constexpr Milliseconds whileCut{300};

QString compare(const char *what, int seen, int expected)
{
    return seen == expected ? QString()
                            : QStringLiteral("%1: %2 instead of %3")
                                  .arg(QLatin1StringView(what))
                                  .arg(seen)
                                  .arg(expected);
}

/// The first that is not empty.
QString first(std::initializer_list<QString> faults)
{
    for (const QString &fault : faults) {
        if (!fault.isEmpty())
            return fault;
    }
    return {};
}

} // namespace

/// The private network, and what is done to it.
class tst_LabPrivateNetwork : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void hosts_reachEachOther();
    void path_isCutAndHealed();
    void route_decides_data();
    void route_decides();
    void link_comesBackWithItsRoutes();
    void address_changes();
    void sysctl_isOfOneHost();
    void netlink_reportsErrors();
    void process_isAsUnprivilegedAsBefore();
    void fault_namesWhatForbids_data();
    void fault_namesWhatForbids();
};

void tst_LabPrivateNetwork::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    if (QByteArrayView(QTest::currentTestFunction()) != "fault_namesWhatForbids"
        && !networkNamespaceFault().isEmpty())
        QSKIP(qPrintable(networkNamespaceFault()));
}

void tst_LabPrivateNetwork::hosts_reachEachOther()
{
    QCOMPARE(inChild([](PrivateNetwork &network) {
                 const Descriptor server = listenAt(network, LabSide::Server);
                 const Descriptor router = listenAt(network, LabSide::Middle);
                 return first({compare("server", connectFrom(network, server, enough), 0),
                               compare("router", connectFrom(network, router, enough), 0)});
             }),
             QString());
}

void tst_LabPrivateNetwork::path_isCutAndHealed()
{
    QCOMPARE(inChild([](PrivateNetwork &network) {
                 const Descriptor server = listenAt(network, LabSide::Server);
                 const auto set = [&](Route route) {
                     return network.setRoute(LabSide::Middle, LabSide::Server, route);
                 };
                 return first({compare("cut", set(Route::Blackhole), 0),
                               compare("while cut", connectFrom(network, server, whileCut), ETIME),
                               compare("cut again", set(Route::Blackhole), 0),
                               compare("heal", set(Route::Open), 0),
                               compare("heal again", set(Route::Open), 0),
                               compare("healed", connectFrom(network, server, enough), 0)});
             }),
             QString());
}

void tst_LabPrivateNetwork::route_decides_data()
{
    QTest::addColumn<LabSide>("on");
    QTest::addColumn<Route>("route");
    QTest::addColumn<int>("error");

    QTest::newRow("the router: unreachable")
        << LabSide::Middle << Route::Unreachable << EHOSTUNREACH;
    QTest::newRow("the router: prohibit") << LabSide::Middle << Route::Prohibit << EHOSTUNREACH;
    QTest::newRow("the router: none") << LabSide::Middle << Route::None << ENETUNREACH;
    QTest::newRow("the router: local") << LabSide::Middle << Route::Local << ECONNREFUSED;
    QTest::newRow("the client: unreachable")
        << LabSide::Client << Route::Unreachable << EHOSTUNREACH;
    QTest::newRow("the client: prohibit") << LabSide::Client << Route::Prohibit << EACCES;
    QTest::newRow("the client: blackhole") << LabSide::Client << Route::Blackhole << EINVAL;
    QTest::newRow("the client: none") << LabSide::Client << Route::None << ENETUNREACH;
}

void tst_LabPrivateNetwork::route_decides()
{
    QFETCH(const LabSide, on);
    QFETCH(const Route, route);
    QFETCH(const int, error);
    QCOMPARE(inChild([&](PrivateNetwork &network) {
                 const Descriptor server = listenAt(network, LabSide::Server);
                 return first({compare("set", network.setRoute(on, LabSide::Server, route), 0),
                               compare("connect", connectFrom(network, server, enough), error)});
             }),
             QString());
}

void tst_LabPrivateNetwork::link_comesBackWithItsRoutes()
{
    QCOMPARE(inChild([](PrivateNetwork &network) {
                 const Descriptor server = listenAt(network, LabSide::Server);
                 return first(
                     {compare("down", network.setLink(LabSide::Client, false), 0),
                      compare("while down", connectFrom(network, server, whileCut), ENETUNREACH),
                      compare("up", network.setLink(LabSide::Client, true), 0),
                      compare("up again", connectFrom(network, server, enough), 0)});
             }),
             QString());
}

void tst_LabPrivateNetwork::address_changes()
{
    QCOMPARE(inChild([](PrivateNetwork &network) {
                 const Descriptor server = listenAt(network, LabSide::Server);
                 const QHostAddress before = network.home(LabSide::Client);
                 return first({compare("change", network.changeAddress(LabSide::Client), 0),
                               compare("same", network.home(LabSide::Client) == before, false),
                               compare("connect", connectFrom(network, server, enough), 0)});
             }),
             QString());
}

void tst_LabPrivateNetwork::sysctl_isOfOneHost()
{
    QCOMPARE(inChild([](PrivateNetwork &network) {
                 const auto ports = [&](LabSide on) {
                     const NamespaceVisit there = network.visit(on);
                     QFile file(QStringLiteral("/proc/sys/net/ipv4/ip_local_port_range"));
                     return file.open(QIODevice::ReadOnly) ? file.readAll().simplified()
                                                           : QByteArray();
                 };
                 const auto set = [&](const char *name, const char *value) {
                     return network.setSysctl(LabSide::Client, name, value);
                 };
                 return first({compare("set", set("ip_local_port_range", "40000 40003"), 0),
                               compare("client", ports(LabSide::Client) == "40000 40003", true),
                               compare("server", ports(LabSide::Server) == "40000 40003", false),
                               compare("no such name", set("tcp_retries9", "1"), ENOENT),
                               compare("no such value", set("tcp_retries2", "many"), EINVAL)});
             }),
             QString());
}

void tst_LabPrivateNetwork::netlink_reportsErrors()
{
    QCOMPARE(inChild([](PrivateNetwork &network) {
                 const NamespaceVisit there = network.visit(LabSide::Client);
                 const RouteNetlink kernel;
                 const NetworkPrefix home{network.home(LabSide::Client), 24};
                 const NetworkPrefix elsewhere{QHostAddress(QStringLiteral("203.0.113.0")), 24};
                 return first(
                     {compare("an address twice", kernel.addAddress("eth0", home), EEXIST),
                      compare("no such interface", kernel.addAddress("eth1", elsewhere), ENODEV),
                      compare("no such route", kernel.removeRoute(elsewhere, RTN_BLACKHOLE), ESRCH),
                      compare("no way to the gateway",
                              kernel.addGateway(elsewhere, elsewhere.address),
                              ENETUNREACH),
                      compare("no socket", NetlinkRequest(RTM_NEWADDR, 0).perform(-1), EBADF)});
             }),
             QString());
}

void tst_LabPrivateNetwork::process_isAsUnprivilegedAsBefore()
{
    // The child had a namespace of its own; this process has not moved.
    const NetworkNamespace here = NetworkNamespace::current();
    QVERIFY(here.isOpen());
    QCOMPARE(inChild([](PrivateNetwork &) { return QString(); }), QString());
    QFile map(QStringLiteral("/proc/self/uid_map"));
    QVERIFY(map.open(QIODevice::ReadOnly));
    QVERIFY(!map.readAll().simplified().endsWith(" 1"));
}

void tst_LabPrivateNetwork::fault_namesWhatForbids_data()
{
    QTest::addColumn<NamespaceStage>("stage");
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("isAppArmor");
    QTest::addColumn<bool>("isSysctl");
    QTest::addColumn<bool>("isSeccomp");
    QTest::addColumn<QString>("named");

    constexpr auto place = NamespaceStage::Namespace;
    constexpr auto inside = NamespaceStage::Network;
    const auto row = [](const char *name,
                        NamespaceStage stage,
                        int error,
                        const std::array<bool, 3> &limits,
                        const char *named) {
        QTest::newRow(name) << stage << error << limits[0] << limits[1] << limits[2]
                            << QString::fromLatin1(named);
    };
    row("none left", place, ENOSPC, {}, "max_user_namespaces");
    row("none left, and AppArmor", place, ENOSPC, {true, false, false}, "max_user_namespaces");
    row("Debian", place, EPERM, {false, true, false}, "unprivileged_userns_clone");
    row("Ubuntu", place, EACCES, {true, false, false}, "AppArmor");
    row("Ubuntu, inside", inside, EPERM, {true, false, false}, "AppArmor");
    row("a container", place, EPERM, {false, false, true}, "seccomp");
    row("who knows", place, EPERM, {}, "does not permit");
    row("an old kernel", place, EINVAL, {}, "does not offer");
    row("a small kernel", inside, EOPNOTSUPP, {}, "veth");
    row("a sealed /proc", inside, EROFS, {}, "read-only");
    row("something else", inside, EINVAL, {}, "cannot be set up");
}

void tst_LabPrivateNetwork::fault_namesWhatForbids()
{
    QFETCH(const NamespaceStage, stage);
    QFETCH(const int, error);
    QFETCH(const bool, isAppArmor);
    QFETCH(const bool, isSysctl);
    QFETCH(const bool, isSeccomp);
    QFETCH(const QString, named);
    const QString fault = whyNoNamespace(stage, error, {isAppArmor, isSysctl, isSeccomp});
    QVERIFY2(fault.startsWith(QLatin1StringView("It needs a private network namespace, ")),
             qPrintable(fault));
    QVERIFY2(fault.contains(named), qPrintable(fault));
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_LabPrivateNetwork)

#include "tst_labprivatenetwork.moc"
