// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/base/servicekind.h"
#include "core/base/socketaddress.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <net/if.h>
#include <netinet/in.h>

using namespace Teardown;

class tst_SocketAddress : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void address_isWritten_data();
    void address_isWritten();
    void address_isRead_data();
    void address_isRead();
    void address_isRefused_data();
    void address_isRefused();
    void hostAndPort_isRead_data();
    void hostAndPort_isRead();
    void hostAndPort_isRefused_data();
    void hostAndPort_isRefused();
    void scope_reachesTheKernel_data();
    void scope_reachesTheKernel();
    void serviceKind_hasADistinctToken();
    void serviceKind_isRefused();
};

void tst_SocketAddress::address_isWritten_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("text");

    QTest::newRow("IPv4") << QStringLiteral("1.2.3.4") << QStringLiteral("1.2.3.4:5");
    QTest::newRow("IPv6") << QStringLiteral("::1") << QStringLiteral("[::1]:5");
    QTest::newRow("IPv4 mapped into IPv6")
        << QStringLiteral("::ffff:127.0.0.1") << QStringLiteral("127.0.0.1:5");
    QTest::newRow("any IPv6 address is not 0.0.0.0")
        << QStringLiteral("::") << QStringLiteral("[::]:5");
    QTest::newRow("any IPv4 address") << QStringLiteral("0.0.0.0") << QStringLiteral("0.0.0.0:5");
    QTest::newRow("a scope that looks like a place marker")
        << QStringLiteral("fe80::1%2") << QStringLiteral("[fe80::1%2]:5");
    QTest::newRow("null") << QString() << QString();
}

void tst_SocketAddress::address_isWritten()
{
    QFETCH(const QString, address);
    QFETCH(const QString, text);
    const SocketAddress written{QHostAddress(address), 5};
    QCOMPARE(written.toString(), text);
    QCOMPARE(written.isNull(), text.isEmpty());
}

void tst_SocketAddress::address_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");

    QTest::newRow("IPv4") << QStringLiteral("1.2.3.4:5") << QStringLiteral("1.2.3.4:5");
    QTest::newRow("IPv6") << QStringLiteral("[::1]:5") << QStringLiteral("[::1]:5");
    QTest::newRow("no address is IPv4 loopback")
        << QStringLiteral(":5") << QStringLiteral("127.0.0.1:5");
    QTest::newRow("port 0") << QStringLiteral("127.0.0.1:0") << QStringLiteral("127.0.0.1:0");
    QTest::newRow("the highest port")
        << QStringLiteral("127.0.0.1:65535") << QStringLiteral("127.0.0.1:65535");
    QTest::newRow("mapped IPv4") << QStringLiteral("[::ffff:127.0.0.1]:5")
                                 << QStringLiteral("127.0.0.1:5");
}

void tst_SocketAddress::address_isRead()
{
    QFETCH(const QString, text);
    QFETCH(const QString, written);
    const Result<SocketAddress> address = parseSocketAddress(text);
    QVERIFY2(address, qPrintable(address.error()));
    QCOMPARE(address->toString(), written);
}

void tst_SocketAddress::address_isRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");

    const QString port = QStringLiteral("the port must be a number from 0 to 65535");
    const QString address = QStringLiteral("is not an IP address; use ADDR:PORT");
    QTest::newRow("nothing") << QString() << QStringLiteral("has no port");
    QTest::newRow("no port") << QStringLiteral("127.0.0.1") << QStringLiteral("has no port");
    QTest::newRow("IPv6 without port") << QStringLiteral("[::1]") << QStringLiteral("has no port");
    QTest::newRow("IPv6 without brackets")
        << QStringLiteral("::1:5") << QStringLiteral("an IPv6 address needs brackets");
    QTest::newRow("empty port") << QStringLiteral("127.0.0.1:") << port;
    QTest::newRow("port over the limit") << QStringLiteral("127.0.0.1:65536") << port;
    QTest::newRow("endless port") << (QStringLiteral("127.0.0.1:") + QString(99, u'9')) << port;
    QTest::newRow("signed port") << QStringLiteral("127.0.0.1:+5") << port;
    QTest::newRow("a name") << QStringLiteral("localhost:5") << address;
    QTest::newRow("a short IPv4 form") << QStringLiteral("127.1:5") << address;
    QTest::newRow("an octal IPv4 part") << QStringLiteral("127.0.0.010:5") << address;
    QTest::newRow("IPv4 in brackets") << QStringLiteral("[127.0.0.1]:5") << address;
    QTest::newRow("empty brackets") << QStringLiteral("[]:5") << address;
    QTest::newRow("place markers") << QStringLiteral("%1%2%3:5") << address;
}

void tst_SocketAddress::address_isRefused()
{
    QFETCH(const QString, text);
    QFETCH(const QString, why);
    const Result<SocketAddress> address = parseSocketAddress(text);
    QVERIFY(!address);
    QVERIFY2(address.error().startsWith(u'"' + text + u'"'), qPrintable(address.error()));
    QVERIFY2(address.error().contains(why), qPrintable(address.error()));
}

void tst_SocketAddress::hostAndPort_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");

    QTest::newRow("name") << QStringLiteral("server-1.example:5")
                          << QStringLiteral("server-1.example");
    QTest::newRow("IPv4") << QStringLiteral("1.2.3.4:5") << QStringLiteral("1.2.3.4");
    QTest::newRow("IPv6") << QStringLiteral("[::1]:5") << QStringLiteral("::1");
    QTest::newRow("international name")
        << QStringLiteral(u"b\u00fccher.example:5") << QStringLiteral(u"b\u00fccher.example");
    QTest::newRow("the longest name")
        << (QString(253, u'a') + QStringLiteral(":5")) << QString(253, u'a');
}

void tst_SocketAddress::hostAndPort_isRead()
{
    QFETCH(const QString, text);
    QFETCH(const QString, host);
    const Result<HostAndPort> target = parseHostAndPort(text);
    QVERIFY2(target, qPrintable(target.error()));
    QCOMPARE(target->host, host);
    QCOMPARE(target->port, quint16{5});
}

void tst_SocketAddress::hostAndPort_isRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");

    const QString port = QStringLiteral("the port must be a number from 1 to 65535");
    const QString host = QStringLiteral("is neither a host name nor an IP address");
    QTest::newRow("no port") << QStringLiteral("localhost") << QStringLiteral("has no port");
    QTest::newRow("port 0") << QStringLiteral("localhost:0") << port;
    QTest::newRow("port over the limit") << QStringLiteral("localhost:65536") << port;
    QTest::newRow("no host") << QStringLiteral(":5") << host;
    QTest::newRow("a name in brackets") << QStringLiteral("[localhost]:5") << host;
    QTest::newRow("a space in the name") << QStringLiteral("local host:5") << host;
    QTest::newRow("a control character") << QStringLiteral("local\x1bhost:5") << host;
    QTest::newRow("a URL") << QStringLiteral("http//localhost:5") << host;
    QTest::newRow("name of limit + 1") << (QString(254, u'a') + QStringLiteral(":5")) << host;
}

void tst_SocketAddress::hostAndPort_isRefused()
{
    QFETCH(const QString, text);
    QFETCH(const QString, why);
    const Result<HostAndPort> target = parseHostAndPort(text);
    QVERIFY(!target);
    QVERIFY2(target.error().contains(why), qPrintable(target.error()));
}

void tst_SocketAddress::scope_reachesTheKernel_data()
{
    const quint32 loopback = ::if_nametoindex("lo");
    QTest::addColumn<QString>("address");
    QTest::addColumn<quint32>("scope");
    QTest::newRow("by name") << QStringLiteral("fe80::1%lo") << loopback;
    QTest::newRow("by number") << QStringLiteral("fe80::1%7") << 7u;
    QTest::newRow("no such interface") << QStringLiteral("fe80::1%nosuch") << 0u;
    QTest::newRow("none") << QStringLiteral("::1") << 0u;
}

void tst_SocketAddress::scope_reachesTheKernel()
{
    QFETCH(const QString, address);
    QFETCH(const quint32, scope);
    sockaddr_storage storage;
    toKernelAddress({QHostAddress(address), 7400}, storage);
    QCOMPARE(reinterpret_cast<const sockaddr_in6 &>(storage).sin6_scope_id, scope);
    const SocketAddress back = toSocketAddress(storage);
    QCOMPARE(back.port, 7400);
    QCOMPARE(back.address.scopeId(), scope == 0 ? QString() : QString::number(scope));
}

void tst_SocketAddress::serviceKind_hasADistinctToken()
{
    QSet<QString> tokens;
    for (const ServiceKind kind : allServiceKinds) {
        tokens.insert(token(kind));
        QVERIFY(serviceKindFromToken(QString(token(kind))) == kind);
    }
    const QSet<QString> contract{QStringLiteral("line"),
                                 QStringLiteral("echo"),
                                 QStringLiteral("discard"),
                                 QStringLiteral("chargen")};
    QCOMPARE(tokens, contract);
}

void tst_SocketAddress::serviceKind_isRefused()
{
    QVERIFY(!serviceKindFromToken(u"Line"));
    QVERIFY(!serviceKindFromToken(u""));
}

QTEST_GUILESS_MAIN(tst_SocketAddress)
#include "tst_socketaddress.moc"
