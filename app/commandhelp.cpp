// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "app/commandhelp.h"

#include "app/commandoptions.h"

#include <algorithm>

namespace Teardown {

namespace {

struct HelpRow
{
    QString left;
    QString right;
};

/// Two columns; the right one starts where the widest entry of the left one ends.
QString aligned(const std::vector<HelpRow> &rows)
{
    qsizetype width = 0;
    for (const HelpRow &row : rows)
        width = std::max(width, row.left.size());
    QString text;
    for (const HelpRow &row : rows)
        text += QStringLiteral("  %1  %2\n").arg(row.left.leftJustified(width), row.right);
    return text;
}

HelpRow helpRow(const CommandOption &option)
{
    HelpRow row{QStringLiteral("--%1").arg(option.name), option.meaning};
    if (!option.value.isEmpty())
        row.left += u' ' + option.value;
    if (!option.defaultValue.isEmpty())
        row.right += QStringLiteral(" [%1]").arg(option.defaultValue);
    return row;
}

HelpRow rowOfHelp()
{
    return {QStringLiteral("--help"), QStringLiteral("show this and end")};
}

HelpRow rowOfVersion()
{
    return {QStringLiteral("--version"), QStringLiteral("show the version and end")};
}

} // namespace

QString generalHelp(const QString &program)
{
    std::vector<HelpRow> commands;
    for (const CommandName &name : allCommands()) {
        if (name.command != Command::Window) {
            commands.push_back({QStringLiteral("%1 %2").arg(QLatin1StringView(name.word),
                                                            QLatin1StringView(name.arguments)),
                                QString::fromLatin1(name.meaning)});
        }
    }
    commands.push_back({QStringLiteral("lab list|check|run …"),
                        QStringLiteral("the close lab: every way a connection can end")});
    return QStringLiteral("Usage: %1 COMMAND [options]\n"
                          "Tells why each TCP connection ended.\n"
                          "\n"
                          "Commands:\n"
                          "%2"
                          "\n"
                          "Options:\n"
                          "%3"
                          "\n"
                          "'%1 COMMAND --help' shows the options of a command.\n")
        .arg(program, aligned(commands), aligned({rowOfHelp(), rowOfVersion()}));
}

QString commandHelp(const QString &program, Command command)
{
    const CommandName &name = nameOf(command);
    std::vector<HelpRow> rows;
    for (const CommandOption &option : optionsOf(command))
        rows.push_back(helpRow(option));
    rows.push_back(rowOfHelp());
    if (command == Command::Window)
        rows.push_back(rowOfVersion());

    QStringList usage{program};
    if (*name.word)
        usage.append(QString::fromLatin1(name.word));
    usage.append(QString::fromLatin1(name.arguments));
    QString meaning = QString::fromLatin1(name.meaning);
    meaning[0] = meaning[0].toUpper();
    return QStringLiteral("Usage: %1\n"
                          "%2.\n"
                          "\n"
                          "Options:\n"
                          "%3"
                          "\n"
                          "DURATION is a number with ms, s, m or h, such as 250ms or 5s; off "
                          "disables.\n"
                          "SIZE is a number of bytes, or one with KiB, MiB or GiB.\n"
                          "Every option may be given as a variable as well, such as "
                          "TEARDOWN_READ_DEADLINE=5s;\n"
                          "the command line wins.\n")
        .arg(usage.join(u' '), meaning, aligned(rows));
}

QString versionText(const QString &program)
{
    return QStringLiteral("%1 %2\n").arg(program, QStringLiteral(TEARDOWN_VERSION));
}

} // namespace Teardown
