// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/processfigures.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

namespace Teardown::ProcessFigures {

namespace {

QByteArray contents(pid_t process, const char *file)
{
    QFile entry(QStringLiteral("/proc/%1/%2").arg(process).arg(QLatin1StringView(file)));
    return entry.open(QIODevice::ReadOnly) ? entry.readAll() : QByteArray();
}

} // namespace

qint64 residentBytes(pid_t process)
{
    const QList<QByteArray> pages = contents(process, "statm").split(' ');
    return pages.size() > 1 ? pages[1].toLongLong() * ::sysconf(_SC_PAGESIZE) : 0;
}

Milliseconds cpuTime(pid_t process)
{
    // The name, in parentheses, may hold anything; the fields after it are counted.
    const QByteArray stat = contents(process, "stat");
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    constexpr int userTicks = 11;
    if (fields.size() < userTicks + 2)
        return Milliseconds{0};
    const qint64 ticks = fields[userTicks].toLongLong() + fields[userTicks + 1].toLongLong();
    return Milliseconds(ticks * 1'000 / ::sysconf(_SC_CLK_TCK));
}

int descriptors(pid_t process)
{
    const QDir folder(QStringLiteral("/proc/%1/fd").arg(process));
    return static_cast<int>(
        folder.entryList(QDir::System | QDir::NoDotAndDotDot | QDir::Files).size());
}

} // namespace Teardown::ProcessFigures
