// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/helptext.h"

#include "ui/models/category.h"
#include "ui/models/texts.h"

#include <QCoreApplication>

namespace Teardown {

namespace {

/// tr() of this file.
struct HelpText
{
    Q_DECLARE_TR_FUNCTIONS(Teardown::HelpText)
};

QString heading(const QString &text)
{
    return QStringLiteral("<h3>%1</h3>").arg(text.toHtmlEscaped());
}

QString paragraph(const QString &text)
{
    return QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

QString row(const QString &first, const QString &second)
{
    return QStringLiteral("<tr><td style='padding-right: 16px'>%1</td><td>%2</td></tr>")
        .arg(first.toHtmlEscaped(), second.toHtmlEscaped());
}

QString table(const QString &rows)
{
    return QStringLiteral("<table cellspacing='2'>%1</table>").arg(rows);
}

QString firstSteps()
{
    return heading(HelpText::tr("First steps"))
        + paragraph(
               HelpText::tr("Press Ctrl+L and then Return: Teardown listens on 127.0.0.1, port "
                            "7400."))
        + paragraph(HelpText::tr("In a terminal, run “nc 127.0.0.1 7400” and type HELP. The "
                                 "connection has a row in the table now."))
        + paragraph(
               HelpText::tr("End it in different ways: type QUIT or CLOSE rst, press Ctrl+C in "
                            "the terminal, or press Ctrl+D here. Select the row: the panel "
                            "below says who ended it, how and why, and on what evidence."));
}

QString places()
{
    const QString rows
        = row(HelpText::tr("Connections"),
              HelpText::tr("every connection, live and ended; click a heading to sort, right-click "
                           "it to choose columns"))
        + row(HelpText::tr("Endpoints"),
              HelpText::tr("what listens and what connects; Return shows only its connections"))
        + row(HelpText::tr("Why they ended"),
              HelpText::tr("one bar for each reason; click it to filter the table"))
        + row(HelpText::tr("Details"),
              HelpText::tr(
                  "the verdict on the current connection, the facts, the evidence, and what "
                  "other programs would have seen"))
        + row(HelpText::tr("Timeline"),
              HelpText::tr("what was seen of the current connection, and when"))
        + row(HelpText::tr("States"),
              HelpText::tr("its way through the state diagram of RFC 9293; dotted is what was not "
                           "observed"))
        + row(HelpText::tr("What happened here?"),
              HelpText::tr("the lesson for the reason of an ended connection, and the scenario of "
                           "the lab that shows it"))
        + row(HelpText::tr("Events"), HelpText::tr("the log of everything that happened"));
    return heading(HelpText::tr("What is where")) + table(rows);
}

QString shapes()
{
    QString rows;
    for (const Category category : allCategories)
        rows += row(QString(glyph(category)), displayText(category));
    return heading(HelpText::tr("Shapes")) + table(rows);
}

QString reasons()
{
    QString rows;
    for (const Reason reason : allReasons)
        rows += row(displayText(reason), explanationText(reason));
    return heading(HelpText::tr("Reasons")) + table(rows);
}

QString leaving()
{
    return heading(HelpText::tr("Leaving"))
        + paragraph(
               HelpText::tr("Closing the window drains first: nobody new is let in, every "
                            "connection is served to the end and closed in good order, and what "
                            "is left at the drain deadline is reset and counted. Closing it a "
                            "second time resets what is left at once."));
}

} // namespace

QString helpHtml()
{
    return firstSteps() + places() + shapes() + reasons() + leaving();
}

} // namespace Teardown
