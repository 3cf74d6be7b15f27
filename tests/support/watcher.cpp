// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/watcher.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

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
    static const QRegularExpression line(QStringLiteral("^tfd:\\s+(\\d+) events:\\s+([0-9a-f]+)"),
                                         QRegularExpression::MultilineOption);
    const QDir folder(QStringLiteral("/proc/self/fdinfo"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile info(folder.filePath(name));
        if (!info.open(QFile::ReadOnly))
            continue; // that of the folder itself
        const QString text = QString::fromLatin1(info.readAll());
        for (auto matches = line.globalMatch(text); matches.hasNext();) {
            const auto match = matches.next();
            if (match.captured(1).toInt() == descriptor)
                return match.captured(2).toUInt(nullptr, 16) & ~quint32(EPOLLHUP | EPOLLERR);
        }
    }
    return 0;
}

Watcher::Watcher(int descriptor, QSocketNotifier::Type type)
    : notifier(std::make_unique<QSocketNotifier>(descriptor, type))
{
    QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), [this] {
        masks.append(dispatcher().currentEvents());
        if (react)
            react();
    });
}

} // namespace Teardown
