// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/scenario/textreader.h"

#include <QRegularExpression>

namespace Teardown {

LocalizedText readText(const JsonNode &node)
{
    node.expectMembers({QStringLiteral("en"), QStringLiteral("zh_CN")});
    return {node.required(QStringLiteral("en")).text(),
            node.member(QStringLiteral("zh_CN")).text()};
}

QString readId(const JsonNode &node)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$"));
    const QString id = node.text();
    if (!id.isEmpty() && !pattern.match(id).hasMatch())
        node.fail(QStringLiteral("\"%1\" must be letters, digits, - and _, at most 40.").arg(id));
    return id;
}

QString readSource(const JsonNode &node)
{
    QStringList lines;
    for (const JsonNode &element : node.elements()) {
        if (!element.value().isString())
            element.fail(QStringLiteral("A line of source must be a text."));
        lines.append(element.value().toString());
    }
    return lines.join(u'\n');
}

} // namespace Teardown
