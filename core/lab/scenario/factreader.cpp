// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/scenario/factreader.h"

#include "core/close/closereport.h"
#include "core/close/tcpinfo.h"
#include "core/lab/scenario/vocabulary.h"
#include "core/record/event.h"

#include <QJsonArray>

#include <array>

namespace Teardown {

namespace {

constexpr double largestNumber = 1e12;

QStringList stateNames()
{
    constexpr quint8 highest = 11; // CLOSING (include/net/tcp_states.h)
    QStringList names;
    for (quint8 state = 1; state <= highest; ++state)
        names.append(QString::fromLatin1(tcpStateName(state)));
    return names;
}

QStringList stageNames()
{
    QStringList names;
    for (const DrainStage stage :
         {DrainStage::Serving, DrainStage::Draining, DrainStage::Forcing, DrainStage::Drained})
        names.append(token(stage));
    return names;
}

bool isNumber(const QJsonValue &value)
{
    return value.isDouble() && value.toDouble() >= -1 && value.toDouble() <= largestNumber;
}

void checkNumber(const JsonNode &node)
{
    if (isNumber(node.value()))
        return;
    if (!node.value().isObject() || node.memberNames().isEmpty()) {
        node.fail(QStringLiteral("A number is expected, or {\"atLeast\": N, \"atMost\": N}."));
        return;
    }
    node.expectMembers({QStringLiteral("atLeast"), QStringLiteral("atMost")});
    for (const QString &name : node.memberNames()) {
        if (!isNumber(node.member(name).value()))
            node.member(name).fail(QStringLiteral("\"%1\" must be a number.").arg(name));
    }
}

void checkText(const JsonNode &node)
{
    if (node.value().isString())
        return;
    if (node.value().isObject()) {
        node.expectMembers({QStringLiteral("contains")});
        std::ignore = node.required(QStringLiteral("contains")).text();
    } else {
        node.fail(QStringLiteral("A text is expected, or {\"contains\": TEXT}."));
    }
}

/// One word, or a list of words of which any will do.
void checkWords(const JsonNode &node, const QStringList &words)
{
    if (!node.value().isArray()) {
        node.oneOf(words);
        return;
    }
    for (const JsonNode &element : node.elements())
        element.oneOf(words);
}

void checkPoll(const JsonNode &node)
{
    const QStringList order{QStringLiteral("IN"),
                            QStringLiteral("OUT"),
                            QStringLiteral("ERR"),
                            QStringLiteral("HUP"),
                            QStringLiteral("RDHUP")};
    qsizetype last = -1;
    const QStringList words = node.value().toString().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const qsizetype place = order.indexOf(word);
        if (place <= last) {
            node.fail(QStringLiteral("poll events are written as \"IN OUT ERR HUP RDHUP\", in "
                                     "this order; leave out what is not expected."));
            return;
        }
        last = place;
    }
    if (!node.value().isString())
        node.fail(QStringLiteral("poll events are a text, such as \"IN OUT RDHUP\"."));
}

void checkEvents(const JsonNode &node)
{
    for (const JsonNode &element : node.elements())
        element.text();
}

void checkReport(const JsonNode &node)
{
    static const QStringList fields{QStringLiteral("endedBy"),
                                    QStringLiteral("wire"),
                                    QStringLiteral("reason"),
                                    QStringLiteral("phase"),
                                    QStringLiteral("grade"),
                                    QStringLiteral("errno"),
                                    QStringLiteral("bytesIn"),
                                    QStringLiteral("bytesOut"),
                                    QStringLiteral("undelivered"),
                                    QStringLiteral("unread"),
                                    QStringLiteral("truncated")};
    node.expectMembers(fields);
    const JsonNode reason = node.member(QStringLiteral("reason"));
    if (reason.exists() && !reasonFromToken(reason.value().toString()))
        reason.fail(QStringLiteral("There is no reason \"%1\".").arg(reason.value().toString()));
}

void checkFact(const JsonNode &node, FactType type)
{
    switch (type) {
    case FactType::Number:
        checkNumber(node);
        break;
    case FactType::Flag:
        node.flag();
        break;
    case FactType::Text:
        checkText(node);
        break;
    case FactType::Errno:
        checkWords(node, allErrnoNames());
        break;
    case FactType::State:
        checkWords(node, stateNames());
        break;
    case FactType::Poll:
        checkPoll(node);
        break;
    case FactType::Timer:
        checkWords(node,
                   {QStringLiteral("none"),
                    QStringLiteral("retransmit"),
                    QStringLiteral("keepalive"),
                    QStringLiteral("time-wait"),
                    QStringLiteral("persist")});
        break;
    case FactType::Signal:
        node.oneOf({QStringLiteral("SIGKILL"), QStringLiteral("SIGPIPE")});
        break;
    case FactType::Events:
        checkEvents(node);
        break;
    case FactType::Report:
        checkReport(node);
        break;
    case FactType::Stage:
        node.oneOf(stageNames());
        break;
    }
}

} // namespace

const QStringList &allErrnoNames()
{
    static const QStringList all = [] {
        constexpr int highest = 133; // EHWPOISON, the last of Linux (asm-generic/errno.h)
        QStringList names{QString()};
        for (int error = 1; error <= highest; ++error)
            names.append(errnoName(error));
        return names;
    }();
    return all;
}

std::vector<Expectation> readExpectations(const JsonNode &node)
{
    QStringList known;
    for (const FactSpec &fact : allFacts())
        known.append(QString::fromLatin1(fact.name));
    node.expectMembers(known);
    std::vector<Expectation> expectations;
    for (const QString &name : node.memberNames()) {
        const JsonNode member = node.member(name);
        if (const FactSpec *fact = findFact(name)) {
            checkFact(member, fact->type);
            expectations.push_back({name, member.value(), member.line()});
        }
    }
    return expectations;
}

} // namespace Teardown
