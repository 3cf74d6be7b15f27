// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/rowexport.h"

#include "core/record/jsonl.h"
#include "ui/models/quantities.h"

#include <QStringList>

namespace Teardown {

static bool looksLikeFormula(const QString &text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
}

QString tsvCell(const QString &text)
{
    const QString escaped = escapedForDisplay(text);
    return looksLikeFormula(text) ? u'\'' + escaped : escaped;
}

QString csvCell(const QString &text)
{
    QString cell = tsvCell(text);
    if (!cell.contains(u',') && !cell.contains(u'"'))
        return cell;
    cell.replace(u'"', QStringLiteral("\"\""));
    return u'"' + cell + u'"';
}

static QString cell(const ConnectionModel &model, int row, ConnectionColumn column, int role)
{
    return model.index(row, static_cast<int>(column)).data(role).toString();
}

QString toTsv(const ConnectionModel &model,
              std::span<const int> rows,
              std::span<const ConnectionColumn> columns)
{
    const auto line = [columns](auto cellOf) {
        QStringList cells;
        for (const ConnectionColumn column : columns)
            cells.append(tsvCell(cellOf(column)));
        return QString(cells.join(u'\t') + u'\n');
    };
    QString text = line([](ConnectionColumn column) { return displayText(column); });
    for (const int row : rows) {
        text += line([&model, row](ConnectionColumn column) {
            return cell(model, row, column, Qt::DisplayRole);
        });
    }
    return text;
}

/// UTC, to the millisecond.
static QString isoTime(TimePoint time, const RunStart &start)
{
    return start.wallAt(time).toString(Qt::ISODateWithMs);
}

QByteArray toCsv(const ConnectionModel &model,
                 std::span<const int> rows,
                 std::span<const ConnectionColumn> columns)
{
    const auto line = [columns](auto cellOf, const QStringList &times) {
        QStringList cells;
        for (const ConnectionColumn column : columns)
            cells.append(csvCell(cellOf(column)));
        return QByteArray((cells + times).join(u',').toUtf8() + QByteArrayLiteral("\r\n"));
    };
    QByteArray text = line([](ConnectionColumn column) { return QString(token(column)); },
                           {QStringLiteral("opened-at"), QStringLiteral("ended-at")});
    for (const int row : rows) {
        const TimePoint opened = model.info(row).opened;
        const std::shared_ptr<const CloseReport> report = model.report(row);
        text += line([&model, row](
                         ConnectionColumn column) { return cell(model, row, column, ExportRole); },
                     {isoTime(opened, model.start()),
                      report ? isoTime(opened + report->duration, model.start()) : QString()});
    }
    return text;
}

/// One object without its line end.
static QByteArray toJsonObject(const ConnectionModel &model, int row)
{
    const RunStart &start = model.start();
    const std::shared_ptr<const CloseReport> report = model.report(row);
    if (!report)
        return toJson(model.snapshot(row), start);

    const ConnectionInfo &info = model.info(row);
    const TimePoint ended = info.opened + report->duration;
    const Event event{.mono = ended, .wall = start.wallAt(ended), .body = EndedEvent{info, report}};
    return toJsonLine(event, start).trimmed();
}

QByteArray toJsonLines(const ConnectionModel &model, std::span<const int> rows)
{
    QByteArray text;
    for (const int row : rows)
        text += toJsonObject(model, row) + '\n';
    return text;
}

QByteArray toJsonArray(const ConnectionModel &model, std::span<const int> rows)
{
    QByteArrayList objects;
    for (const int row : rows)
        objects.append(toJsonObject(model, row));
    return "[\n" + objects.join(",\n") + "\n]\n";
}

} // namespace Teardown
