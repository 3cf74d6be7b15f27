// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/record/jsonlreader.h"

#include <QJsonDocument>

#include <utility>

namespace Teardown {

JsonlReader::JsonlReader(qsizetype longestLine)
    : m_longestLine(longestLine)
{
    Q_ASSERT(longestLine > 0);
}

std::vector<JsonlRecord> JsonlReader::feed(QByteArrayView bytes)
{
    std::vector<JsonlRecord> records;
    while (!bytes.isEmpty()) {
        const qsizetype lineEnd = bytes.indexOf('\n');
        append(lineEnd < 0 ? bytes : bytes.first(lineEnd));
        if (lineEnd < 0)
            break;
        if (std::optional<JsonlRecord> record = takeLine(false))
            records.push_back(*std::move(record));
        bytes = bytes.sliced(lineEnd + 1);
    }
    return records;
}

std::optional<JsonlRecord> JsonlReader::finish()
{
    return takeLine(true);
}

void JsonlReader::append(QByteArrayView bytes)
{
    if (m_partial.size() + bytes.size() > m_longestLine) {
        m_isTooLong = true;
        m_partial.clear();
    }
    if (!m_isTooLong)
        m_partial.append(bytes);
}

std::optional<JsonlRecord> JsonlReader::takeLine(bool isCut)
{
    const QByteArray text = std::exchange(m_partial, {}).trimmed();
    const bool isTooLong = std::exchange(m_isTooLong, false);
    ++m_line;
    if (text.isEmpty() && !isTooLong)
        return std::nullopt;

    JsonlRecord record{.line = m_line};
    const auto fail = [&record](const QString &why) {
        record.error = QStringLiteral("line %1: %2").arg(QString::number(record.line), why);
        return record;
    };
    if (isTooLong)
        return fail(QStringLiteral("longer than %1 bytes").arg(m_longestLine));

    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parseError);
    if (parseError.error != QJsonParseError::NoError) {
        if (isCut)
            return fail(QStringLiteral("the line is cut off at the end of the stream"));
        return fail(QStringLiteral("not JSON: %1 at byte %2")
                        .arg(parseError.errorString(), QString::number(parseError.offset)));
    }
    if (!document.isObject())
        return fail(QStringLiteral("not a JSON object"));
    if (!document[u"event"].isString())
        return fail(QStringLiteral("no \"event\""));
    record.object = document.object();
    return record;
}

} // namespace Teardown
