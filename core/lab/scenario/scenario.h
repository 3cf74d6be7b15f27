// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/clock.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace Teardown {

/// What a scenario needs from the machine: L0 runs on plain loopback without privilege, L1 in a
/// private network namespace.
enum class LabLevel { L0, L1 };

/// Where an actor stands in the timeline.
enum class LabSide { Client, Middle, Server };

/// What an actor is made of.
enum class ActorKind {
    Posix, ///< plain sockets in this process
    Process, ///< plain sockets in a child process, which can be frozen and killed
    Qt, ///< QTcpSocket and QTcpServer, to see what Qt makes of it
    Tls, ///< QSslSocket
    Teardown, ///< our engine; its close report is observed
    Relay, ///< forwards bytes between a client and an actor, with faults
    Network, ///< the path between the ends: cuts it, forges packets, kills sockets
};

inline constexpr std::array allLabLevels{LabLevel::L0, LabLevel::L1};
inline constexpr std::array allLabSides{LabSide::Client, LabSide::Middle, LabSide::Server};
inline constexpr std::array allActorKinds{ActorKind::Posix,
                                          ActorKind::Process,
                                          ActorKind::Qt,
                                          ActorKind::Tls,
                                          ActorKind::Teardown,
                                          ActorKind::Relay,
                                          ActorKind::Network};

QLatin1StringView token(LabLevel level);
QLatin1StringView token(LabSide side);
QLatin1StringView token(ActorKind kind);

/// The value of \a all with that token; the first when there is none.
template <typename Enum, std::size_t Count>
Enum fromToken(const QString &word, const std::array<Enum, Count> &all)
{
    for (const Enum value : all) {
        if (word == token(value))
            return value;
    }
    return all.front();
}

/// A text of a scenario in the languages of the program.
struct LocalizedText
{
    QString en;
    QString zhCn;

    bool isEmpty() const { return en.isEmpty(); }

    /// The text for a locale's name such as "zh_CN"; English for every other.
    const QString &in(QStringView language) const;

    bool operator==(const LocalizedText &) const = default;
};

struct ActorSpec
{
    QString id;
    ActorKind kind = ActorKind::Posix;
    LabSide side = LabSide::Client;
};

/// One fact that has to be seen after a step. What the JSON forms mean is written down in
/// resources/scenarios/README.md.
struct Expectation
{
    QString fact;
    QJsonValue expected;
    int line = 0;
};

/// One thing an actor does.
struct Step
{
    QString id; ///< empty unless something refers to it
    QString actor;
    QString operation;
    QJsonObject arguments; ///< checked against the operation's fields
    bool background = false; ///< the call goes on while the next steps run
    std::vector<Expectation> expectations;
    int line = 0;

    /// The socket of the actor the step is about.
    QString socket() const;

    /// An argument as text; empty when there is none.
    QString text(const char *name) const;
};

/// A run of steps with sockets of its own: a scenario may show several, one after the other.
struct Act
{
    LocalizedText title; ///< empty when there is only one
    std::vector<Step> steps;
};

struct Choice
{
    LocalizedText text;
    LocalizedText why; ///< why it is right, or why not
    bool right = false;
};

/// Something to predict. Exactly one choice is right.
struct Question
{
    LocalizedText ask;
    QString step; ///< the id of the step that shows the answer; may be empty
    std::vector<Choice> choices;
};

struct Lesson
{
    LocalizedText happened;
    LocalizedText advice;
    QString c; ///< the same in a program, as source text
    QString go;
    QString qt;
};

/// One situation of the lab, as its file tells it.
struct Scenario
{
    QString id;
    QString group;
    LabLevel level = LabLevel::L0;
    LocalizedText title;
    LocalizedText story;
    QStringList requirements; ///< tokens of allRequirements()
    Milliseconds limit{20'000}; ///< for the whole run
    std::vector<ActorSpec> actors;
    std::vector<Act> acts;
    std::vector<Question> questions;
    Lesson lesson;
    QString file; ///< where it was read

    const ActorSpec *actor(QStringView actorId) const;
};

/// Whether an actor of the middle takes part in \a scenario.
bool hasMiddle(const Scenario &scenario);
/// Whether somebody in the middle has the other end of each connection. A network has none.
bool hasRelay(const Scenario &scenario);

} // namespace Teardown
