// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QStringView>
#include <QUtf8StringView>
#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <charconv>
#include <concepts>
#include <optional>

namespace Teardown {

/// Writes one compact JSON value front to back (RFC 8259), in the order of the calls.
///
/// For lines that are written ten thousand times a second: QJsonDocument would build and sort a
/// tree of each first. Keys are Latin-1 without anything to escape.
class JsonText final
{
public:
    JsonText &beginObject() { return begin('{'); }
    JsonText &endObject() { return end('}'); }
    JsonText &beginArray(QLatin1StringView key) { return name(key).begin('['); }
    JsonText &endArray() { return end(']'); }

    JsonText &add(QLatin1StringView key, QStringView text) { return name(key).string(text); }
    JsonText &add(QLatin1StringView key, QLatin1StringView text) { return name(key).bytes(text); }
    JsonText &add(QLatin1StringView key, QUtf8StringView text) { return name(key).bytes(text); }
    template <std::integral Integer> JsonText &add(QLatin1StringView key, Integer value)
    {
        if constexpr (std::same_as<Integer, bool>)
            return name(key).raw(value ? "true" : "false");
        else
            return name(key).number(value);
    }

    /// null when there is no value.
    template <std::integral Integer>
    JsonText &add(QLatin1StringView key, std::optional<Integer> value)
    {
        return value ? add(key, *value) : name(key).raw("null");
    }

    /// To the sixth decimal: of seconds that is what the clocks are good for.
    JsonText &addDecimal(QLatin1StringView key, double value);

    QByteArray text() const { return {m_text.data(), m_text.size()}; }

private:
    static bool isPlain(char16_t unit)
    {
        return unit >= 0x20 && unit < 0x7f && unit != u'"' && unit != u'\\';
    }
    JsonText &begin(char bracket);
    JsonText &end(char bracket);
    JsonText &name(QLatin1StringView key);
    JsonText &raw(QByteArrayView text);
    JsonText &string(QStringView text);
    template <typename View> JsonText &bytes(View text)
    {
        if (!std::all_of(text.begin(), text.end(), [](char c) { return isPlain(uchar(c)); }))
            return string(text.toString());
        return raw("\"").raw({text.data(), text.size()}).raw("\"");
    }
    template <typename Number, typename... Format> JsonText &number(Number value, Format... format)
    {
        std::array<char, 32> digits;
        const auto [end, error]
            = std::to_chars(digits.data(), digits.data() + digits.size(), value, format...);
        return raw({digits.data(), end - digits.data()});
    }
    void escaped(char16_t unit);
    void separate();

    QVarLengthArray<char, 1024> m_text; ///< as long as most lines: it grows in place
};

} // namespace Teardown
