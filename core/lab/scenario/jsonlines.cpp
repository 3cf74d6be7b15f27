// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/scenario/jsonlines.h"

#include <algorithm>

namespace Teardown {

namespace {

QString under(const QString &path, const QString &name)
{
    return path.isEmpty() ? name : QString(path % u'/' % name);
}

} // namespace

JsonLines::JsonLines(const QByteArray &json)
    : m_json(json)
{
    m_lines.insert(QString(), 1);
    value({});
}

int JsonLines::of(const QString &path) const
{
    QString around = path;
    while (!m_lines.contains(around)) {
        const qsizetype cut = around.lastIndexOf(u'/');
        around.truncate(std::max<qsizetype>(cut, 0));
    }
    return m_lines.value(around);
}

int JsonLines::ofOffset(const QByteArray &json, qsizetype offset)
{
    const qsizetype end = std::min(offset, json.size());
    return static_cast<int>(std::count(json.begin(), json.begin() + end, '\n')) + 1;
}

void JsonLines::skipSpace()
{
    while (m_at < m_json.size()) {
        const char c = m_json[m_at];
        if (c == '\n')
            ++m_line;
        else if (c != ' ' && c != '\t' && c != '\r')
            return;
        ++m_at;
    }
}

void JsonLines::value(const QString &path)
{
    skipSpace();
    if (m_at >= m_json.size())
        return;
    switch (m_json[m_at]) {
    case '{':
        object(path);
        break;
    case '[':
        array(path);
        break;
    case '"':
        string();
        break;
    default:
        while (m_at < m_json.size() && !QByteArrayView(",]} \t\r\n").contains(m_json[m_at]))
            ++m_at;
    }
    skipSpace();
}

void JsonLines::object(const QString &path)
{
    ++m_at;
    skipSpace();
    while (m_at < m_json.size() && m_json[m_at] != '}') {
        const int line = m_line;
        const QString member = under(path, string());
        if (m_lines.contains(member) && m_duplicate.isEmpty())
            m_duplicate = member;
        m_lines.insert(member, line);
        skipSpace();
        ++m_at; // the colon
        value(member);
        if (m_at < m_json.size() && m_json[m_at] == ',') {
            ++m_at;
            skipSpace();
        }
    }
    ++m_at;
}

void JsonLines::array(const QString &path)
{
    ++m_at;
    skipSpace();
    for (int index = 0; m_at < m_json.size() && m_json[m_at] != ']'; ++index) {
        const QString element = under(path, QString::number(index));
        m_lines.insert(element, m_line);
        value(element);
        if (m_at < m_json.size() && m_json[m_at] == ',') {
            ++m_at;
            skipSpace();
        }
    }
    ++m_at;
}

QString JsonLines::string()
{
    const qsizetype begin = ++m_at;
    while (m_at < m_json.size() && m_json[m_at] != '"')
        m_at += m_json[m_at] == '\\' ? 2 : 1;
    return QString::fromUtf8(m_json.sliced(begin, m_at++ - begin));
}

} // namespace Teardown
