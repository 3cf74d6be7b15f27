// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"

#include <QString>

#include <vector>

namespace Teardown {

struct ConnectionRecord;

/// One line of what is known about a connection, in the reader's language.
struct Fact
{
    QString name;
    QString value;

    bool operator==(const Fact &) const = default;
};

/// All that is known about \a record at \a now, the most telling first: of a live connection its
/// state, deadline and counters, of an ended one the verdict and the loss.
std::vector<Fact> factsOf(const ConnectionRecord &record, TimePoint now, const RunStart &start);

/// One sentence: how the connection ended, or how it is.
QString sentenceOf(const ConnectionRecord &record);

} // namespace Teardown
