// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/connectionstore.h"

#include <QString>

#include <bitset>
#include <optional>
#include <vector>

namespace Teardown {

/// Decides which connections the table shows.
///
/// The words of the text are looked up in tokens and translations once, when the text is set, so
/// that a row costs a few bit tests and a search in its addresses.
class RowFilter
{
public:
    /// See ConnectionModel::setTextFilter().
    void setText(const QString &text);
    const QString &text() const { return m_text; }

    void setReason(std::optional<Reason> reason) { m_reason = reason; }
    std::optional<Reason> reason() const { return m_reason; }

    void setEndpoints(std::vector<EndpointId> endpoints) { m_endpoints = std::move(endpoints); }
    const std::vector<EndpointId> &endpoints() const { return m_endpoints; }

    void setEndedHidden(bool hidden) { m_endedHidden = hidden; }
    bool isEndedHidden() const { return m_endedHidden; }

    /// Looks the words up again in the language now installed.
    void retranslate() { setText(m_text); }

    bool isActive() const;
    bool accepts(const ConnectionRecord &record) const;

private:
    /// Of an enum, the values meant.
    using Values = std::bitset<32>;

    struct Word
    {
        QString folded;
        Values states;
        Values roles;
        Values services;
        Values endedBys;
        Values wires;
        Values reasons;
        bool draining = false;
    };

    static Word compile(const QString &word);
    static bool contains(const ConnectionRecord &record, const Word &word);
    static bool containsEnding(const Verdict &verdict, const Word &word);

    QString m_text;
    std::vector<Word> m_words;
    std::vector<EndpointId> m_endpoints;
    std::optional<Reason> m_reason;
    bool m_endedHidden = false;
};

} // namespace Teardown
