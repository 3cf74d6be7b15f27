// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/actors/qtactor.h"

#include "core/base/units.h"
#include "core/close/tcpinfo.h"
#include "core/lab/actors/labtls.h"
#include "core/lab/actors/socketcalls.h"

#include <QMetaEnum>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>

#include <functional>

#include <sys/socket.h>

namespace Teardown {

namespace {

/// Hands each descriptor on instead of making a socket of its own kind.
class Server final : public QTcpServer
{
public:
    explicit Server(std::function<void(qintptr)> accepted)
        : m_accepted(std::move(accepted))
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_accepted(descriptor); }

private:
    std::function<void(qintptr)> m_accepted;
};

template <typename Enum> QString nameOf(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(value));
}

int millisecondsOf(const Step &step)
{
    const auto timeout
        = parseDuration(step.arguments.value(QLatin1StringView("timeout")).toString());
    return static_cast<int>(timeout ? timeout->count() : 0);
}

CallResult flagResult(QString call, bool succeeded)
{
    return {.call = std::move(call), .returned = succeeded ? 1 : 0};
}

} // namespace

QtActor::QtActor(ActorKind kind)
    : m_kind(kind)
    , m_context(std::make_unique<QObject>())
{
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

QtActor::~QtActor()
{
    release();
    m_thread.quit();
    m_thread.wait();
}

CallResult QtActor::perform(const Step &step)
{
    CallResult result;
    QMetaObject::invokeMethod(
        m_context.get(),
        [&] {
            result = performHere(step);
            rememberEnds(step.socket());
        },
        Qt::BlockingQueuedConnection);
    return result;
}

CallResult QtActor::performHere(const Step &step)
{
    const QString name = step.socket();
    if (step.operation == QLatin1StringView("listen"))
        return listen(step);
    if (step.operation == QLatin1StringView("connect"))
        return connectTo(step);
    if (step.operation == QLatin1StringView("accept"))
        return accept(name);
    if (step.operation == QLatin1StringView("close") && name == QLatin1StringView("listener")) {
        m_server->close();
        return {.call = QStringLiteral("QTcpServer::close()")};
    }
    const auto found = m_peers.find(name);
    if (found == m_peers.end())
        return CallResult::failed(QStringLiteral("There is no socket \"%1\".").arg(name));
    return performOn(*found->second.socket, step);
}

CallResult QtActor::performOn(QTcpSocket &socket, const Step &step)
{
    const QString &operation = step.operation;
    if (operation == QLatin1StringView("send")) {
        const QString text = step.arguments.value(QLatin1StringView("text")).toString();
        const qint64 count = step.arguments.value(QLatin1StringView("bytes")).toInteger(1);
        const QByteArray data = text.isEmpty() ? labPayload(count) : text.toUtf8();
        return {.call = QStringLiteral("write(%1)").arg(data.size()),
                .returned = socket.write(data)};
    }
    if (operation == QLatin1StringView("receive")) {
        const QByteArray data = socket.readAll();
        return {.call = QStringLiteral("readAll()"),
                .returned = data.size(),
                .facts = {{QStringLiteral("bytes"), data.size()},
                          {QStringLiteral("text"), QString::fromUtf8(data.left(200))}}};
    }
    if (operation == QLatin1StringView("shutdown"))
        return resultOf(QStringLiteral("shutdown(socketDescriptor(), SHUT_WR)"),
                        ::shutdown(static_cast<int>(socket.socketDescriptor()), SHUT_WR));
    if (operation == QLatin1StringView("waitForReadyRead")) {
        const int limit = millisecondsOf(step);
        return flagResult(QStringLiteral("waitForReadyRead(%1)").arg(limit),
                          socket.waitForReadyRead(limit));
    }
    if (operation == QLatin1StringView("waitForConnected")) {
        const int limit = millisecondsOf(step);
        return flagResult(QStringLiteral("waitForConnected(%1)").arg(limit),
                          socket.waitForConnected(limit));
    }
    if (operation == QLatin1StringView("disconnectFromHost"))
        socket.disconnectFromHost();
    else if (operation == QLatin1StringView("abort"))
        socket.abort();
    else
        socket.close();
    return {.call = QString(operation % QLatin1StringView("()"))};
}

CallResult QtActor::listen(const Step &step)
{
    m_server
        = std::make_unique<Server>([this](qintptr descriptor) { adoptDescriptor(descriptor); });
    const bool listens = m_server->listen(addressIn(step, QLatin1StringView("home")).address);
    const std::lock_guard lock(m_mutex);
    m_address = {m_server->serverAddress(), m_server->serverPort()};
    m_ends[QStringLiteral("listener")] = {m_address, {}};
    return flagResult(QStringLiteral("QTcpServer::listen()"), listens);
}

CallResult QtActor::accept(const QString &name)
{
    constexpr int limit = 5'000;
    if (!m_incoming)
        m_server->waitForNewConnection(limit);
    if (!m_incoming)
        return CallResult::failed(QStringLiteral("Nobody connected."));
    m_peers[name].socket = std::move(m_incoming);
    return {.call = QStringLiteral("newConnection")};
}

CallResult QtActor::connectTo(const Step &step)
{
    const SocketAddress target = addressIn(step, QLatin1StringView("address"));
    Peer &peer = m_peers[step.socket()];
    peer.socket = makeSocket();
    record(*peer.socket);
    peer.ends.peer = target;
    if (auto *encrypted = qobject_cast<QSslSocket *>(peer.socket.get()))
        encrypted->connectToHostEncrypted(target.address.toString(), target.port);
    else
        peer.socket->connectToHost(target.address, target.port);
    return {.call = QStringLiteral("connectToHost()")};
}

std::unique_ptr<QTcpSocket> QtActor::makeSocket()
{
    if (m_kind != ActorKind::Tls)
        return std::make_unique<QTcpSocket>();
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(labTlsConfiguration());
    return socket;
}

void QtActor::adoptDescriptor(qintptr descriptor)
{
    m_incoming = makeSocket();
    m_incoming->setSocketDescriptor(descriptor);
    record(*m_incoming);
    if (auto *encrypted = qobject_cast<QSslSocket *>(m_incoming.get()))
        encrypted->startServerEncryption();
}

void QtActor::record(QTcpSocket &socket)
{
    QObject *context = m_context.get();
    QObject::connect(&socket, &QTcpSocket::connected, context, [this] {
        addEvent(QStringLiteral("connected"));
    });
    QObject::connect(&socket, &QTcpSocket::readyRead, context, [this] {
        addEvent(QStringLiteral("readyRead"));
    });
    QObject::connect(&socket, &QTcpSocket::readChannelFinished, context, [this] {
        addEvent(QStringLiteral("readChannelFinished"));
    });
    QObject::connect(&socket, &QTcpSocket::disconnected, context, [this] {
        addEvent(QStringLiteral("disconnected"));
    });
    QObject::connect(&socket, &QTcpSocket::stateChanged, context, [this](auto state) {
        addEvent(QString(QLatin1StringView("stateChanged ") % nameOf(state)));
    });
    QObject::connect(&socket, &QTcpSocket::errorOccurred, context, [this, &socket](auto error) {
        QString event = QLatin1StringView("errorOccurred ") % nameOf(error);
        // Only the text tells how a TLS connection ended.
        if (m_kind == ActorKind::Tls)
            event += QLatin1StringView(": ") % socket.errorString();
        addEvent(event);
    });
    if (auto *encrypted = qobject_cast<QSslSocket *>(&socket)) {
        QObject::connect(encrypted, &QSslSocket::encrypted, context, [this] {
            addEvent(QStringLiteral("encrypted"));
        });
    }
}

void QtActor::addEvent(const QString &event)
{
    const std::lock_guard lock(m_mutex);
    // How many times depends on how the bytes were cut.
    if (event == QLatin1StringView("readyRead") && !m_events.isEmpty() && m_events.last() == event)
        return;
    m_events.append(event);
}

void QtActor::rememberEnds(const QString &name)
{
    const auto found = m_peers.find(name);
    if (found == m_peers.end() || !found->second.socket)
        return;
    const QTcpSocket &socket = *found->second.socket;
    SocketEnds &ends = found->second.ends;
    // Its descriptor may be stale once it is unconnected (Qt 6.4).
    if (socket.state() != QAbstractSocket::UnconnectedState && socket.socketDescriptor() >= 0) {
        ends.local = localAddress(static_cast<int>(socket.socketDescriptor()));
        if (!socket.peerAddress().isNull())
            ends.peer = {socket.peerAddress(), socket.peerPort()};
    }
    const std::lock_guard lock(m_mutex);
    m_ends[name] = ends;
}

SocketAddress QtActor::address() const
{
    const std::lock_guard lock(m_mutex);
    return m_address;
}

std::optional<SocketEnds> QtActor::ends(const QString &socket) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_ends.find(socket);
    if (found == m_ends.end() || found->second.local.port == 0)
        return std::nullopt;
    return found->second;
}

QStringList QtActor::events() const
{
    const std::lock_guard lock(m_mutex);
    return m_events;
}

void QtActor::release()
{
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(
        m_context.get(),
        [this] {
            m_peers.clear();
            m_incoming.reset();
            m_server.reset();
        },
        Qt::BlockingQueuedConnection);
}

} // namespace Teardown
