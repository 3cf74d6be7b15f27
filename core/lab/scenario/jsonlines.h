// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace Teardown {

/// Tells in which line of a JSON text a value stands, which QJsonDocument does not.
class JsonLines
{
public:
    /// \a json must be valid JSON.
    explicit JsonLines(const QByteArray &json);

    /// The line, counted from 1, of the value at \a path, such as "acts/0/steps/3/do"; the line of
    /// the nearest value around it when there is none. For a member it is the line of its name.
    int of(const QString &path) const;

    /// The path of a member whose name an object has twice; empty when there is none. Of the two
    /// QJsonDocument keeps only one.
    const QString &duplicate() const { return m_duplicate; }

    /// The line of the byte \a offset, counted from 1.
    static int ofOffset(const QByteArray &json, qsizetype offset);

private:
    void skipSpace();
    void value(const QString &path);
    void object(const QString &path);
    void array(const QString &path);
    QString string();

    const QByteArray &m_json;
    qsizetype m_at = 0;
    int m_line = 1;
    QHash<QString, int> m_lines;
    QString m_duplicate;
};

} // namespace Teardown
