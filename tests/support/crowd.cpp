// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/crowd.h"

namespace Teardown {

namespace {

using End = Observation::End;

} // namespace

void Crowd::add(int count, const Life &life)
{
    for (; count > 0; --count) {
        Member &member = m_members.emplace_back();
        member.client = std::make_unique<Client>(m_server, life.receiveBuffer);
        // Both lines travel together: who answers the first has read the second.
        if (life.request)
            member.client->line.request(QByteArray("PING begun\n") + life.request);
        member.thread
            = std::thread([&member, live = life.live] { member.problem = live(*member.client); });
    }
}

QStringList Crowd::join()
{
    QStringList problems;
    for (Member &member : m_members) {
        if (member.thread.joinable())
            member.thread.join();
        if (!member.problem.isEmpty())
            problems << member.problem;
    }
    return problems;
}

QStringList Crowd::keys() const
{
    QStringList keys;
    for (const Member &member : m_members)
        keys << member.client->peer.key();
    return keys;
}

namespace Lives {

QString goodbye(Client &client)
{
    const Observation bye = client.line.answer();
    if (bye.bytes != "BYE drained")
        return QStringLiteral("'%1' for a goodbye, %2")
            .arg(QString::fromLatin1(bye.bytes), bye.toString());
    const Observation end = client.line.answer();
    client.peer.close();
    return end.end == End::EndOfStream ? QString() : end.toString();
}

QString worksOn(Client &client)
{
    const Observation done = client.line.answer();
    if (done.bytes != "DONE 1200")
        return QStringLiteral("no DONE: %1").arg(done.toString());
    return goodbye(client);
}

QString downloadsSlowly(Client &client)
{
    constexpr qint64 size = 8'000'000;
    constexpr qsizetype piece = 200'000;
    const Observation header = client.line.answer();
    if (header.bytes != "DATA 8000000")
        return QStringLiteral("no DATA: %1").arg(header.toString());
    for (qint64 offset = 0; offset < size; offset += piece) {
        const Observation data = client.peer.readExactly(piece);
        if (data.bytes != downloadPattern(offset, piece))
            return QStringLiteral("wrong data at %1: %2").arg(offset).arg(data.toString());
        client.peer.pause(Milliseconds(30));
    }
    return goodbye(client);
}

QString uploadsSlowly(Client &client)
{
    for (int count = 0; count < 20; ++count) {
        if (const Observation sent = client.peer.send(QByteArray(5'000, 'u')); !sent)
            return QStringLiteral("upload cut: %1").arg(sent.toString());
        client.peer.pause(Milliseconds(50));
    }
    const Observation stored = client.line.answer();
    if (!stored.bytes.startsWith("STORED 100000 sha256="))
        return QStringLiteral("no STORED: %1").arg(stored.toString());
    return goodbye(client);
}

QString halfClosesAndReads(Client &client)
{
    client.peer.shutdownWrite();
    const Observation data = client.line.takeDownload(1'000'000);
    if (!data)
        return QStringLiteral("after our FIN: %1").arg(data.toString());
    const Observation end = client.peer.readToEnd();
    client.peer.close();
    return end.end == End::EndOfStream ? QString() : end.toString();
}

QString chatsOn(Client &client)
{
    QByteArray answer;
    do {
        answer = client.line.request("ECHO more").bytes;
        client.peer.pause(Milliseconds(5));
    } while (answer == "ECHO more");
    while (answer == "ERR draining")
        answer = client.line.answer().bytes;
    client.peer.close();
    return answer == "BYE drained"
        ? QString()
        : QStringLiteral("'%1' for a goodbye").arg(QString::fromLatin1(answer));
}

QString sitsOutTheReset(Client &client)
{
    const Observation end = client.peer.waitForReset();
    return end.end == End::Error ? QString() : QStringLiteral("no RST: %1").arg(end.toString());
}

QString ignoresTheFin(Client &client)
{
    const Observation eof = client.peer.readToEnd();
    if (eof.end != End::EndOfStream)
        return QStringLiteral("no FIN: %1").arg(eof.toString());
    return sitsOutTheReset(client);
}

} // namespace Lives

} // namespace Teardown
