// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/bench/driver/table.h"

#include <algorithm>

namespace Teardown {

namespace {

QString withUnit(std::optional<double> known, Unit unit)
{
    if (!known)
        return figure({}, 0);
    const double value = *known;
    switch (unit) {
    case Unit::Ratio:
        return figure(value, 2);
    case Unit::Fraction:
        return u"1/" % figure(1 / value, 0);
    case Unit::PercentOfCore:
        return figure(value, 1) % u" % of a core";
    case Unit::Millisecond:
        return figure(value, 1) % u" ms";
    case Unit::Nanosecond:
        return figure(value, 1) % u" ns";
    case Unit::Kibibyte:
        return figure(value, 1) % u" KiB";
    }
    Q_UNREACHABLE();
}

QString bound(std::optional<double> value, Unit unit)
{
    return value ? QString(u"≤ " % withUnit(value, unit)) : withUnit(value, unit);
}

QString verdict(const Measure &measure)
{
    if (!measure.seen)
        return QStringLiteral("not measured");
    if (!measure.must)
        return {};
    if (*measure.seen > *measure.must)
        return QStringLiteral("MISSED");
    return *measure.seen > *measure.aim ? QStringLiteral("ok") : QStringLiteral("ok, aim reached");
}

/// Cells padded, so that the text reads well without a renderer too.
QString table(const QStringList &heads, const std::vector<QStringList> &rows)
{
    const auto columns = static_cast<std::size_t>(heads.size());
    std::vector<qsizetype> widths(columns, 3);
    const auto widen = [&](const QStringList &cells) {
        for (std::size_t i = 0; i < columns; ++i)
            widths[i] = std::max(widths[i], cells[qsizetype(i)].size());
    };
    widen(heads);
    std::for_each(rows.begin(), rows.end(), widen);

    const auto line = [&](const QStringList &cells) -> QString {
        QString text;
        for (std::size_t i = 0; i < columns; ++i) {
            const auto width = i == 0 ? widths[i] : -widths[i];
            const QString &cell = cells[qsizetype(i)];
            text += u"| " % (width > 0 ? cell.leftJustified(width) : cell.rightJustified(-width))
                % u' ';
        }
        return text % u"|\n";
    };
    QString rule = QStringLiteral("|");
    for (std::size_t i = 0; i < columns; ++i)
        rule += QString(widths[i] + 1, u'-') % (i == 0 ? u"-|" : u":|");
    QString text = line(heads) % rule % u'\n';
    for (const QStringList &row : rows)
        text += line(row);
    return text;
}

} // namespace

QString toText(const Findings &findings)
{
    std::vector<QStringList> rows;
    for (const Measure &measure : findings.measures) {
        rows.push_back({measure.name,
                        bound(measure.must, measure.unit),
                        bound(measure.aim, measure.unit),
                        withUnit(measure.seen, measure.unit),
                        verdict(measure)});
    }
    QString text = table({QStringLiteral("Measure"),
                          QStringLiteral("Must"),
                          QStringLiteral("Aim"),
                          QStringLiteral("Seen"),
                          QString()},
                         rows);
    for (const Detail &detail : findings.details)
        text += u'\n' % detail.title % u":\n\n" % table(detail.columns, detail.rows);
    return text;
}

QString figure(std::optional<double> value, int decimals)
{
    return value ? QString::number(*value, 'f', decimals) : QStringLiteral("–");
}

} // namespace Teardown
