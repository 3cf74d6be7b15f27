// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/watcher.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

using namespace Teardown;

namespace {

/// Sends back what it gets.
class EchoServer final : public QTcpServer
{
    Q_OBJECT

public:
    EchoServer()
    {
        setProxy(QNetworkProxy::NoProxy);
        setListenBacklogSize(1024);
        if (!listen(QHostAddress::LocalHost))
            qFatal("listen: %s", qPrintable(errorString()));
    }

    int open = 0;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QTcpSocket(this);
        ++open;
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write(socket->readAll());
        });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --open;
            socket->deleteLater(); // its signal is running
        });
        socket->setSocketDescriptor(descriptor);
    }
};

std::unique_ptr<QTcpSocket> connectTo(quint16 port)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->connectToHost(QHostAddress::LocalHost, port);
    return socket;
}

} // namespace

/// QTcpServer and QTcpSocket on our dispatcher.
class tst_EpollSockets : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void manyConnections_echoEveryByte();
    void orderlyEnd_isSeenByBothSides();
    void refusedConnection_isReported();
    void slot_mayDeleteOtherSockets();
    void serverInAThread_servesReusedDescriptors();
};

void tst_EpollSockets::manyConnections_echoEveryByte()
{
    EchoServer server;
    const QByteArray data(300'000, 'd');
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    std::vector<QByteArray> received(100);
    for (QByteArray &buffer : received) {
        auto *client = clients.emplace_back(connectTo(server.serverPort())).get();
        connect(client, &QTcpSocket::connected, client, [client, &data] { client->write(data); });
        connect(client, &QTcpSocket::readyRead, client, [client, &buffer] {
            buffer += client->readAll();
        });
    }
    for (const QByteArray &buffer : received) {
        QTRY_COMPARE(buffer.size(), data.size());
        QVERIFY(buffer == data);
    }
    clients.clear();
    QTRY_COMPARE(server.open, 0);
}

void tst_EpollSockets::orderlyEnd_isSeenByBothSides()
{
    EchoServer server;
    const auto client = connectTo(server.serverPort());
    const QSignalSpy disconnected(client.get(), &QTcpSocket::disconnected);
    QTRY_COMPARE(client->state(), QTcpSocket::ConnectedState);
    QTRY_COMPARE(server.open, 1);
    client->write("last words");
    client->disconnectFromHost();
    QTRY_COMPARE(disconnected.size(), 1);
    QTRY_COMPARE(server.open, 0);
}

void tst_EpollSockets::refusedConnection_isReported()
{
    quint16 port = 0;
    {
        const EchoServer server;
        port = server.serverPort();
    }
    const auto client = connectTo(port);
    QTRY_COMPARE(client->error(), QTcpSocket::ConnectionRefusedError);
}

void tst_EpollSockets::slot_mayDeleteOtherSockets()
{
    EchoServer server;
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (int i = 0; i < 20; ++i)
        clients.push_back(connectTo(server.serverPort()));
    QTRY_COMPARE(server.open, 20);
    int answers = 0;
    for (auto &client : clients) {
        connect(client.get(), &QTcpSocket::readyRead, client.get(), [&, own = client.get()] {
            ++answers;
            for (auto &other : clients) {
                if (other.get() != own)
                    other.reset();
            }
        });
    }
    for (const auto &client : clients)
        QTRY_COMPARE(client->state(), QTcpSocket::ConnectedState);
    for (const auto &client : clients)
        client->write("x");
    QTRY_COMPARE(server.open, 1);
    QTRY_COMPARE(answers, 1);
}

void tst_EpollSockets::serverInAThread_servesReusedDescriptors()
{
    QThread thread;
    thread.setEventDispatcher(new EpollDispatcher);
    QObject context;
    context.moveToThread(&thread);
    thread.start();
    std::unique_ptr<EchoServer> server;
    QMetaObject::invokeMethod(
        &context, [&] { server = std::make_unique<EchoServer>(); }, Qt::BlockingQueuedConnection);

    for (int round = 0; round < 300; ++round) {
        const auto client = connectTo(server->serverPort());
        QVERIFY(client->waitForConnected());
        const QByteArray data = QByteArray::number(round).rightJustified(10, '0');
        client->write(data);
        while (client->bytesAvailable() < data.size())
            QVERIFY(client->waitForReadyRead());
        QCOMPARE(client->readAll(), data);
    }

    QMetaObject::invokeMethod(
        &context, [&] { server.reset(); }, Qt::BlockingQueuedConnection);
    thread.quit();
    QVERIFY(thread.wait(10'000));
}

QTEST_GUILESS_MAIN(tst_EpollSockets)
#include "tst_epollsockets.moc"
