// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/rowfilter.h"

#include "ui/models/texts.h"

#include <algorithm>
#include <array>

namespace Teardown {

static_assert(allReasons.size() <= 32, "RowFilter::Values has a bit for every value");

static std::size_t bit(auto value)
{
    return static_cast<std::size_t>(value);
}

template <typename Enum> static bool isCalled(Enum value, const QString &word)
{
    return QString(token(value)).contains(word) || displayText(value).toCaseFolded().contains(word);
}

template <typename Enums> static std::bitset<32> valuesCalled(const QString &word, const Enums &all)
{
    std::bitset<32> values;
    for (const auto value : all)
        values.set(bit(value), isCalled(value, word));
    return values;
}

RowFilter::Word RowFilter::compile(const QString &word)
{
    Word compiled;
    compiled.folded = word;
    compiled.states = valuesCalled(word, allConnectionStates);
    compiled.roles = valuesCalled(word, std::array{Role::Server, Role::Client});
    compiled.services = valuesCalled(word, allServiceKinds);
    compiled.endedBys = valuesCalled(word,
                                     std::array{EndedBy::Local,
                                                EndedBy::Peer,
                                                EndedBy::Network,
                                                EndedBy::Unknown});
    compiled.wires = valuesCalled(word,
                                  std::array{Wire::Fin,
                                             Wire::Rst,
                                             Wire::FinThenRst,
                                             Wire::None,
                                             Wire::Unknown});
    compiled.reasons = valuesCalled(word, allReasons);
    compiled.draining = isCalled(Phase::Draining, word);
    return compiled;
}

void RowFilter::setText(const QString &text)
{
    m_text = text;
    m_words.clear();
    const QStringList words = text.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts);
    m_words.reserve(static_cast<std::size_t>(words.size()));
    for (const QString &word : words)
        m_words.push_back(compile(word));
}

bool RowFilter::isActive() const
{
    return !m_words.empty() || !m_endpoints.empty() || m_reason || m_endedHidden;
}

bool RowFilter::accepts(const ConnectionRecord &record) const
{
    if (m_endedHidden && record.hasEnded())
        return false;
    if (m_reason && !(record.hasEnded() && record.report->verdict.reason == *m_reason))
        return false;
    if (!m_endpoints.empty()
        && std::find(m_endpoints.begin(), m_endpoints.end(), record.info().endpoint)
            == m_endpoints.end())
        return false;
    return std::all_of(m_words.begin(), m_words.end(), [&record](const Word &word) {
        return contains(record, word);
    });
}

bool RowFilter::contains(const ConnectionRecord &record, const Word &word)
{
    const ConnectionInfo &info = record.info();
    const bool stateMatches = showsDraining(record.snapshot)
        ? word.draining
        : word.states.test(bit(record.snapshot.state));
    if (stateMatches || word.roles.test(bit(info.role)) || word.services.test(bit(info.service)))
        return true;
    if (record.hasEnded() && containsEnding(record.report->verdict, word))
        return true;
    return record.addresses.contains(word.folded);
}

bool RowFilter::containsEnding(const Verdict &verdict, const Word &word)
{
    return word.endedBys.test(bit(verdict.endedBy)) || word.wires.test(bit(verdict.wire))
        || word.reasons.test(bit(verdict.reason));
}

} // namespace Teardown
