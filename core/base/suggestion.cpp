// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/base/suggestion.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace Teardown {

namespace {

/// Levenshtein's distance.
std::size_t distance(QStringView a, QStringView b)
{
    std::vector<std::size_t> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = j;
    for (qsizetype i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], static_cast<std::size_t>(i) + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool same = a[i] == b[static_cast<qsizetype>(j) - 1];
            const std::size_t changed = diagonal + (same ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

} // namespace

QString suggestion(QStringView word, const QStringList &words, QStringView prefix)
{
    const auto near = [&](const QString &candidate) {
        return distance(word.toString().toLower(), candidate.toLower());
    };
    const auto best
        = std::min_element(words.begin(), words.end(), [&](const QString &a, const QString &b) {
              return near(a) < near(b);
          });
    if (best == words.end() || near(*best) > static_cast<std::size_t>(best->size()) / 2)
        return {};
    return QStringLiteral("; did you mean \"%1%2\"?").arg(prefix, *best);
}

} // namespace Teardown
