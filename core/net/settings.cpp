// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/net/settings.h"

#include "core/base/units.h"
#include "core/base/wholenumber.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <type_traits>

namespace Teardown {

namespace {

using Scope = Setting::Scope;
using Kind = Setting::Kind;

constexpr Milliseconds shortest{10}; // the deadlines tick every 20 ms
constexpr Milliseconds longest = std::chrono::hours(24);
constexpr Milliseconds longestKeepalive = std::chrono::hours(9); // 32767 s (tcp(7), TCP_KEEPIDLE)
constexpr qint64 kibi = 1024;
constexpr qint64 mebi = 1024 * kibi;

/// The three texts of a setting.
struct Text
{
    const char *name;
    const char *label;
    const char *meaning;
};

template <typename Owner>
constexpr Scope scopeOf
    = std::is_same_v<Owner, ConnectionSettings> ? Scope::Connection : Scope::Program;

template <typename Owner>
constexpr Setting duration(const Text &text,
                           Milliseconds Owner::*field,
                           Milliseconds lowest = shortest,
                           Milliseconds highest = longest)
{
    return {.name = text.name,
            .label = text.label,
            .meaning = text.meaning,
            .scope = scopeOf<Owner>,
            .kind = Kind::Duration,
            .field = field,
            .lowest = lowest.count(),
            .highest = highest.count()};
}

constexpr Setting
size(const Text &text, qint64 ConnectionSettings::*field, qint64 lowest, qint64 highest)
{
    return {.name = text.name,
            .label = text.label,
            .meaning = text.meaning,
            .scope = Scope::Connection,
            .kind = Kind::Size,
            .field = field,
            .lowest = lowest,
            .highest = highest};
}

constexpr Setting count(const Text &text, int MonitorSettings::*field, int lowest, int highest)
{
    return {.name = text.name,
            .label = text.label,
            .meaning = text.meaning,
            .scope = Scope::Program,
            .kind = Kind::Count,
            .field = field,
            .lowest = lowest,
            .highest = highest};
}

template <typename Owner> constexpr Setting onOff(const Text &text, bool Owner::*field)
{
    return {.name = text.name,
            .label = text.label,
            .meaning = text.meaning,
            .scope = scopeOf<Owner>,
            .kind = Kind::Switch,
            .field = field,
            .lowest = 0,
            .highest = 1};
}

constexpr Setting clientOnly(Setting setting)
{
    setting.clientOnly = true;
    return setting;
}

constexpr std::array settingTable{
    duration({"heartbeat",
              QT_TRANSLATE_NOOP("Teardown::Settings", "Heartbeat interval"),
              QT_TRANSLATE_NOOP("Teardown::Settings",
                                "a PING goes out after this much silence (service line)")},
             &ConnectionSettings::heartbeat),
    duration({"heartbeat-timeout",
              QT_TRANSLATE_NOOP("Teardown::Settings", "Heartbeat timeout"),
              QT_TRANSLATE_NOOP(
                  "Teardown::Settings",
                  "reset after this long without a sign of life; longer than the interval")},
             &ConnectionSettings::heartbeatTimeout),
    duration({"read-deadline",
              QT_TRANSLATE_NOOP("Teardown::Settings", "Read deadline"),
              QT_TRANSLATE_NOOP("Teardown::Settings",
                                "a request that has begun must be complete within this time")},
             &ConnectionSettings::readDeadline),
    duration(
        {"write-deadline",
         QT_TRANSLATE_NOOP("Teardown::Settings", "Write deadline"),
         QT_TRANSLATE_NOOP("Teardown::Settings",
                           "the peer must acknowledge some of the unsent bytes within this time")},
        &ConnectionSettings::writeDeadline),
    duration({"idle-timeout",
              QT_TRANSLATE_NOOP("Teardown::Settings", "Idle timeout"),
              QT_TRANSLATE_NOOP("Teardown::Settings",
                                "reset when nothing was received or sent for this long")},
             &ConnectionSettings::idleTimeout),
    duration({"keepalive",
              QT_TRANSLATE_NOOP("Teardown::Settings", "Kernel keepalive"),
              QT_TRANSLATE_NOOP(
                  "Teardown::Settings",
                  "the kernel probes after this much silence; rounded up to whole seconds")},
             &ConnectionSettings::keepalive,
             std::chrono::seconds(1),
             longestKeepalive),
    duration(
        {"user-timeout",
         QT_TRANSLATE_NOOP("Teardown::Settings", "Kernel user timeout"),
         QT_TRANSLATE_NOOP("Teardown::Settings",
                           "the kernel gives up bytes that stay unacknowledged for this long")},
        &ConnectionSettings::userTimeout),
    clientOnly(duration({"connect-deadline",
                         QT_TRANSLATE_NOOP("Teardown::Settings", "Connect deadline"),
                         QT_TRANSLATE_NOOP("Teardown::Settings",
                                           "a client must be connected within this time")},
                        &ConnectionSettings::connectDeadline)),
    duration({"linger-idle",
              QT_TRANSLATE_NOOP("Teardown::Settings", "Linger, silent peer"),
              QT_TRANSLATE_NOOP("Teardown::Settings",
                                "after our FIN, how long the peer may be silent before its own")},
             &ConnectionSettings::lingerIdle),
    duration({"linger-total",
              QT_TRANSLATE_NOOP("Teardown::Settings", "Linger, in all"),
              QT_TRANSLATE_NOOP("Teardown::Settings",
                                "after our FIN, how long the peer may take for its own in all")},
             &ConnectionSettings::lingerTotal),
    duration(
        {"drain-deadline",
         QT_TRANSLATE_NOOP("Teardown::Settings", "Drain deadline"),
         QT_TRANSLATE_NOOP("Teardown::Settings",
                           "what a drain has not ended by then is reset; off: only on request")},
        &MonitorSettings::drainDeadline),
    count({"max-connections",
           QT_TRANSLATE_NOOP("Teardown::Settings", "Connection limit"),
           QT_TRANSLATE_NOOP("Teardown::Settings",
                             "more are turned away; capped by the limit of open files less 64")},
          &MonitorSettings::maxConnections,
          1,
          1'000'000),
    size({"read-buffer",
          QT_TRANSLATE_NOOP("Teardown::Settings", "Read buffer"),
          QT_TRANSLATE_NOOP("Teardown::Settings",
                            "received and not yet processed, per connection")},
         &ConnectionSettings::readBuffer,
         kibi,
         64 * mebi),
    size({"write-limit",
          QT_TRANSLATE_NOOP("Teardown::Settings", "Write limit"),
          QT_TRANSLATE_NOOP("Teardown::Settings",
                            "queued for sending, per connection; reading pauses above it")},
         &ConnectionSettings::writeLimit,
         kibi,
         64 * mebi),
    size({"max-line",
          QT_TRANSLATE_NOOP("Teardown::Settings", "Longest line"),
          QT_TRANSLATE_NOOP("Teardown::Settings",
                            "a longer line is a protocol error (service line)")},
         &ConnectionSettings::maxLine,
         64,
         mebi),
    count({"workers",
           QT_TRANSLATE_NOOP("Teardown::Settings", "I/O threads"),
           QT_TRANSLATE_NOOP("Teardown::Settings",
                             "threads for the network; 0 means one less than there are cores")},
          &MonitorSettings::workers,
          0,
          64),
    onOff(
        {"end-gate",
         QT_TRANSLATE_NOOP("Teardown::Settings", "End gate"),
         QT_TRANSLATE_NOOP("Teardown::Settings",
                           "look at each end before Qt does; off shows what Qt alone would know")},
        &ConnectionSettings::endGate),
    onOff({"epoll",
           QT_TRANSLATE_NOOP("Teardown::Settings", "Wait by epoll"),
           QT_TRANSLATE_NOOP("Teardown::Settings",
                             "the I/O threads wait by epoll; off takes Qt's own event dispatcher")},
          &MonitorSettings::epoll),
};

/// The part of \a settings that has the field.
template <typename Owner> auto &ownerOf(auto &settings)
{
    if constexpr (std::is_same_v<Owner, ConnectionSettings>)
        return settings.connection;
    else
        return settings;
}

qint64 toNumber(Milliseconds value)
{
    return value.count();
}

qint64 toNumber(qint64 value)
{
    return value;
}

qint64 load(const MonitorSettings &settings, const Setting::Field &field)
{
    return std::visit([&]<typename Value, typename Owner>(
                          Value Owner::*
                              member) { return toNumber(ownerOf<Owner>(settings).*member); },
                      field);
}

void store(MonitorSettings &settings, const Setting::Field &field, qint64 number)
{
    std::visit([&]<typename Value, typename Owner>(
                   Value Owner::*
                       member) { ownerOf<Owner>(settings).*member = static_cast<Value>(number); },
               field);
}

QString tokenOf(Kind kind, qint64 number)
{
    switch (kind) {
    case Kind::Duration:
        return durationToken(Milliseconds{number});
    case Kind::Size:
        return sizeToken(number);
    case Kind::Count:
        return QString::number(number);
    case Kind::Switch:
        return number != 0 ? QStringLiteral("on") : QStringLiteral("off");
    }
    Q_UNREACHABLE();
}

std::optional<qint64> parse(Kind kind, const QString &text)
{
    switch (kind) {
    case Kind::Duration: {
        const Result<Milliseconds> duration = parseDuration(text);
        return duration ? std::optional<qint64>(duration->count()) : std::nullopt;
    }
    case Kind::Size: {
        const Result<qint64> size = parseSize(text);
        return size ? std::optional<qint64>(*size) : std::nullopt;
    }
    case Kind::Count:
        return parseWholeNumber(text);
    case Kind::Switch:
        if (text == u"on" || text == u"off")
            return text == u"on" ? 1 : 0;
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace

QString Setting::allowed() const
{
    const QString from = tokenOf(kind, lowest);
    const QString to = tokenOf(kind, highest);
    switch (kind) {
    case Kind::Duration:
        return QStringLiteral("a duration from %1 to %2, such as 250ms, 5s, 2m, or off")
            .arg(from, to);
    case Kind::Size:
        return QStringLiteral("a size from %1 to %2, such as 4096, 64KiB, 1MiB").arg(from, to);
    case Kind::Count:
        return QStringLiteral("a whole number from %1 to %2").arg(from, to);
    case Kind::Switch:
        return QStringLiteral("on or off");
    }
    Q_UNREACHABLE();
}

QString Setting::value(const MonitorSettings &settings) const
{
    return tokenOf(kind, load(settings, field));
}

Result<bool> Setting::apply(MonitorSettings &settings, const QString &text) const
{
    const std::optional<qint64> number = parse(kind, text);
    const bool isOff = kind == Kind::Duration && number == 0;
    if (!number || (!isOff && (*number < lowest || *number > highest))) {
        return Failure{
            QStringLiteral("--%1: \"%2\" is not %3").arg(QLatin1StringView(name), text, allowed())};
    }
    store(settings, field, *number);
    return true;
}

std::span<const Setting> allSettings()
{
    return settingTable;
}

const Setting *findSetting(QStringView name)
{
    const auto found
        = std::find_if(settingTable.begin(), settingTable.end(), [name](const Setting &setting) {
              return name == QLatin1StringView(setting.name);
          });
    return found == settingTable.end() ? nullptr : &*found;
}

Result<bool> checkTogether(const MonitorSettings &settings)
{
    const ConnectionSettings &connection = settings.connection;
    const bool bothAreOn
        = connection.heartbeat.count() > 0 && connection.heartbeatTimeout.count() > 0;
    if (bothAreOn && connection.heartbeatTimeout <= connection.heartbeat) {
        return Failure{QStringLiteral("--heartbeat-timeout %1 must be longer than --heartbeat %2")
                           .arg(durationToken(connection.heartbeatTimeout),
                                durationToken(connection.heartbeat))};
    }
    return true;
}

} // namespace Teardown
