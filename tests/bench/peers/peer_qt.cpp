// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

// An echo server as the documentation of QTcpServer suggests, on Qt's default event dispatcher.

#include "tests/bench/peers/peer.h"

#include <QCoreApplication>
#include <QSet>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>

#include <sys/socket.h>

using namespace Teardown;

namespace {

class EchoServer : public QObject
{
    Q_OBJECT

public:
    EchoServer(int listener, int termination)
        : m_termination(termination, QSocketNotifier::Read)
    {
        m_server.setSocketDescriptor(listener);
        connect(&m_server, &QTcpServer::newConnection, this, &EchoServer::acceptAll);
        connect(&m_termination, &QSocketNotifier::activated, this, &EchoServer::drain);
    }

private:
    void acceptAll()
    {
        while (QTcpSocket *client = m_server.nextPendingConnection()) {
            client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            m_clients.insert(client);
            connect(client, &QIODevice::readyRead, client, [client] {
                client->write(client->readAll());
                // Or the answer would wait for another pass of the loop.
                client->flush();
            });
            connect(client, &QAbstractSocket::disconnected, this, [this, client] {
                m_clients.remove(client);
                client->deleteLater();
                quitIfDrained();
            });
        }
    }

    void drain()
    {
        m_termination.setEnabled(false);
        acceptAll();
        m_server.close();
        m_draining = true;
        // disconnectFromHost() would not wait for the client's FIN.
        for (const QTcpSocket *client : std::as_const(m_clients))
            ::shutdown(int(client->socketDescriptor()), SHUT_WR);
        quitIfDrained();
    }

    void quitIfDrained()
    {
        if (m_draining && m_clients.isEmpty())
            QCoreApplication::quit();
    }

    QTcpServer m_server;
    QSocketNotifier m_termination;
    QSet<QTcpSocket *> m_clients;
    bool m_draining = false;
};

} // namespace

int main(int argc, char **argv)
{
    const int listener = listenAsTold(argc, argv);
    const int termination = terminationDescriptor();
    const QCoreApplication app(argc, argv);
    const EchoServer server(listener, termination);
    return QCoreApplication::exec();
}

#include "peer_qt.moc"
