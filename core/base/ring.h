// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <cstddef>
#include <deque>
#include <utility>

namespace Teardown {

/// Keeps the last \c capacity values and counts those it had to drop.
template <typename T> class Ring
{
public:
    explicit Ring(std::size_t capacity)
        : m_capacity(capacity)
    {
        Q_ASSERT(capacity > 0);
    }

    void push(T value)
    {
        if (m_values.size() == m_capacity) {
            m_values.pop_front();
            ++m_dropped;
        }
        m_values.push_back(std::move(value));
    }

    std::size_t size() const { return m_values.size(); }
    std::size_t capacity() const { return m_capacity; }
    quint64 dropped() const { return m_dropped; }

    /// 0 is the oldest value kept.
    const T &operator[](std::size_t index) const { return m_values[index]; }
    auto begin() const { return m_values.begin(); }
    auto end() const { return m_values.end(); }

private:
    std::deque<T> m_values;
    std::size_t m_capacity;
    quint64 m_dropped = 0;
};

} // namespace Teardown
