// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "app/commandmain.h"

#include "app/commandconnect.h"
#include "app/commanddemo.h"
#include "app/commandlab.h"
#include "app/commandline.h"
#include "app/commandserve.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <exception>

#include <fcntl.h>
#include <unistd.h>

namespace Teardown {

namespace {

int run(const CommandLine &line)
{
    switch (line.command) {
    case Command::Serve:
        return serve(line);
    case Command::Connect:
        return connectClients(line);
    case Command::Demo:
        return demonstrate(line);
    case Command::Window:
        break; // has a main of its own
    }
    Q_UNREACHABLE();
}

int run(const QString &program, QStringList arguments)
{
    if (!arguments.isEmpty() && arguments.first() == u"help") {
        arguments.removeAll(QStringLiteral("help"));
        arguments.append(QStringLiteral("--help"));
    }
    if (!arguments.isEmpty() && arguments.first() == u"lab")
        return lab(program, arguments.mid(1));
    const auto parsed = parseCommandLine(program, arguments);
    if (const auto *early = std::get_if<EarlyExit>(&parsed))
        return printAndExit(early->exitCode, early->text);
    return run(std::get<CommandLine>(parsed));
}

/// \a exitCode, unless all went well but what was printed did not arrive.
int withOutput(int exitCode)
{
    if (exitCode != ExitDone || (std::fflush(stdout) == 0 && std::ferror(stdout) == 0))
        return exitCode;
    std::fputs("teardown: cannot write to standard output: what was printed is not complete\n",
               stderr);
    return ExitCannot;
}

} // namespace

void prepareProcess()
{
    std::signal(SIGPIPE, SIG_IGN);
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        // Opened the wrong way round, so that using it is the error it would have been.
        const int direction = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY;
        if (::fcntl(descriptor, F_GETFD) == -1)
            ::open("/dev/null", direction);
    }
}

int runCommand(int argc, char **argv, int first, const QString &program)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setQuitLockEnabled(false);
    try {
        return withOutput(run(program, QCoreApplication::arguments().mid(first)));
    } catch (const std::exception &exception) {
        return printAndExit(ExitInternal,
                            QStringLiteral("%1: internal error: %2\n")
                                .arg(program, QString::fromLocal8Bit(exception.what())));
    }
}

int printAndExit(int exitCode, const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), exitCode == ExitDone ? stdout : stderr);
    return withOutput(exitCode);
}

} // namespace Teardown
