// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/textwrap.h"

namespace Teardown {

QStringList
wrapText(const QString &text, double width, const std::function<double(const QString &)> &widthOf)
{
    QStringList lines;
    QString rest = text.simplified();
    while (!rest.isEmpty() && widthOf(rest) > width) {
        qsizetype fitting = 1;
        while (fitting < rest.size() && widthOf(rest.first(fitting + 1)) <= width)
            ++fitting;
        // A surrogate pair is one character.
        if (fitting > 1 && rest.at(fitting).isLowSurrogate())
            --fitting;
        const qsizetype space = rest.lastIndexOf(u' ', fitting);
        const qsizetype end = space > 0 ? space : fitting;
        lines += rest.first(end);
        rest = rest.sliced(end).trimmed();
    }
    if (!rest.isEmpty() || lines.isEmpty())
        lines += rest;
    return lines;
}

} // namespace Teardown
