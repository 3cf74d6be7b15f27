// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/scenario/jsonlines.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace Teardown {

/// What is wrong with a JSON file, each as "FILE:LINE: reason".
class JsonFindings
{
public:
    /// \a json must be valid and outlive this object.
    JsonFindings(QString file, const QByteArray &json)
        : m_file(std::move(file))
        , m_lines(json)
    {
    }

    void add(const QString &path, const QString &reason);

    const JsonLines &lines() const { return m_lines; }
    const QStringList &all() const { return m_all; }

private:
    QString m_file;
    JsonLines m_lines;
    QStringList m_all;
};

/// A value in a JSON file that knows where it stands. Whatever is not as asked for becomes a
/// finding, and a harmless value is returned, so that one reading finds all mistakes.
class JsonNode
{
public:
    JsonNode(QJsonValue value, QString path, JsonFindings &findings)
        : m_value(std::move(value))
        , m_path(std::move(path))
        , m_findings(&findings)
    {
    }

    const QJsonValue &value() const { return m_value; }
    int line() const { return m_findings->lines().of(m_path); }
    bool exists() const { return !m_value.isUndefined(); }
    void fail(const QString &reason) const { m_findings->add(m_path, reason); }

    // Of an object.

    /// Finds fault with a value that is no object, and with members not in \a known.
    void expectMembers(const QStringList &known) const;

    /// Undefined when there is none.
    JsonNode member(const QString &name) const;

    /// As member(), and finds fault when there is none.
    JsonNode required(const QString &name) const;

    QStringList memberNames() const { return m_value.toObject().keys(); }

    /// Of an array: its elements.
    std::vector<JsonNode> elements() const;

    // Of a plain value. An undefined one gives the harmless value without a finding.

    /// A text that is not empty.
    QString text() const;
    bool flag() const;
    qint64 whole(qint64 lowest, qint64 highest) const;

    /// One of \a words; their index.
    std::optional<qsizetype> oneOf(const QStringList &words) const;

private:
    QJsonValue m_value;
    QString m_path;
    JsonFindings *m_findings;
};

/// Hands the root of \a json to \a read. Returns what is wrong, each as "FILE:LINE: reason"; what
/// is no JSON at all is not handed on. \a file is its name in messages.
QStringList readJson(const QByteArray &json,
                     const QString &file,
                     const std::function<void(const JsonNode &root)> &read);

} // namespace Teardown
