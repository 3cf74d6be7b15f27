// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

// The engine's own I/O thread with an echo listener. At the end of a drain it prints the longest
// time that one pass of the thread's event loop took on the processor meanwhile, in nanoseconds.

#include "core/drain/drain.h"
#include "core/net/limits.h"
#include "core/net/listener.h"
#include "core/service/servicefactory.h"
#include "tests/bench/peers/peer.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QSocketNotifier>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Teardown;

namespace {

/// Lives in the thread it measures.
class PassMeter : public QObject
{
    Q_OBJECT

public:
    PassMeter()
    {
        // awake() comes once a pass (EpollDispatcher), and a wait takes no processor time.
        connect(QAbstractEventDispatcher::instance(),
                &QAbstractEventDispatcher::awake,
                this,
                &PassMeter::onPass);
    }

    std::chrono::nanoseconds takeLongest()
    {
        onPass(); // the pass that is running counts as well
        return std::exchange(m_longest, {});
    }

private:
    void onPass()
    {
        timespec used{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
        const auto now = std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
        m_longest = std::max(m_longest, now - m_before);
        m_before = now;
    }

    std::chrono::nanoseconds m_before{0};
    std::chrono::nanoseconds m_longest{0};
};

/// What EndpointTable and Monitor put together, with the meter in between.
class Engine : public QObject
{
    Q_OBJECT

public:
    Engine(const SocketAddress &address, int termination)
        : m_termination(termination, QSocketNotifier::Read)
    {
        m_shared.cap = connectionCap(1'000'000, raiseDescriptorLimit());
        m_threads.push_back(std::make_unique<IoThread>(std::size_t{0}, m_shared, true));
        m_meter = io().call([] { return std::make_unique<PassMeter>(); });
        m_drain = std::make_unique<Drain>(m_threads, std::nullopt);
        listen(address);
        connect(&m_termination, &QSocketNotifier::activated, this, &Engine::drain);
        connect(m_drain.get(), &Drain::finished, this, &Engine::report);
    }

    ~Engine() override
    {
        io().call([this] {
            delete m_listener;
            m_meter.reset();
        });
    }

private:
    const IoThread &io() const { return *m_threads.front(); }

    void listen(const SocketAddress &address)
    {
        const auto endpoint = std::make_shared<const EndpointConfig>(
            EndpointConfig{1,
                           Role::Server,
                           ServiceKind::Echo,
                           std::make_shared<const ConnectionSettings>(),
                           serviceFactory(ServiceKind::Echo, Role::Server)});
        const auto listening = io().call([&] {
            Worker &worker = io().worker();
            m_listener = new Listener(
                [&worker, endpoint](int descriptor, const SocketAddress &peer) {
                    worker.adopt(descriptor, peer, endpoint);
                },
                [&worker](const SocketAddress &peer) { worker.reject(1, peer); });
            return m_listener->start(address);
        });
        if (!listening)
            qFatal("%s", qPrintable(listening.error()));
    }

    void drain()
    {
        m_termination.setEnabled(false);
        io().call([this] {
            m_listener->stop();
            m_meter->takeLongest();
        });
        m_drain->begin(Milliseconds(60'000));
    }

    void report()
    {
        const auto longest = io().call([this] { return m_meter->takeLongest(); });
        std::printf("%lld\n", static_cast<long long>(longest.count()));
        QCoreApplication::quit();
    }

    SharedState m_shared;
    std::vector<std::unique_ptr<IoThread>> m_threads;
    std::unique_ptr<PassMeter> m_meter; ///< lives in the thread
    std::unique_ptr<Drain> m_drain;
    Listener *m_listener = nullptr; ///< lives in the thread
    QSocketNotifier m_termination;
};

} // namespace

int main(int argc, char **argv)
{
    const int termination = terminationDescriptor();
    const QCoreApplication app(argc, argv);
    const auto address = parseSocketAddress(QCoreApplication::arguments().value(1) % u':'
                                            % QCoreApplication::arguments().value(2));
    if (!address)
        qFatal("%s", qPrintable(address.error()));
    const Engine engine(*address, termination);
    return QCoreApplication::exec();
}

#include "peer_slices.moc"
