// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/actors/teardownactor.h"

#include "core/base/units.h"
#include "core/base/wholenumber.h"
#include "core/net/settings.h"

#include <iterator>

namespace Teardown {

namespace {

constexpr Milliseconds batchInterval{5};

QJsonObject reportFacts(const CloseReport &report)
{
    return {{QStringLiteral("endedBy"), token(report.verdict.endedBy)},
            {QStringLiteral("wire"), token(report.verdict.wire)},
            {QStringLiteral("reason"), token(report.verdict.reason)},
            {QStringLiteral("grade"), token(report.verdict.grade)},
            {QStringLiteral("phase"), token(report.phase)},
            {QStringLiteral("errno"), errnoName(report.error)},
            {QStringLiteral("bytesIn"), report.bytesIn},
            {QStringLiteral("bytesOut"), report.bytesOut},
            {QStringLiteral("undelivered"), report.undelivered},
            {QStringLiteral("unread"), report.unread},
            {QStringLiteral("truncated"), report.truncated}};
}

/// The reader has checked them.
MonitorSettings settingsOf(const Step &step)
{
    MonitorSettings settings;
    const QJsonObject wanted = step.arguments.value(QLatin1StringView("settings")).toObject();
    for (auto entry = wanted.begin(); entry != wanted.end(); ++entry) {
        if (const Setting *setting = findSetting(entry.key()))
            std::ignore = setting->apply(settings, entry.value().toString());
    }
    return settings;
}

ServiceKind serviceOf(const Step &step)
{
    const QString word = step.arguments.value(QLatin1StringView("service")).toString();
    return serviceKindFromToken(word).value_or(ServiceKind::Line);
}

} // namespace

TeardownActor::TeardownActor()
    : m_context(std::make_unique<QObject>())
{
    m_context->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_context.get(),
        [this] {
            MonitorSettings settings;
            settings.workers = 1;
            m_monitor = std::make_unique<Monitor>(settings);
            m_monitor->setBatchInterval(batchInterval);
            QObject::connect(m_monitor.get(),
                             &Monitor::batchTaken,
                             m_context.get(),
                             [this](const Batch &batch) { onBatch(batch); });
            QObject::connect(m_monitor.get(),
                             &Monitor::drainChanged,
                             m_context.get(),
                             [this](const DrainProgress &progress) { onDrain(progress); });
        },
        Qt::BlockingQueuedConnection);
}

TeardownActor::~TeardownActor()
{
    release();
    m_thread.quit();
    m_thread.wait();
}

CallResult TeardownActor::perform(const Step &step)
{
    CallResult result;
    QMetaObject::invokeMethod(
        m_context.get(), [&] { result = performHere(step); }, Qt::BlockingQueuedConnection);
    return result;
}

CallResult TeardownActor::performHere(const Step &step)
{
    const QString &operation = step.operation;
    m_monitor->takeBatch();
    if (operation == QLatin1StringView("serve"))
        return serve(step);
    if (operation == QLatin1StringView("dial"))
        return dial(step);
    if (operation == QLatin1StringView("closeInGoodOrder"))
        return end(step, CloseCommand::InGoodOrder);
    if (operation == QLatin1StringView("halfClose"))
        return end(step, CloseCommand::HalfClose);
    if (operation == QLatin1StringView("reset"))
        return end(step, CloseCommand::Reset);
    if (operation == QLatin1StringView("drain"))
        return drain(step);
    m_monitor->force();
    return {.call = QStringLiteral("force")};
}

CallResult TeardownActor::serve(const Step &step)
{
    // In a private network no home is on the loopback, and none can be reached from outside.
    const auto listening = m_monitor->listen({.address = addressIn(step, QLatin1StringView("home")),
                                              .service = serviceOf(step),
                                              .allowRemote = true,
                                              .settings = settingsOf(step).connection});
    if (!listening)
        return CallResult::failed(listening.error());
    const std::lock_guard lock(m_mutex);
    m_address = {QHostAddress(listening->host), listening->port};
    return {.call = QStringLiteral("serve %1").arg(token(serviceOf(step)))};
}

CallResult TeardownActor::dial(const Step &step)
{
    const SocketAddress target = addressIn(step, QLatin1StringView("address"));
    const auto dialled = m_monitor->connectTo({.target = {target.address.toString(), target.port},
                                               .hold = std::nullopt,
                                               .service = serviceOf(step),
                                               .settings = settingsOf(step).connection});
    if (!dialled)
        return CallResult::failed(dialled.error());
    return {.call = QStringLiteral("connect %1").arg(token(serviceOf(step)))};
}

CallResult TeardownActor::end(const Step &step, CloseCommand command)
{
    ConnectionId id = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (const Seen *seen = find(step.socket()))
            id = seen->info.id;
    }
    if (id == 0)
        return CallResult::failed(
            QStringLiteral("There is no connection \"%1\".").arg(step.socket()));
    m_monitor->end(std::array{id}, command);
    return {.call = step.operation};
}

CallResult TeardownActor::drain(const Step &step)
{
    const QString text = step.arguments.value(QLatin1StringView("deadline")).toString();
    const auto deadline = parseDuration(text);
    MonitorSettings settings = m_monitor->settings();
    settings.drainDeadline = deadline ? *deadline : settings.drainDeadline;
    m_monitor->setSettings(settings);
    m_monitor->requestDrain();
    return {.call = QStringLiteral("drain, deadline %1").arg(text)};
}

void TeardownActor::onBatch(const Batch &batch)
{
    const std::lock_guard lock(m_mutex);
    for (const Event &event : batch.events) {
        if (const auto *opened = std::get_if<OpenedEvent>(&event.body)) {
            m_connections[opened->info.id].info = opened->info;
            m_events.append(QStringLiteral("opened"));
        } else if (const auto *ended = std::get_if<EndedEvent>(&event.body)) {
            m_connections[ended->info.id] = {ended->info, reportFacts(*ended->report)};
            m_events.append(
                QString(QLatin1StringView("ended ") % token(ended->report->verdict.reason)));
        }
    }
}

void TeardownActor::onDrain(const DrainProgress &progress)
{
    const std::lock_guard lock(m_mutex);
    if (progress.stage != m_drain.stage)
        m_events.append(QString(QLatin1StringView("drain ") % token(progress.stage)));
    m_drain = progress;
}

const TeardownActor::Seen *TeardownActor::find(const QString &socket) const
{
    const auto number = parseWholeNumber(socket);
    const auto count = static_cast<qint64>(m_connections.size());
    const qint64 place = number.value_or(count);
    if (place < 1 || place > count)
        return nullptr;
    return &std::next(m_connections.begin(), place - 1)->second;
}

SocketAddress TeardownActor::address() const
{
    const std::lock_guard lock(m_mutex);
    return m_address;
}

std::optional<SocketEnds> TeardownActor::ends(const QString &socket) const
{
    const std::lock_guard lock(m_mutex);
    if (socket == QLatin1StringView("listener"))
        return SocketEnds{m_address, {}};
    const Seen *seen = find(socket);
    if (!seen || seen->info.local.isNull())
        return std::nullopt;
    return SocketEnds{seen->info.local, seen->info.peer};
}

QStringList TeardownActor::events() const
{
    const std::lock_guard lock(m_mutex);
    return m_events;
}

QJsonObject TeardownActor::facts(const QString &socket) const
{
    const std::lock_guard lock(m_mutex);
    QJsonObject facts{{QStringLiteral("drain"), token(m_drain.stage)},
                      {QStringLiteral("forced"), m_drain.forced}};
    if (const Seen *seen = find(socket); seen && !seen->report.isEmpty())
        facts.insert(QStringLiteral("report"), seen->report);
    return facts;
}

void TeardownActor::release()
{
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(
        m_context.get(), [this] { m_monitor.reset(); }, Qt::BlockingQueuedConnection);
}

} // namespace Teardown
