// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace Teardown {

enum class Unit {
    Ratio, ///< 1.18
    Fraction, ///< of one: 1/31
    PercentOfCore, ///< 3.1 %
    Millisecond,
    Nanosecond,
    Kibibyte,
};

/// One line of the result. Less is better.
struct Measure
{
    QString name;
    Unit unit = Unit::Ratio;
    std::optional<double> must; ///< nothing: only told
    std::optional<double> aim;
    std::optional<double> seen; ///< nothing: could not be measured
};

/// Figures behind a measure: what was seen of each competitor.
struct Detail
{
    QString title; ///< with the unit
    QStringList columns;
    std::vector<QStringList> rows; ///< as many cells as columns
};

/// What one benchmark found.
struct Findings
{
    std::vector<Measure> measures;
    std::vector<Detail> details;
};

/// The measures as one Markdown table, then the details as one each.
QString toText(const Findings &findings);

/// \a value with \a decimals; "–" when there is none.
QString figure(std::optional<double> value, int decimals);

} // namespace Teardown
