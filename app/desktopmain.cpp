// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "app/commandline.h"
#include "app/commandmain.h"
#include "core/demo/demo.h"
#include "core/drain/quitsignals.h"
#include "ui/window/language.h"
#include "ui/window/mainwindow.h"
#include "ui/window/preferences.h"

#include <QApplication>
#include <QMessageBox>
#include <QTimer>

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

using namespace Teardown;

namespace {

/// What the command line asked for is on the screen first; what failed is told by the window's own
/// means.
void startEndpoints(const CommandLine &line, Monitor &monitor, QWidget &window)
{
    QStringList failures;
    for (const SocketAddress &address : line.listen) {
        const auto listening = monitor.listen({.address = address,
                                               .service = line.service,
                                               .allowRemote = line.allowRemote,
                                               .settings = line.settings.connection});
        if (!listening)
            failures += listening.error();
    }
    if (!failures.isEmpty())
        QMessageBox::warning(&window, QCoreApplication::applicationName(), failures.join(u'\n'));
}

/// The first signal asks to leave as a person would, the second ends at once.
void connectSignals(const QuitSignals &quitSignals, const Monitor &monitor, MainWindow &window)
{
    const auto onSignal = [&monitor, &window, wasAsked = false](int signo) mutable {
        // Unless Keep Running came in between.
        if (std::exchange(wasAsked, true) && monitor.stage() >= DrainStage::Draining)
            QCoreApplication::exit(ExitSignalBase + signo);
        else
            window.close();
    };
    QObject::connect(&quitSignals, &QuitSignals::requested, &window, onSignal);
}

bool asksForText(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        return std::strcmp(argument, "--help") == 0 || std::strcmp(argument, "-h") == 0
            || std::strcmp(argument, "--version") == 0 || std::strcmp(argument, "-v") == 0;
    });
}

/// What a QApplication would end the process for, in words of its own.
bool hasDisplay(int argc, char **argv)
{
    const auto isSet = [](const char *variable) {
        return !qEnvironmentVariableIsEmpty(variable);
    };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM")
        || std::any_of(argv + 1, argv + argc, [](const char *argument) {
               return std::strstr(argument, "-platform") || std::strstr(argument, "-display");
           });
}

int runWindow(const CommandLine &line)
{
    Monitor monitor(line.settings);
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, &monitor, &Monitor::shutDown);
    MainWindow window(monitor);
    const QuitSignals quitSignals;
    connectSignals(quitSignals, monitor, window);
    window.show();

    std::unique_ptr<Demo> demo;
    if (line.demo) {
        demo = std::make_unique<Demo>(monitor);
        demo->start(Demo::Mode::Lively);
    }
    QTimer::singleShot(0, &window, [&] { startEndpoints(line, monitor, window); });
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    prepareProcess();
    if (argc > 1 && std::strcmp(argv[1], "--headless") == 0)
        return runCommand(argc, argv, 2, QStringLiteral("teardown --headless"));

    QCoreApplication::setOrganizationName(QStringLiteral("teardown"));
    QCoreApplication::setApplicationName(QStringLiteral("Teardown"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TEARDOWN_VERSION));
    QCoreApplication::setQuitLockEnabled(false);
    QApplication::setQuitOnLastWindowClosed(false);

    if (!asksForText(argc, argv) && !hasDisplay(argc, argv))
        return printAndExit(ExitCannot,
                            QStringLiteral("teardown: there is no display (DISPLAY and "
                                           "WAYLAND_DISPLAY are not set); use teardown-cli\n"));

    // --help must work where there is no display to make a QApplication for.
    std::unique_ptr<QCoreApplication> application;
    if (asksForText(argc, argv))
        application = std::make_unique<QCoreApplication>(argc, argv);
    else
        application = std::make_unique<QApplication>(argc, argv);
    const auto parsed = parseWindowArguments(QStringLiteral("teardown"),
                                             QCoreApplication::arguments().mid(1),
                                             loadProgramSettings({}));
    if (const auto *early = std::get_if<EarlyExit>(&parsed))
        return printAndExit(early->exitCode, early->text);
    const auto &line = std::get<CommandLine>(parsed);
    if (!installLanguage(line.language.isEmpty() ? loadPreferences().language : line.language))
        return printAndExit(ExitUsage,
                            QStringLiteral("teardown: --lang %1 is not known: use en or zh_CN\n")
                                .arg(line.language));
    return runWindow(line);
}
