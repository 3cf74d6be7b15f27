// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/net/connection.h"
#include "core/net/service.h"
#include "core/service/linerequest.h"

#include <QCryptographicHash>
#include <QTimer>

#include <memory>

namespace Teardown {

/// The server's side of the line protocol teardown/1 (CONTRACT §4).
class LineService final : public Service
{
public:
    explicit LineService(Connection &connection);

    void opened() override;
    void readable() override { proceed(); }
    void writable() override { proceed(); }
    void announceDrain(std::optional<Milliseconds> remaining) override;
    void finish(Reason reason) override;
    QByteArray farewell(Reason reason) const override;
    bool hasHeartbeat() const override { return true; }
    bool ping(quint64 number) override;
    std::optional<TimePoint> busySince() const override;
    bool isMessageCut() const override;
    qint64 answerLeft() const override;

private:
    /// Requests are answered in order, so there is one at a time.
    enum class Mode { Idle, Working, Sending, Storing };

    void proceed();
    bool takeLine();
    void tooLong();
    void dispatch(const QByteArray &line);

    void handle(const LineRequest::Ping &request);
    void handle(const LineRequest::Pong &request);
    void handle(const LineRequest::Echo &request);
    void handle(const LineRequest::Work &request);
    void handle(const LineRequest::Download &request);
    void handle(const LineRequest::Upload &request);
    void handle(const LineRequest::Stats &request);
    void handle(const LineRequest::Close &request);
    void handle(const LineRequest::Help &request);
    void handle(const LineRequest::UnknownCommand &request);
    void handle(const LineRequest::BadArgument &request);

    void requestBegun(const QByteArray &line);
    void requestDone();
    void workDone();
    bool sendSome();
    bool storeSome();
    void answer(const QByteArray &line);
    void tell(const QByteArray &line);

    Connection &m_connection;
    QByteArray m_line; ///< what has come of the current line
    QByteArray m_request; ///< the one in work, as the evidence shows it
    QByteArray m_held; ///< what the server has to tell after the end of a DATA answer
    TimePoint m_begun;
    std::unique_ptr<QTimer> m_work;
    std::unique_ptr<QCryptographicHash> m_hash;
    std::chrono::milliseconds m_workTime{0};
    qint64 m_size = 0; ///< of the transfer
    qint64 m_moved = 0; ///< of it, sent or stored
    qint64 m_owed = 0; ///< bytes that had come before finish(): their requests are still served
    bool m_isNewLine = false; ///< the current line began after finish()
    Mode m_mode = Mode::Idle;
    std::optional<Reason> m_finishing;
};

} // namespace Teardown
