// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/eventtext.h"

#include "core/base/units.h"
#include "ui/models/quantities.h"
#include "ui/models/texts.h"

#include <QCoreApplication>
#include <QLocale>

namespace Teardown {

namespace {

struct KindText
{
    QString operator()(const ListeningEvent &) const
    {
        return QCoreApplication::translate("Teardown::EventKind", "listening");
    }
    QString operator()(const OpenedEvent &) const
    {
        return QCoreApplication::translate("Teardown::EventKind", "opened");
    }
    QString operator()(const EndedEvent &) const
    {
        return QCoreApplication::translate("Teardown::EventKind", "ended");
    }
    QString operator()(const RejectedEvent &) const
    {
        return QCoreApplication::translate("Teardown::EventKind", "rejected");
    }
    QString operator()(const DrainEvent &) const
    {
        return QCoreApplication::translate("Teardown::EventKind", "drain");
    }
    QString operator()(const StatsEvent &) const
    {
        return QCoreApplication::translate("Teardown::EventKind", "figures");
    }
};

QString addressText(const SocketAddress &address)
{
    return address.isNull() ? unknownText() : address.toString();
}

struct LineText
{
    QString operator()(const ListeningEvent &event) const
    {
        return QCoreApplication::translate("Teardown::EventText", "%1, service %2")
            .arg(addressText(event.address), displayText(event.service));
    }
    QString operator()(const OpenedEvent &event) const
    {
        const QString text = event.info.role == Role::Server
            ? QCoreApplication::translate("Teardown::EventText", "from %1 at %2")
            : QCoreApplication::translate("Teardown::EventText", "to %1 from %2");
        return text.arg(addressText(event.info.peer), addressText(event.info.local));
    }
    QString operator()(const EndedEvent &event) const { return summaryText(*event.report); }
    QString operator()(const RejectedEvent &event) const
    {
        return QCoreApplication::translate("Teardown::EventText", "%1: %2", "address, reason")
            .arg(addressText(event.peer), displayText(event.reason));
    }
    QString operator()(const DrainEvent &event) const
    {
        const DrainProgress &progress = event.progress;
        return QCoreApplication::translate("Teardown::EventText",
                                           "%1: %2 of %3 ended, %4 reset, %5 lost")
            .arg(displayText(progress.stage),
                 QLocale().toString(progress.total - progress.open),
                 QLocale().toString(progress.total),
                 QLocale().toString(progress.forced),
                 formatSize(progress.undelivered));
    }
    QString operator()(const StatsEvent &event) const
    {
        return QCoreApplication::translate("Teardown::EventText",
                                           "%1 open, %2 ended, %3 in, %4 out, loop %5 ms")
            .arg(QLocale().toString(event.open),
                 QLocale().toString(event.ended),
                 formatSize(static_cast<qint64>(event.bytesIn)),
                 formatSize(static_cast<qint64>(event.bytesOut)),
                 QString::number(event.loopLagMs, 'f', 1));
    }
};

} // namespace

QString eventKindText(const Event &event)
{
    return std::visit(KindText{}, event.body);
}

QString eventText(const Event &event)
{
    return std::visit(LineText{}, event.body);
}

ConnectionId connectionOf(const Event &event)
{
    if (const auto *opened = std::get_if<OpenedEvent>(&event.body))
        return opened->info.id;
    if (const auto *ended = std::get_if<EndedEvent>(&event.body))
        return ended->info.id;
    return 0;
}

} // namespace Teardown
