// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/record/jsontext.h"

#include <algorithm>
#include <cmath>

namespace Teardown {

JsonText &JsonText::addDecimal(QLatin1StringView key, double value)
{
    constexpr double micro = 1e6;
    return name(key).number(double(std::llround(value * micro)) / micro, std::chars_format::fixed);
}

JsonText &JsonText::begin(char bracket)
{
    separate();
    m_text.append(bracket);
    return *this;
}

JsonText &JsonText::end(char bracket)
{
    m_text.append(bracket);
    return *this;
}

JsonText &JsonText::name(QLatin1StringView key)
{
    separate();
    m_text.append('"');
    m_text.append(key.data(), key.size());
    m_text.append('"');
    m_text.append(':');
    return *this;
}

/// A comma, unless the first of its object or array comes, or the value of a name.
void JsonText::separate()
{
    if (m_text.isEmpty())
        return;
    const char last = m_text.back();
    if (last != '{' && last != '[' && last != ':')
        m_text.append(',');
}

JsonText &JsonText::raw(QByteArrayView text)
{
    m_text.append(text.data(), text.size());
    return *this;
}

JsonText &JsonText::string(QStringView text)
{
    m_text.append('"');
    while (!text.isEmpty()) {
        const auto *special = std::find_if_not(text.begin(), text.end(), [](QChar c) {
            return isPlain(c.unicode());
        });
        const qsizetype plain = special - text.begin();
        for (const QChar c : text.first(plain))
            m_text.append(char(c.unicode()));
        text = text.sliced(plain);
        if (text.isEmpty())
            break;
        // What is beyond ASCII goes together, as a surrogate pair must.
        const auto *next
            = std::find_if(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
        const qsizetype beyond = next - text.begin();
        if (beyond > 0)
            raw(text.first(beyond).toUtf8());
        else
            escaped(text.front().unicode());
        text = text.sliced(std::max<qsizetype>(beyond, 1));
    }
    m_text.append('"');
    return *this;
}

void JsonText::escaped(char16_t unit)
{
    switch (unit) {
    case u'"':
    case u'\\':
        m_text.append('\\');
        m_text.append(char(unit));
        break;
    case u'\n':
        raw("\\n");
        break;
    case u'\r':
        raw("\\r");
        break;
    case u'\t':
        raw("\\t");
        break;
    default:
        raw("\\u").raw(QByteArray::number(unit, 16).rightJustified(4, '0'));
    }
}

} // namespace Teardown
