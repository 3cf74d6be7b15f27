// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/run/junit.h"

#include <QXmlStreamWriter>

#include <algorithm>
#include <map>

namespace Teardown {

namespace {

QString seconds(TimePoint from, TimePoint to)
{
    return QString::number(std::chrono::duration<double>(to - from).count(), 'f', 3);
}

void writeCase(QXmlStreamWriter &xml, const RunRecord &record)
{
    xml.writeStartElement(QStringLiteral("testcase"));
    xml.writeAttribute(QStringLiteral("classname"), QStringLiteral("lab.%1").arg(record.group));
    xml.writeAttribute(QStringLiteral("name"),
                       QStringLiteral("%1 %2").arg(record.scenario, record.title));
    xml.writeAttribute(QStringLiteral("time"), seconds(record.started, record.ended));
    if (record.verdict == LabVerdict::Skipped) {
        xml.writeStartElement(QStringLiteral("skipped"));
        xml.writeAttribute(QStringLiteral("message"), record.reason);
        xml.writeEndElement();
    } else if (record.verdict == LabVerdict::Failed) {
        xml.writeStartElement(QStringLiteral("failure"));
        xml.writeAttribute(QStringLiteral("message"), record.reason);
        xml.writeCharacters(failures(record).join(u'\n'));
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

void writeSuite(QXmlStreamWriter &xml,
                const QString &group,
                const std::vector<const RunRecord *> &records)
{
    const auto count = [&](LabVerdict verdict) {
        return QString::number(
            std::count_if(records.begin(), records.end(), [&](const RunRecord *record) {
                return record->verdict == verdict;
            }));
    };
    xml.writeStartElement(QStringLiteral("testsuite"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("lab.%1").arg(group));
    xml.writeAttribute(QStringLiteral("tests"), QString::number(records.size()));
    xml.writeAttribute(QStringLiteral("failures"), count(LabVerdict::Failed));
    xml.writeAttribute(QStringLiteral("skipped"), count(LabVerdict::Skipped));
    for (const RunRecord *record : records)
        writeCase(xml, *record);
    xml.writeEndElement();
}

} // namespace

QByteArray toJUnit(const std::vector<RunRecord> &records)
{
    std::map<QString, std::vector<const RunRecord *>> groups;
    for (const RunRecord &record : records)
        groups[record.group].push_back(&record);
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("testsuites"));
    for (const auto &[group, members] : groups)
        writeSuite(xml, group, members);
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace Teardown
