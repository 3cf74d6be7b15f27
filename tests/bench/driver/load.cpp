// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/bench/driver/load.h"

#include "tests/bench/driver/plan.h"

#include <QList>

#include <algorithm>
#include <random>

namespace Teardown {

namespace {

/// Less than any peer's queue of connections to be accepted.
constexpr int openedAtOnce = 256;

constexpr Milliseconds silenceLimit{20'000};

const QByteArray &message()
{
    static const QByteArray bytes(64, 'x');
    return bytes;
}

Milliseconds left(TimePoint end)
{
    return std::max(Milliseconds{0}, std::chrono::ceil<Milliseconds>(end - steadyNow()));
}

} // namespace

Load::Load(const SocketAddress &server)
    : m_server(server)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
}

LoadClient &Load::add()
{
    LoadClient &client = *m_clients.emplace_back(std::make_unique<LoadClient>(m_server));
    epoll_event event{EPOLLIN, {.ptr = &client}};
    ::epoll_ctl(m_epoll.value(), EPOLL_CTL_ADD, client.descriptor(), &event);
    return client;
}

std::span<const epoll_event> Load::wait(Milliseconds limit)
{
    const int ready = ::epoll_wait(m_epoll.value(),
                                   m_events.data(),
                                   static_cast<int>(m_events.size()),
                                   static_cast<int>(limit.count()));
    return std::span(m_events).first(static_cast<std::size_t>(std::max(0, ready)));
}

void Load::open(int count)
{
    for (int opened = 1; opened <= count; ++opened) {
        LoadClient &client = add();
        if (opened % openedAtOnce != 0 && opened != count)
            continue;
        // Its answer comes after all before it were accepted. The line service says hello first.
        client.say(QByteArrayLiteral("PING open\n"));
        client.waitFor(QByteArrayLiteral("open\n"));
    }
}

quint64 Load::pingPong(int active, Milliseconds time)
{
    const TimePoint end = steadyNow() + time;
    const std::size_t step = m_clients.size() / static_cast<std::size_t>(active);
    for (int i = 0; i < active; ++i)
        m_clients[step * static_cast<std::size_t>(i)]->send(message());
    quint64 echoes = 0;
    for (int busy = active; busy > 0;) {
        const auto events = wait(silenceLimit);
        if (events.empty())
            die(QStringLiteral("the server does not answer any more"));
        for (const epoll_event &event : events) {
            if (!clientOf(event).receiveEcho())
                continue;
            ++echoes;
            if (steadyNow() < end)
                clientOf(event).send(message());
            else
                --busy;
        }
    }
    return echoes;
}

quint64 Load::takeEchoes(Milliseconds limit)
{
    quint64 echoes = 0;
    for (const epoll_event &event : wait(limit))
        echoes += clientOf(event).receiveEcho() ? 1U : 0U;
    return echoes;
}

quint64 Load::sendPaced(int perSecond, Milliseconds time)
{
    std::mt19937 random(1);
    std::uniform_int_distribution<std::size_t> anyone(0, m_clients.size() - 1);
    const TimePoint begin = steadyNow();
    const auto total = static_cast<quint64>(perSecond * time / std::chrono::seconds(1));
    quint64 sent = 0;
    quint64 echoes = 0;
    while (sent < total) {
        const auto passed = std::chrono::duration<double>(steadyNow() - begin).count();
        while (sent < total && static_cast<double>(sent) < passed * perSecond) {
            LoadClient &client = *m_clients[anyone(random)];
            if (client.isEchoOwed())
                continue; // somebody else is free
            client.send(message());
            ++sent;
        }
        echoes += takeEchoes(Milliseconds{1});
    }
    while (echoes < sent) {
        const quint64 more = takeEchoes(silenceLimit);
        if (more == 0)
            die(QStringLiteral("%1 messages were not answered").arg(sent - echoes));
        echoes += more;
    }
    return echoes;
}

void Load::exchange(qsizetype size)
{
    const QByteArray bytes(size, 'x');
    for (const auto &client : m_clients)
        client->exchange(bytes);
}

quint64 Load::comeAndGo(int atOnce, Milliseconds time)
{
    const TimePoint end = steadyNow() + time;
    Load guests(m_server);
    const auto come = [&](std::unique_ptr<LoadClient> &place) {
        place = std::make_unique<LoadClient>(m_server);
        place->send(message());
        epoll_event event{EPOLLIN, {.ptr = &place}};
        ::epoll_ctl(guests.m_epoll.value(), EPOLL_CTL_ADD, place->descriptor(), &event);
    };
    guests.m_clients.resize(static_cast<std::size_t>(atOnce));
    std::for_each(guests.m_clients.begin(), guests.m_clients.end(), come);
    quint64 served = 0;
    for (int busy = atOnce; busy > 0;) {
        const auto events = guests.wait(silenceLimit);
        if (events.empty())
            die(QStringLiteral("the server does not accept or answer any more"));
        for (const epoll_event &event : events) {
            auto &place = *static_cast<std::unique_ptr<LoadClient> *>(event.data.ptr);
            if (!place->receiveEcho())
                continue;
            ++served;
            place->close();
            if (steadyNow() < end)
                come(place);
            else
                --busy;
        }
    }
    return served;
}

quint64 Load::answerHeartbeats(Milliseconds time)
{
    const TimePoint end = steadyNow() + time;
    quint64 answered = 0;
    while (steadyNow() < end) {
        for (const epoll_event &event : wait(left(end))) {
            LoadClient &client = clientOf(event);
            for (const QByteArray &line : client.receive().split('\n')) {
                if (!line.startsWith("PING "))
                    continue;
                client.say("PONG " + line.mid(5) + '\n');
                ++answered;
            }
        }
    }
    return answered;
}

void Load::readToEnd()
{
    for (std::size_t open = m_clients.size(); open > 0;) {
        const auto events = wait(silenceLimit);
        if (events.empty())
            die(QStringLiteral("%1 clients were not sent FIN").arg(open));
        for (const epoll_event &event : events) {
            if (!clientOf(event).receive().isEmpty())
                continue;
            clientOf(event).close();
            --open;
        }
    }
    m_clients.clear();
}

} // namespace Teardown
