// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/quantities.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace Teardown {

namespace {

/// Rounded down, as everything here: a column that counts must not reach the next unit too early.
double toTenths(qint64 thousandths)
{
    const qint64 tenths = thousandths / 100;
    return static_cast<double>(tenths) / 10;
}

} // namespace

QString unknownText()
{
    return QStringLiteral("–");
}

QString compactDuration(Milliseconds duration)
{
    const qint64 milliseconds = std::max<qint64>(0, duration.count());
    const qint64 seconds = milliseconds / 1'000;
    if (seconds < 10) {
        return QCoreApplication::translate("Teardown::Quantities", "%1 s")
            .arg(toTenths(milliseconds), 0, 'f', 1);
    }
    if (seconds < 60)
        return QCoreApplication::translate("Teardown::Quantities", "%1 s").arg(seconds);
    if (seconds < 60 * 60)
        return QCoreApplication::translate("Teardown::Quantities", "%1 min").arg(seconds / 60);
    if (seconds < 24 * 60 * 60)
        return QCoreApplication::translate("Teardown::Quantities", "%1 h").arg(seconds / 3'600);
    return QCoreApplication::translate("Teardown::Quantities", "%1 d").arg(seconds / 86'400);
}

QString compactRoundTrip(std::chrono::microseconds rtt)
{
    const qint64 microseconds = std::max<qint64>(0, rtt.count());
    if (microseconds < 1'000)
        return QCoreApplication::translate("Teardown::Quantities", "%1 µs").arg(microseconds);
    if (microseconds < 10'000) {
        return QCoreApplication::translate("Teardown::Quantities", "%1 ms")
            .arg(toTenths(microseconds), 0, 'f', 1);
    }
    if (microseconds < 1'000'000)
        return QCoreApplication::translate("Teardown::Quantities", "%1 ms")
            .arg(microseconds / 1'000);
    return compactDuration(std::chrono::duration_cast<Milliseconds>(rtt));
}

QString spokenDuration(Milliseconds duration)
{
    const auto spoken = [](const char *text, qint64 count) {
        const qint64 shown = std::min<qint64>(count, std::numeric_limits<int>::max());
        return QCoreApplication::translate("Teardown::Quantities",
                                           text,
                                           nullptr,
                                           static_cast<int>(shown));
    };
    const qint64 seconds = std::max<qint64>(0, duration.count()) / 1'000;
    if (seconds < 60)
        return spoken(QT_TRANSLATE_N_NOOP("Teardown::Quantities", "%n second(s)"), seconds);
    if (seconds < 60 * 60)
        return spoken(QT_TRANSLATE_N_NOOP("Teardown::Quantities", "%n minute(s)"), seconds / 60);
    return spoken(QT_TRANSLATE_N_NOOP("Teardown::Quantities", "%n hour(s)"), seconds / 3'600);
}

QString absoluteTime(TimePoint time, const RunStart &start)
{
    const QDateTime wall = start.wallAt(time);
    return wall.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss.zzz");
}

static bool misleads(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // the marks for direction and everything without a width
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString escapedForDisplay(QStringView text)
{
    QString shown;
    shown.reserve(text.size());
    for (const char32_t character : text.toUcs4()) {
        if (misleads(character))
            shown += QStringLiteral("\\u{%1}").arg(static_cast<uint>(character), 0, 16);
        else
            shown += QChar::fromUcs4(character);
    }
    return shown;
}

} // namespace Teardown
