// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/monitor.h"
#include "tests/support/client.h"
#include "ui/panels/connectionspanel.h"
#include "ui/widgets/table.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QFileDialog>
#include <QLineEdit>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace Teardown {

/// The whole window, shown and active, over a real monitor.
class WindowFixture final
{
    Q_DISABLE_COPY_MOVE(WindowFixture)

public:
    static constexpr QSize smallScreen{1024, 700};

    explicit WindowFixture(const MonitorSettings &settings = {}, QSize size = smallScreen);

    Monitor monitor;
    MainWindow window;

    QAction *operator[](ActionId id) const { return window.actions()[id]; }

    /// Null when there is none.
    template <typename Widget> Widget *find(const QString &name = {}) const
    {
        return window.findChild<Widget *>(name);
    }

    ConnectionModel &connections() { return window.models().connections; }
    EndpointModel &endpoints() { return window.models().endpoints; }
    ConnectionsPanel &panel() const { return *find<ConnectionsPanel>(); }
    Table &table() const { return *panel().view(); }

    /// Opens a listener of the line service on any port of the loopback; the endpoint is shown.
    SocketAddress listen(const ConnectionSettings &settings = {});

    /// Waits until \a live connections live and \a ended have ended, as far as the window knows.
    bool waitForCounts(int live, int ended);

    /// Selects the connection from \a client alone. False when it is not in the table.
    bool select(const Client &client);

    /// What the table knows of the connection of \a client; null when nothing.
    const ConnectionRecord *record(const Client &client);

    /// Presses the keys of \a id where the focus is; it must be enabled.
    void press(ActionId id);

    /// Runs the program, beginning with \a act, until the window leaves it. The exit code, or -1
    /// when that takes longer than any test should.
    static int runUntilLeft(const std::function<void()> &act);

private:
    void activate();
};

/// Handles events until layouts are done: they show new widgets, which posts more events.
void settle();

/// Calls \a open, which opens a modal Dialog, and in its event loop \a use with it. What is still
/// open then is rejected. False when no such dialog came. May be nested.
template <typename Dialog, typename Open, typename Use> bool inDialog(Open open, Use use)
{
    const QPointer<QWidget> before = QApplication::activeModalWidget();
    const QDeadlineTimer patience(peerLimit);
    bool came = false;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] {
        const QPointer<QDialog> opened = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!opened || opened == before || !opened->isActiveWindow())
            return;
        auto *dialog = qobject_cast<Dialog *>(opened.data());
        if (!dialog && !patience.hasExpired())
            return; // one that an inner call answers
        look.stop();
        if (dialog) {
            came = true;
            use(*dialog);
        }
        if (opened && opened->isVisible())
            opened->reject();
    });
    look.start(1);
    open();
    return came;
}

/// Answers a file dialog with \a path.
inline void choose(QFileDialog &dialog, const QString &path)
{
    dialog.findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
    static_cast<QDialog &>(dialog).accept();
}

} // namespace Teardown
