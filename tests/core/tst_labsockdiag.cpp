// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/base/descriptor.h"
#include "core/close/tcpinfo.h"
#include "core/lab/actors/socketcalls.h"
#include "core/lab/network/sockdiag.h"

#include <QRegularExpression>
#include <QTest>

#include <array>

#include <netinet/in.h>
#include <sys/socket.h>

namespace Teardown {

namespace {

Descriptor makeSocket()
{
    return Descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
}

} // namespace

/// The kernel's own view of sockets.
class tst_LabSockDiag : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void isAvailable_hereItIs();
    void look_seesAListenerAndItsQueue();
    void look_seesBothEnds();
    void look_countsNoFinAsAByte();
    void look_seesAnOrphanAndTimeWait();
    void look_callsAnythingElseClosed();

private:
    SocketEnds ends() const { return {localAddress(m_client.value()), m_address}; }

    Descriptor m_listener;
    Descriptor m_client;
    SocketAddress m_address;
    SockDiag m_kernel;
};

void tst_LabSockDiag::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_listener = makeSocket();
    const sockaddr_in any = kernelAddress({QHostAddress(QHostAddress::LocalHost), 0});
    QCOMPARE(::bind(m_listener.value(), reinterpret_cast<const sockaddr *>(&any), sizeof(any)), 0);
    QCOMPARE(::listen(m_listener.value(), 4), 0);
    m_address = localAddress(m_listener.value());
    m_client = makeSocket();
    const sockaddr_in target = kernelAddress(m_address);
    QCOMPARE(::connect(m_client.value(),
                       reinterpret_cast<const sockaddr *>(&target),
                       sizeof(target)),
             0);
}

void tst_LabSockDiag::cleanup()
{
    m_client.close();
    m_listener.close();
}

void tst_LabSockDiag::isAvailable_hereItIs()
{
    QVERIFY(m_kernel.isAvailable());
}

void tst_LabSockDiag::look_seesAListenerAndItsQueue()
{
    const SocketEnds listener{m_address, {}};
    QCOMPARE(m_kernel.look(listener).state, QByteArray("LISTEN"));
    QTRY_COMPARE(m_kernel.look(listener).unread, 1);
}

void tst_LabSockDiag::look_seesBothEnds()
{
    QCOMPARE(::send(m_client.value(), "abc", 3, MSG_NOSIGNAL), 3);
    QCOMPARE(m_kernel.look(ends()).state, QByteArray("ESTABLISHED"));
    QTRY_COMPARE(m_kernel.look(ends().reversed()).unread, 3);
    QCOMPARE(m_kernel.look(ends().reversed()).received.value_or(-1), 3);
    QTRY_COMPARE(m_kernel.look(ends()).unsent, 0);
    QCOMPARE(m_kernel.look(ends()).timer, QByteArray("none"));
}

void tst_LabSockDiag::look_countsNoFinAsAByte()
{
    const Descriptor server(::accept4(m_listener.value(), nullptr, nullptr, SOCK_CLOEXEC));
    const SocketEnds pair = ends();
    QCOMPARE(::send(m_client.value(), "abc", 3, MSG_NOSIGNAL), 3);
    QCOMPARE(::shutdown(m_client.value(), SHUT_WR), 0);
    QTRY_COMPARE(m_kernel.look(pair.reversed()).state, QByteArray("CLOSE-WAIT"));
    QCOMPARE(m_kernel.look(pair.reversed()).unread, 3);
    QCOMPARE(m_kernel.look(pair).unsent, 0);

    std::array<char, 4> buffer;
    QCOMPARE(::recv(server.value(), buffer.data(), buffer.size(), 0), 3);
    QCOMPARE(m_kernel.look(pair.reversed()).unread, 0);
}

void tst_LabSockDiag::look_seesAnOrphanAndTimeWait()
{
    Descriptor server(::accept4(m_listener.value(), nullptr, nullptr, SOCK_CLOEXEC));
    const SocketEnds pair = ends();
    m_client.close();
    QTRY_COMPARE(m_kernel.look(pair).state, QByteArray("FIN-WAIT-2"));
    QTRY_COMPARE(m_kernel.look(pair.reversed()).state, QByteArray("CLOSE-WAIT"));
    server.close();
    QTRY_COMPARE(m_kernel.look(pair).state, QByteArray("TIME-WAIT"));
    QCOMPARE(m_kernel.look(pair).timer, QByteArray("time-wait"));
    // The listener of the port must not be taken for the connection that is gone.
    QTRY_COMPARE(m_kernel.look(pair.reversed()).state, QByteArray("CLOSED"));
}

void tst_LabSockDiag::look_callsAnythingElseClosed()
{
    QCOMPARE(m_kernel.look({}), KernelSight{});
    QCOMPARE(m_kernel.look({m_address, m_address}), KernelSight{});
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_LabSockDiag)

#include "tst_labsockdiag.moc"
