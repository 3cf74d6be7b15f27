// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>
#include <utility>

namespace Teardown {

/// Why something expected did not work: what, where and what to do, in one English sentence.
struct Failure
{
    QString text;
};

/// A value, or the reason why there is none. Expected failures travel as values, never as
/// exceptions.
template <typename T> class [[nodiscard]] Result
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): returning a value reads naturally
        : m_value(std::move(value))
    {
    }
    Result(Failure failure) // NOLINT(google-explicit-constructor)
        : m_failure(std::move(failure))
    {
    }

    explicit operator bool() const { return m_value.has_value(); }
    const T &operator*() const { return *m_value; }
    T &operator*() { return *m_value; }
    const T *operator->() const { return &*m_value; }

    /// The reason; empty when there is a value.
    const QString &error() const { return m_failure.text; }

private:
    std::optional<T> m_value;
    Failure m_failure;
};

} // namespace Teardown
