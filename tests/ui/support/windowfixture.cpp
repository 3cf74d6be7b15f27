// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/ui/support/windowfixture.h"

#include <QAction>
#include <QTest>

namespace Teardown {

WindowFixture::WindowFixture(const MonitorSettings &settings, QSize size)
    : monitor(settings)
    , window(monitor)
{
    // As in the desktop program.
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, &monitor, &Monitor::shutDown);
    window.resize(size);
    window.show();
    activate();
}

void WindowFixture::activate()
{
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        qFatal("the window does not become active");
}

SocketAddress WindowFixture::listen(const ConnectionSettings &settings)
{
    const auto opened = monitor.listen({.address = {QHostAddress(QHostAddress::LocalHost), 0},
                                        .service = ServiceKind::Line,
                                        .allowRemote = false,
                                        .settings = settings});
    if (!opened)
        qFatal("cannot listen: %s", qPrintable(opened.error()));
    monitor.takeBatch();
    return {QHostAddress(QHostAddress::LocalHost), opened->port};
}

bool WindowFixture::waitForCounts(int live, int ended)
{
    return QTest::qWaitFor(
        [&] { return connections().liveCount() == live && connections().endedCount() == ended; },
        static_cast<int>(peerLimit.count()));
}

bool WindowFixture::select(const Client &client)
{
    const ConnectionRecord *found = record(client);
    if (!found || !connections().rowOf(found->info().id))
        return false;
    panel().select(found->info().id);
    return true;
}

const ConnectionRecord *WindowFixture::record(const Client &client)
{
    for (const ConnectionId id : connections().connections()) {
        const ConnectionRecord *known = connections().find(id);
        if (known->info().peer.address == client.peer.source())
            return known;
    }
    return nullptr;
}

void settle()
{
    constexpr int rounds = 4; // language, new texts, their layout, the layout around them
    for (int round = 0; round < rounds; ++round)
        QCoreApplication::processEvents();
}

void WindowFixture::press(ActionId id)
{
    const QAction *action = (*this)[id];
    QVERIFY2(action->isEnabled(), qPrintable(action->objectName()));
    // Where there is no window manager, nobody else does it when a dialog has closed.
    if (!QApplication::activeWindow())
        activate();
    QWidget *focus = QApplication::focusWidget();
    QTest::keySequence(focus ? focus : &window, action->shortcut());
}

int WindowFixture::runUntilLeft(const std::function<void()> &act)
{
    QTimer::singleShot(0, qApp, act);
    QTimer limit;
    limit.callOnTimeout([] { QCoreApplication::exit(-1); });
    limit.start(3 * peerLimit);
    return QApplication::exec();
}

} // namespace Teardown
