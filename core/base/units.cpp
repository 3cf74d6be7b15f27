// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/base/units.h"

#include "core/base/wholenumber.h"

#include <QStringView>

#include <iterator>

namespace Teardown {

namespace {

struct Unit
{
    QLatin1StringView name;
    qint64 factor;
};

// From small to large.
constexpr Unit durationUnits[]{{QLatin1StringView("ms"), 1},
                               {QLatin1StringView("s"), 1'000},
                               {QLatin1StringView("m"), 60'000},
                               {QLatin1StringView("h"), 3'600'000}};
constexpr Unit sizeUnits[]{{QLatin1StringView(""), 1},
                           {QLatin1StringView("KiB"), qint64{1} << 10},
                           {QLatin1StringView("MiB"), qint64{1} << 20},
                           {QLatin1StringView("GiB"), qint64{1} << 30},
                           {QLatin1StringView("TiB"), qint64{1} << 40}};

constexpr qint64 longestDuration = 24 * 3'600'000;
constexpr qint64 largestSize = qint64{1} << 40;

template <std::size_t N> const Unit *findUnit(const Unit (&units)[N], QStringView name)
{
    for (const Unit &unit : units) {
        if (name == unit.name)
            return &unit;
    }
    return nullptr;
}

template <std::size_t N> QString inLargestExactUnit(const Unit (&units)[N], qint64 value)
{
    const Unit *best = &units[0];
    for (const Unit &unit : units) {
        if (value % unit.factor == 0)
            best = &unit;
    }
    return QString::number(value / best->factor) + best->name;
}

qsizetype digitCount(QStringView text)
{
    qsizetype count = 0;
    while (count < text.size() && text[count] >= u'0' && text[count] <= u'9')
        ++count;
    return count;
}

} // namespace

Result<Milliseconds> parseDuration(const QString &text)
{
    if (text == u"off")
        return Milliseconds{0};

    const qsizetype digits = digitCount(text);
    const std::optional<qint64> number = parseWholeNumber(QStringView(text).left(digits));
    const Unit *unit = findUnit(durationUnits, QStringView(text).mid(digits));
    if (!number || !unit) {
        return Failure{QStringLiteral("\"%1\" is not a duration; use a whole number and a unit, "
                                      "such as 250ms, 5s, 2m or 1h, or off")
                           .arg(text)};
    }
    if (*number > longestDuration / unit->factor)
        return Failure{QStringLiteral("\"%1\" is too long; at most 24h").arg(text)};
    return Milliseconds{*number * unit->factor};
}

QString durationToken(Milliseconds duration)
{
    if (duration == Milliseconds::zero())
        return QStringLiteral("off");
    return inLargestExactUnit(durationUnits, duration.count());
}

Result<qint64> parseSize(const QString &text)
{
    const qsizetype digits = digitCount(text);
    const std::optional<qint64> number = parseWholeNumber(QStringView(text).left(digits));
    const Unit *unit = findUnit(sizeUnits, QStringView(text).mid(digits));
    if (!number || !unit) {
        return Failure{QStringLiteral("\"%1\" is not a size; use a whole number of bytes, or one "
                                      "with KiB, MiB, GiB or TiB, such as 64KiB")
                           .arg(text)};
    }
    if (*number > largestSize / unit->factor)
        return Failure{QStringLiteral("\"%1\" is too large; at most 1TiB").arg(text)};
    return *number * unit->factor;
}

QString sizeToken(qint64 bytes)
{
    if (bytes == 0)
        return QStringLiteral("0");
    return inLargestExactUnit(sizeUnits, bytes);
}

QString formatDuration(Milliseconds duration)
{
    const qint64 milliseconds = duration.count();
    if (milliseconds < 1'000)
        return QStringLiteral("%1 ms").arg(milliseconds);

    // Tenths are cut, not rounded: 59.96 s must not read "60.0 s".
    if (milliseconds < 60'000)
        return QStringLiteral("%1.%2 s").arg(milliseconds / 1'000).arg(milliseconds / 100 % 10);

    const qint64 seconds = milliseconds / 1'000;
    if (seconds < 3'600)
        return QStringLiteral("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return QStringLiteral("%1 h %2 min").arg(seconds / 3'600).arg(seconds / 60 % 60);
}

QString formatSize(qint64 bytes)
{
    const Unit *unit = &sizeUnits[0];
    qint64 whole = bytes;
    qint64 tenths = 0;
    for (const Unit *next = std::begin(sizeUnits) + 1; next != std::end(sizeUnits); ++next) {
        if (whole < 1'024)
            break;
        unit = next;
        whole = bytes / unit->factor;
        tenths = (bytes % unit->factor * 10 + unit->factor / 2) / unit->factor;
        if (tenths == 10) {
            ++whole;
            tenths = 0;
        }
    }
    if (unit == &sizeUnits[0])
        return QStringLiteral("%1 B").arg(bytes);
    return QStringLiteral("%1.%2 %3").arg(whole).arg(tenths).arg(unit->name);
}

} // namespace Teardown
