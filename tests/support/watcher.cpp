// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/watcher.h"

#include <QDir>
#include <QFile>

#include <sys/epoll.h>

namespace Teardown {

EpollDispatcher &dispatcher()
{
    auto *dispatcher = qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance());
    Q_ASSERT(dispatcher);
    return *dispatcher;
}

bool pass(QEventLoop::ProcessEventsFlags flags)
{
    return dispatcher().processEvents(flags);
}

quint32 armedEvents(int descriptor)
{
    const QDir folder(QStringLiteral("/proc/self/fdinfo"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile info(folder.filePath(name));
        if (!info.open(QFile::ReadOnly))
            continue; // that of the folder itself
        const auto lines = info.readAll().split('\n');
        for (const QByteArray &line : lines) { // "tfd:        5 events:       19 data: ..."
            const auto words = line.simplified().split(' ');
            if (words.size() >= 4 && words[0] == "tfd:" && words[1].toInt() == descriptor)
                return words[3].toUInt(nullptr, 16) & ~quint32(EPOLLHUP | EPOLLERR);
        }
    }
    return 0;
}

Watcher::Watcher(int descriptor, QSocketNotifier::Type type)
    : notifier(std::make_unique<QSocketNotifier>(descriptor, type))
{
    QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), [this] {
        ++m_count;
        if (react)
            react();
    });
}

} // namespace Teardown
