// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/service/lineservice.h"

#include "core/close/tcpinfo.h"
#include "core/service/connectionstats.h"
#include "core/service/pattern.h"

#include <algorithm>

namespace Teardown {

namespace {

/// Enough of a request to know it again in the evidence.
constexpr qsizetype shownRequest = 60;

QByteArray reasonToken(Reason reason)
{
    const QLatin1StringView text = token(reason);
    return QByteArray(text.data(), text.size());
}

QByteArray printable(const QByteArray &line)
{
    QByteArray shown = line.left(shownRequest);
    std::replace_if(
        shown.begin(), shown.end(), [](char c) { return c < 0x20 || c > 0x7e; }, '.');
    return shown;
}

} // namespace

LineService::LineService(Connection &connection)
    : m_connection(connection)
{
}

void LineService::opened()
{
    answer("HELLO teardown/1 id=" + QByteArray::number(m_connection.info().id)
           + " heartbeat=" + QByteArray::number(qint64{m_connection.settings().heartbeat.count()}));
}

void LineService::proceed()
{
    int lines = 0;
    while (!m_connection.isClosing() && m_connection.state() != ConnectionState::Ended) {
        bool more = false;
        switch (m_mode) {
        case Mode::Working:
            return;
        case Mode::Sending:
            more = sendSome();
            break;
        case Mode::Storing:
            more = storeSome();
            break;
        case Mode::Idle:
            if (lines++ == Connection::linesPerPass) {
                m_connection.readLater();
                return;
            }
            more = m_connection.hasRoom() ? takeLine() : false;
            break;
        }
        if (more)
            continue;
        if (m_mode == Mode::Idle && !m_connection.hasRoom())
            m_connection.requestArrived(); // we are not reading: the client is not late
        else if (m_mode != Mode::Sending && m_connection.inputEnded())
            m_connection.close(Reason::PeerClosed);
        else if (m_mode == Mode::Idle && m_finishing && m_owed <= 0 && m_line.isEmpty())
            m_connection.close(*m_finishing);
        return;
    }
}

/// False when there is no whole line yet.
bool LineService::takeLine()
{
    const qint64 most = m_connection.settings().maxLine;
    const QByteArray part = m_connection.readLine(most + 2 - m_line.size());
    if (part.isEmpty())
        return false;
    if (m_line.isEmpty())
        m_isNewLine = m_finishing && m_owed <= 0;
    m_owed -= part.size();
    m_line += part;
    const bool whole = m_line.endsWith('\n');
    if (whole)
        m_line.chop(1);
    // The CR of a CRLF belongs to the line end, also while the LF is still to come.
    const bool endsInCr = m_line.endsWith('\r');
    if (m_line.size() - (endsInCr ? 1 : 0) > most) {
        tooLong();
        return false;
    }
    if (!whole) {
        m_connection.requestArriving();
        return true;
    }
    if (endsInCr)
        m_line.chop(1);
    dispatch(std::exchange(m_line, {}));
    return true;
}

void LineService::tooLong()
{
    m_line.clear();
    m_connection.addEvidence(Layer::Service,
                             What::BadInput,
                             "line over " + QByteArray::number(m_connection.settings().maxLine)
                                 + " bytes");
    answer("ERR line-too-long");
    m_connection.close(Reason::ProtocolError);
}

void LineService::dispatch(const QByteArray &line)
{
    const auto request = LineRequest::parse(line);
    if (!std::holds_alternative<LineRequest::Upload>(request))
        m_connection.requestArrived();
    if (m_isNewLine && !std::holds_alternative<LineRequest::Pong>(request)) {
        m_connection.requestArrived();
        answer("ERR draining");
        // Nobody is to mistake its bytes for requests.
        if (std::holds_alternative<LineRequest::Upload>(request))
            m_connection.close(*m_finishing);
        return;
    }
    std::visit([this](const auto &known) { handle(known); }, request);
    if (m_mode != Mode::Idle)
        requestBegun(line);
}

void LineService::handle(const LineRequest::Ping &request)
{
    answer(request.token.isEmpty() ? QByteArray("PONG") : "PONG " + request.token);
}

void LineService::handle(const LineRequest::Pong &request)
{
    Q_UNUSED(request) // any byte is a sign of life; the connection has counted it
}

void LineService::handle(const LineRequest::Echo &request)
{
    answer(request.text.isEmpty() ? QByteArray("ECHO") : "ECHO " + request.text);
}

void LineService::handle(const LineRequest::Work &request)
{
    m_mode = Mode::Working;
    m_workTime = request.time;
    if (!m_work) {
        m_work = std::make_unique<QTimer>();
        m_work->setSingleShot(true);
        m_work->setTimerType(Qt::PreciseTimer);
        QObject::connect(m_work.get(), &QTimer::timeout, &m_connection, [this] { workDone(); });
    }
    m_work->start(m_workTime);
}

void LineService::handle(const LineRequest::Download &request)
{
    m_mode = Mode::Sending;
    m_size = request.size;
    m_moved = 0;
    answer("DATA " + QByteArray::number(m_size));
}

void LineService::handle(const LineRequest::Upload &request)
{
    m_mode = Mode::Storing;
    m_size = request.size;
    m_moved = 0;
    m_hash = std::make_unique<QCryptographicHash>(QCryptographicHash::Sha256);
    m_connection.requestArriving();
}

void LineService::handle(const LineRequest::Stats &request)
{
    Q_UNUSED(request)
    answer("STATS " + connectionStats(m_connection));
}

void LineService::handle(const LineRequest::Close &request)
{
    switch (request) {
    case LineRequest::Close::Fin:
        m_connection.close(Reason::LocalClose);
        break;
    case LineRequest::Close::Half:
        m_connection.halfClose();
        break;
    case LineRequest::Close::Rst:
        m_connection.reset(Reason::LocalReset);
        break;
    }
}

void LineService::handle(const LineRequest::Help &request)
{
    Q_UNUSED(request)
    m_connection.send(LineRequest::help());
}

void LineService::handle(const LineRequest::UnknownCommand &request)
{
    Q_UNUSED(request)
    answer("ERR unknown-command");
}

void LineService::handle(const LineRequest::BadArgument &request)
{
    Q_UNUSED(request)
    answer("ERR bad-argument");
}

void LineService::requestBegun(const QByteArray &line)
{
    m_begun = m_connection.now();
    m_request = printable(line);
    m_connection.addEvidence(Layer::Service, What::RequestBegun, m_request);
}

void LineService::requestDone()
{
    m_mode = Mode::Idle;
    m_connection.addEvidence(Layer::Service, What::RequestDone, std::exchange(m_request, {}));
    if (!m_held.isEmpty())
        m_connection.send(std::exchange(m_held, {}));
}

void LineService::workDone()
{
    if (m_mode != Mode::Working || m_connection.state() == ConnectionState::Ended)
        return;
    answer("DONE " + QByteArray::number(qint64{m_workTime.count()}));
    requestDone();
    proceed();
}

/// False while the peer has to read first.
bool LineService::sendSome()
{
    while (m_moved < m_size && m_connection.canSend()) {
        if (!m_connection.hasRoom())
            return false;
        const QByteArray data = Pattern::at(m_moved, m_size - m_moved);
        m_moved += data.size();
        m_connection.send(data);
    }
    requestDone();
    return true;
}

/// False while more has to come.
bool LineService::storeSome()
{
    while (m_moved < m_size) {
        const QByteArray data = m_connection.read(std::min(Pattern::chunk, m_size - m_moved));
        if (data.isEmpty())
            return false;
        m_owed -= data.size();
        m_moved += data.size();
        m_hash->addData(data);
    }
    m_connection.requestArrived();
    answer("STORED " + QByteArray::number(m_size) + " sha256=" + m_hash->result().toHex());
    m_hash.reset();
    requestDone();
    return true;
}

void LineService::answer(const QByteArray &line)
{
    m_connection.send(line + '\n');
}

/// What the server says on its own never interrupts the bytes of a DATA answer.
void LineService::tell(const QByteArray &line)
{
    if (m_mode == Mode::Sending)
        m_held += line + '\n';
    else
        answer(line);
}

void LineService::announceDrain(std::optional<Milliseconds> remaining)
{
    const QByteArray deadline = remaining ? QByteArray::number(qint64{remaining->count()}) : "off";
    tell("GOAWAY drain deadline-ms=" + deadline);
}

void LineService::finish(Reason reason)
{
    m_finishing = reason;
    m_owed = m_connection.bytesAvailable();
    proceed();
}

QByteArray LineService::farewell(Reason reason) const
{
    if (m_mode == Mode::Sending)
        return {}; // an answer is being cut: a line would pass for its bytes
    return "BYE " + reasonToken(reason) + '\n';
}

bool LineService::ping(quint64 number)
{
    if (m_mode == Mode::Sending)
        return false;
    answer("PING " + QByteArray::number(number));
    return true;
}

std::optional<TimePoint> LineService::busySince() const
{
    return m_mode == Mode::Idle ? std::nullopt : std::optional(m_begun);
}

qint64 LineService::answerLeft() const
{
    return m_mode == Mode::Sending ? m_size - m_moved : 0;
}

bool LineService::isMessageCut() const
{
    return !m_line.isEmpty()
        || ((m_mode == Mode::Sending || m_mode == Mode::Storing) && m_moved < m_size);
}

} // namespace Teardown
