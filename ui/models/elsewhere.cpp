// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/elsewhere.h"

#include <QCoreApplication>

#include <cerrno>
#include <utility>

namespace Teardown {

namespace {

constexpr auto ours = Side::Ours;
constexpr auto peers = Side::Peers;
constexpr auto posix = Platform::Posix;
constexpr auto go = Platform::Go;
constexpr auto qt = Platform::Qt;

/// Writes the rows, one function for each way to end. Results that are nothing but names are not
/// translated.
class Writer
{
    Q_DECLARE_TR_FUNCTIONS(Teardown::Elsewhere)

public:
    explicit Writer(int error)
        : m_errno(error)
        , m_error(error == 0 ? tr("the errno") : errnoName(error))
        , m_goError(error == 0 ? u"syscall.Errno"_qs : QString(u"syscall." + errnoName(error)))
    {
    }

    std::vector<ElsewhereRow> take() { return std::move(m_rows); }

    void write(Reason reason, Role role);

private:
    /// What the other end of every close in good order sees.
    void peerSeesFin()
    {
        add(peers, posix, u"recv"_qs, tr("0, at every call"));
        add(peers, go, u"conn.Read"_qs, u"0, io.EOF"_qs);
        add(peers, qt, u"errorOccurred"_qs, u"RemoteHostClosedError"_qs);
    }

    /// What the other end of every reset sees.
    void peerSeesReset()
    {
        add(peers, posix, u"recv"_qs, tr("what had arrived, then ECONNRESET once, then 0"));
        add(peers, posix, u"send"_qs, tr("ECONNRESET if it is the first call, otherwise EPIPE"));
        add(peers, go, u"conn.Read"_qs, tr("syscall.ECONNRESET once, then io.EOF"));
        add(peers, qt, u"errorOccurred"_qs, tr("RemoteHostClosedError: the same as for a FIN"));
    }

    /// The network failed: the other end is not told.
    void peerSeesNothing()
    {
        add(peers,
            posix,
            u"recv"_qs,
            tr("nothing; ECONNRESET after a send that gets through again"));
        add(peers,
            go,
            u"conn.Read"_qs,
            tr("nothing; syscall.ECONNRESET after a Write that gets through again"));
        add(peers, qt, u"QTcpSocket"_qs, tr("no signal at all"));
    }

    void peerClosed()
    {
        add(ours,
            posix,
            u"recv"_qs,
            tr("0, at every call; send still works if the peer only half closed"));
        add(ours, go, u"conn.Read"_qs, u"0, io.EOF"_qs);
        add(ours,
            qt,
            u"errorOccurred"_qs,
            tr("RemoteHostClosedError; closed at once, what is queued is thrown away"));
    }

    void peerClosedThenReset()
    {
        add(ours, posix, u"recv"_qs, tr("0, at every call: the reset does not show"));
        add(ours, posix, u"send"_qs, u"EPIPE"_qs);
        add(ours, go, u"conn.Read"_qs, u"0, io.EOF"_qs);
        add(ours, go, u"conn.Write"_qs, u"syscall.EPIPE"_qs);
        add(ours,
            qt,
            u"errorOccurred"_qs,
            tr("RemoteHostClosedError: the same as for a FIN alone"));
    }

    void peerReset()
    {
        add(ours, posix, u"recv"_qs, tr("ECONNRESET once, then 0"));
        add(ours, posix, u"send"_qs, tr("ECONNRESET if it is the first call, otherwise EPIPE"));
        add(ours, go, u"conn.Read"_qs, tr("syscall.ECONNRESET once, then io.EOF"));
        add(ours, qt, u"errorOccurred"_qs, tr("RemoteHostClosedError: the same as for a FIN"));
        add(peers, posix, u"close"_qs, tr("0, with SO_LINGER {1, 0} or with input left unread"));
        add(peers, go, u"conn.Close"_qs, tr("nil, after SetLinger(0) or with input left unread"));
    }

    void localClose()
    {
        add(ours,
            posix,
            u"shutdown, recv, close"_qs,
            tr("0; then 0 when the peer's FIN comes; then 0"));
        add(ours,
            go,
            u"CloseWrite, Read, Close"_qs,
            tr("nil; io.EOF; nil; every later call net.ErrClosed"));
        add(ours,
            qt,
            u"disconnectFromHost"_qs,
            tr("disconnected before the peer's FIN: what it sends meanwhile draws a RST"));
    }

    void localReset()
    {
        add(ours, posix, u"close"_qs, tr("0, with SO_LINGER {1, 0}"));
        add(ours,
            go,
            u"conn.Close"_qs,
            tr("nil, after SetLinger(0); every later call net.ErrClosed"));
        add(ours,
            qt,
            u"abort"_qs,
            tr("sends FIN, not RST, if all input was read: a cut answer looks complete"));
    }

    void readDeadline()
    {
        add(ours,
            posix,
            u"recv"_qs,
            tr("EAGAIN, with SO_RCVTIMEO: for one call, not for the whole request"));
        add(ours, go, u"conn.Read"_qs, tr("os.ErrDeadlineExceeded, with SetReadDeadline"));
        add(ours,
            qt,
            u"QTcpSocket"_qs,
            tr("no signal at all; waitForReadyRead says SocketTimeoutError"));
    }

    void writeDeadline()
    {
        add(ours, posix, u"send"_qs, tr("fewer bytes than given, then EAGAIN"));
        add(ours, go, u"conn.Write"_qs, tr("n, os.ErrDeadlineExceeded, with SetWriteDeadline"));
        add(ours, qt, u"QTcpSocket"_qs, tr("no signal at all; bytesWritten stops coming"));
    }

    void idleTimeout()
    {
        add(ours, posix, u"poll"_qs, tr("0, the timeout"));
        add(ours, go, u"conn.Read"_qs, tr("os.ErrDeadlineExceeded, with SetReadDeadline"));
        add(ours, qt, u"QTcpSocket"_qs, tr("no signal at all"));
    }

    void heartbeatTimeout()
    {
        add(ours,
            posix,
            u"poll"_qs,
            tr("0, the timeout; SO_KEEPALIVE notices nothing while the peer's kernel lives"));
        add(ours, go, u"conn.Read"_qs, tr("os.ErrDeadlineExceeded, with SetReadDeadline"));
        add(ours, qt, u"QTcpSocket"_qs, tr("no signal at all"));
    }

    void lingerTimeout()
    {
        add(ours, posix, u"shutdown, poll"_qs, tr("0; then 0, the timeout"));
        add(ours,
            go,
            u"CloseWrite, Read"_qs,
            tr("nil; os.ErrDeadlineExceeded, with SetReadDeadline"));
        add(ours,
            qt,
            u"disconnectFromHost"_qs,
            tr("disconnected at once: nobody waits for the peer's FIN"));
        add(peers, posix, u"recv"_qs, tr("0, at every call, for our FIN"));
        add(peers, posix, u"send"_qs, tr("EPIPE, after our RST"));
        add(peers, go, u"conn.Write"_qs, tr("syscall.EPIPE, after our RST"));
        add(peers, qt, u"errorOccurred"_qs, tr("RemoteHostClosedError, for our FIN"));
    }

    void kernelTimeout()
    {
        add(ours, posix, u"recv"_qs, tr("ETIMEDOUT once, then 0"));
        add(ours,
            go,
            u"conn.Read"_qs,
            tr("syscall.ETIMEDOUT; Timeout() is true, as for a deadline of one's own"));
        add(ours, qt, u"errorOccurred"_qs, u"SocketTimeoutError"_qs);
    }

    void errnoOfTheKernel()
    {
        add(ours, posix, u"recv"_qs, tr("%1 once, then 0").arg(m_error));
        add(ours, go, u"conn.Read"_qs, m_goError);
        add(ours, qt, u"errorOccurred"_qs, tr("NetworkError; only its text says which"));
    }

    void limitRejected()
    {
        add(ours, posix, u"accept, close"_qs, tr("a descriptor; then 0, with SO_LINGER {1, 0}"));
        add(ours, go, u"Accept, Close"_qs, tr("a connection; then nil, after SetLinger(0)"));
        add(ours,
            qt,
            u"setMaxPendingConnections"_qs,
            tr("stops accepting: clients connect all the same, and wait"));
        add(peers, posix, u"connect"_qs, tr("0: the connection stood before it was reset"));
    }

    void connectRefused()
    {
        add(ours, posix, u"connect"_qs, u"ECONNREFUSED"_qs);
        add(ours, go, u"net.Dial"_qs, u"syscall.ECONNREFUSED"_qs);
        add(ours,
            qt,
            u"errorOccurred"_qs,
            tr("ConnectionRefusedError, after two tries; no disconnected"));
    }

    void connectTimeout()
    {
        add(ours, posix, u"connect, poll"_qs, tr("EINPROGRESS; then 0, the timeout"));
        add(ours, go, u"net.DialTimeout"_qs, tr("i/o timeout (context.DeadlineExceeded)"));
        add(ours, qt, u"errorOccurred"_qs, tr("SocketTimeoutError, after two tries of 30 s"));
    }

    void connectFailed()
    {
        add(ours, posix, u"connect"_qs, u"%1"_qs.arg(m_error));
        add(ours, go, u"net.Dial"_qs, m_goError);
        add(ours, qt, u"errorOccurred"_qs, connectErrorOfQt(m_errno));
    }

    void nameNotFound()
    {
        add(ours, posix, u"getaddrinfo"_qs, u"EAI_NONAME"_qs);
        add(ours, go, u"net.Dial"_qs, tr("*net.DNSError with IsNotFound"));
        add(ours, qt, u"errorOccurred"_qs, u"HostNotFoundError"_qs);
    }

    static QString connectErrorOfQt(int error);

    void add(Side side, Platform platform, const QString &call, const QString &result)
    {
        m_rows.push_back({side, platform, call, result});
    }

    std::vector<ElsewhereRow> m_rows;
    int m_errno;
    QString m_error;
    QString m_goError;
};

void Writer::write(Reason reason, Role role)
{
    switch (reason) {
    case Reason::PeerClosed:
        return peerClosed();
    case Reason::PeerClosedThenReset:
        return peerClosedThenReset();
    case Reason::PeerReset:
        return peerReset();
    case Reason::LocalClose:
    case Reason::ProtocolError:
        localClose();
        return peerSeesFin();
    case Reason::Drained:
        if (role == Role::Server)
            add(ours, go, u"http.Server.Shutdown"_qs, u"nil"_qs);
        localClose();
        return peerSeesFin();
    case Reason::LocalReset:
        localReset();
        return peerSeesReset();
    case Reason::DrainForced:
        if (role == Role::Server)
            add(ours, go, u"http.Server.Shutdown"_qs, tr("context.DeadlineExceeded; then Close"));
        localReset();
        return peerSeesReset();
    case Reason::ReadDeadline:
        readDeadline();
        return peerSeesReset();
    case Reason::WriteDeadline:
        writeDeadline();
        return peerSeesReset();
    case Reason::IdleTimeout:
        idleTimeout();
        return peerSeesReset();
    case Reason::HeartbeatTimeout:
        heartbeatTimeout();
        return peerSeesReset();
    case Reason::LingerTimeout:
        return lingerTimeout();
    case Reason::KernelTimeout:
        kernelTimeout();
        return peerSeesNothing();
    case Reason::Unreachable:
        errnoOfTheKernel();
        return peerSeesNothing();
    case Reason::SocketDestroyed:
        errnoOfTheKernel();
        return peerSeesReset();
    case Reason::LimitRejected:
        limitRejected();
        return peerSeesReset();
    case Reason::ConnectRefused:
        return connectRefused();
    case Reason::ConnectTimeout:
        return connectTimeout();
    case Reason::ConnectFailed:
        return connectFailed();
    case Reason::NameNotFound:
        return nameNotFound();
    case Reason::Unknown:
        return;
    }
}

/// What QNativeSocketEngine makes of connect(2)'s errno.
QString Writer::connectErrorOfQt(int error)
{
    switch (error) {
    case EHOSTUNREACH:
    case ENETUNREACH:
        return tr("NetworkError; only its text says which");
    case EACCES:
    case EPERM:
        return u"SocketAccessError"_qs;
    case EINVAL:
        return tr("ConnectionRefusedError, although nobody refused it");
    default:
        return tr("an error whose text names the cause");
    }
}

} // namespace

std::vector<ElsewhereRow> elsewhere(const CloseReport &report, Role role)
{
    Writer writer(report.error);
    writer.write(report.verdict.reason, role);
    return writer.take();
}

QString displayText(Platform platform)
{
    switch (platform) {
    case Platform::Posix:
        return QStringLiteral("POSIX");
    case Platform::Go:
        return QStringLiteral("Go");
    case Platform::Qt:
        return QStringLiteral("Qt");
    }
    Q_UNREACHABLE();
}

QString displayText(Side side)
{
    switch (side) {
    case Side::Ours:
        return QCoreApplication::translate("Teardown::Elsewhere", "our side");
    case Side::Peers:
        return QCoreApplication::translate("Teardown::Elsewhere", "the peer's side");
    }
    Q_UNREACHABLE();
}

} // namespace Teardown
