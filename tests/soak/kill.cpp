// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/record/jsonlreader.h"
#include "tests/soak/rows.h"
#include "tests/support/client.h"
#include "tests/support/served.h"

#include <QFile>

#include <atomic>
#include <csignal>
#include <random>
#include <thread>
#include <vector>

namespace Teardown {

namespace {

constexpr int loaders = 8;

/// Clients that come and go until told to stop; the server may vanish under them.
class Load
{
public:
    explicit Load(const SocketAddress &server)
    {
        for (int count = 0; count < loaders; ++count) {
            m_threads.emplace_back([this, server] {
                while (!m_over) {
                    RawPeer peer;
                    if (peer.connectTo(server))
                        peer.send("ECHO hello\nDOWNLOAD 1000\nQUIT\n");
                    peer.readToEnd(Milliseconds(1'000));
                }
            });
        }
    }
    ~Load()
    {
        m_over = true;
        for (std::thread &thread : m_threads)
            thread.join();
    }
    Q_DISABLE_COPY_MOVE(Load)

private:
    std::atomic<bool> m_over = false;
    std::vector<std::thread> m_threads;
};

/// What is wrong with the log of a killed program: only its last line may be cut. Counts the lines.
QString readLog(const QString &name, int &lines)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return file.errorString();
    JsonlReader reader;
    for (const JsonlRecord &record : reader.feed(file.readAll())) {
        ++lines;
        if (!record.error.isEmpty())
            return record.error;
    }
    return {};
}

} // namespace

SoakResult SoakRows::kill(const SoakRun &run)
{
    const int rounds = run.size(5, 200);
    SoakResult result{.size = QStringLiteral("%1 x SIGKILL").arg(rounds)};
    std::minstd_rand random(run.seed);
    std::uniform_int_distribution<int> lifetime(20, 400); // milliseconds
    const QTemporaryDir folder;
    QString listen = QStringLiteral("127.0.0.1:0");
    int lines = 0;
    for (int round = 0; round < rounds; ++round) {
        const QString log = folder.filePath(QStringLiteral("events-%1").arg(round));
        ServedToFile server(log, listen);
        if (server.address().isNull()) {
            result.failures << QStringLiteral("round %1: %2")
                                   .arg(round)
                                   .arg(QString::fromLocal8Bit(server.program().errorOutput()));
            break;
        }
        listen = server.address().toString(); // the next one wants the same port at once
        {
            const Load load(server.address());
            std::this_thread::sleep_for(Milliseconds(lifetime(random)));
            server.program().sendSignal(SIGKILL);
            server.program().waitForExit();
        }
        if (const QString wrong = readLog(log, lines); !wrong.isEmpty())
            result.failures << QStringLiteral("round %1: %2").arg(round).arg(wrong);
        QFile::remove(log);
    }
    result.figures = QStringLiteral("%1 whole lines").arg(lines);
    return result;
}

} // namespace Teardown
