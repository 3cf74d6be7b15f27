// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "app/commanddemo.h"

#include "app/commandrun.h"
#include "core/base/units.h"
#include "core/demo/demo.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace Teardown {

namespace {

using Cells = std::array<QString, 7>;

constexpr std::array widths{5, 34, 8, 13, 23, 10, 23};

Cells header()
{
    return {QStringLiteral("id"),
            QStringLiteral("ending"),
            QStringLiteral("who"),
            QStringLiteral("how"),
            QStringLiteral("why"),
            QStringLiteral("lost"),
            QStringLiteral("expected")};
}

Cells cells(const DemoRow &row)
{
    const QString none = QStringLiteral("-");
    const auto orNone = [&](auto value) {
        return row.verdict ? QString(token(value)) : none;
    };
    const Verdict verdict = row.verdict.value_or(Verdict{});
    return {row.id != 0 ? QString::number(row.id) : none,
            row.name,
            orNone(verdict.endedBy),
            orNone(verdict.wire),
            orNone(verdict.reason),
            row.verdict ? formatSize(row.lost) : none,
            token(row.expected.reason)};
}

/// The seven cells in columns, and what was seen as the last one.
void print(const Cells &cells, const QString &seen)
{
    QString text;
    for (std::size_t i = 0; i < cells.size(); ++i)
        text += cells[i].leftJustified(widths[i]) + u' ';
    const QByteArray bytes = (text + seen + u'\n').toLocal8Bit();
    std::fputs(bytes.constData(), stdout);
    std::fflush(stdout);
}

void printRow(const DemoRow &row)
{
    const QString seen = row.leftOut.isEmpty() ? row.seen : row.leftOut;
    print(cells(row), row.isAsExpected() ? seen : QStringLiteral("NOT AS EXPECTED: %1").arg(seen));
}

} // namespace

int demonstrate(const CommandLine &line)
{
    std::unique_ptr<JsonlWriter> writer;
    if (!line.jsonl.isEmpty()) {
        Result<std::unique_ptr<JsonlWriter>> opened = JsonlWriter::open(line.jsonl);
        if (!opened) {
            say(line, opened.error());
            return ExitCannot;
        }
        writer = std::move(*opened);
    }
    Monitor monitor(Demo::recommendedSettings());
    CommandRun run(line, monitor, writer.get());
    Demo demo(monitor);

    if (line.jsonl != u"-") {
        print(header(), QStringLiteral("seen by the peer"));
        QObject::connect(&demo, &Demo::rowFinished, &run, printRow);
    }
    QObject::connect(&demo, &Demo::finished, &run, [&run](bool allAsExpected) {
        run.finish(allAsExpected ? ExitDone : ExitExpectationFailed);
    });
    demo.start();
    return run.exec();
}

} // namespace Teardown
