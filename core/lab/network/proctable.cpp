// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/network/proctable.h"

#include <QFile>

namespace Teardown {

ThreadState threadState(pid_t process, pid_t thread)
{
    QFile file(QStringLiteral("/proc/%1/task/%2/stat").arg(process).arg(thread));
    if (!file.open(QIODevice::ReadOnly))
        return ThreadState::Other;
    // "PID (NAME) STATE …"; the name may hold anything.
    const QByteArray line = file.readAll();
    const qsizetype place = line.lastIndexOf(')') + 2;
    switch (place < line.size() ? line[place] : ' ') {
    case 'R':
        return ThreadState::Running;
    case 'S':
        return ThreadState::Sleeping;
    case 'T':
        return ThreadState::Stopped;
    default:
        return ThreadState::Other;
    }
}

} // namespace Teardown
