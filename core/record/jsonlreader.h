// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace Teardown {

/// The longest line that is read unless told otherwise.
inline constexpr qsizetype longestJsonLine = 1024 * 1024;

/// One line of a stream: its object, or the reason why there is none. The object has the string
/// "event"; its other fields are as they were found, those of later versions included.
struct JsonlRecord
{
    qint64 line = 0; ///< counted from 1
    QJsonObject object;
    QString error; ///< "line 7: …" in one English sentence; empty when there is an object
};

/// Takes a stream of JSON Lines apart, piece by piece as it arrives. A bad line does not stop it;
/// empty lines are passed over.
class JsonlReader
{
public:
    explicit JsonlReader(qsizetype longestLine = longestJsonLine);

    /// The lines that \a bytes complete.
    std::vector<JsonlRecord> feed(QByteArrayView bytes);

    /// Call at the end of the stream: the last line when it lacks its LF. It is read when it is
    /// whole; the error says when it was cut.
    std::optional<JsonlRecord> finish();

private:
    void append(QByteArrayView bytes);
    std::optional<JsonlRecord> takeLine(bool isCut);

    qsizetype m_longestLine;
    QByteArray m_partial;
    bool m_isTooLong = false; ///< the current line; its bytes are passed over
    qint64 m_line = 0;
};

} // namespace Teardown
