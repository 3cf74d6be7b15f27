// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/endings.h"
#include "tests/support/served.h"

#include <map>
#include <memory>
#include <random>
#include <vector>

namespace Teardown {

/// One connection of a battery, before and after.
struct Planned
{
    const Ending *ending = nullptr;
    unsigned seed = 0; ///< of the peer's own choices
    QString key; ///< see RawPeer::key()
    Truth truth;
};

/// \a count of \a endings, which must outlive the plan, chosen by their weights.
std::vector<Planned>
planAtRandom(std::minstd_rand &random, std::span<const Ending> endings, std::size_t count);

/// Every ending \a each times.
std::vector<Planned> planEach(std::minstd_rand &random, int each);

/// The servers of the endings, one process each, and their judge.
class Battery
{
public:
    struct Setup
    {
        QString listen = QStringLiteral("127.0.0.1:0");
        QStringList options; ///< of every server, besides its own
        Milliseconds quietTime{100}; ///< see RawPeer::setQuietTime()
        int peersAtATime = 100;
    };

    explicit Battery(const Setup &setup);

    /// What keeps a server from listening; empty when all do.
    QString startFailure() const;

    /// Takes every connection to its end, some at a time, and fills in what its peer saw.
    void run(std::vector<Planned> &planned) const;

    /// What is wrong with the records of those connections; nothing when they agree with their
    /// peers.
    QStringList judge(const std::vector<Planned> &planned) const;

    /// How many of the records so far are graded inferred.
    int inferredCount() const;

    /// What is wrong with the run as a whole: a connection that did not end exactly once.
    QStringList accountingErrors() const;

    /// Drains the servers. What is wrong with how they ended.
    QStringList stop() const;

    /// Sends \a number to all servers.
    void sendSignal(int number) const;

private:
    void runOne(Planned &one) const;
    QString verdictOn(const Planned &one) const;

    Setup m_setup;
    std::map<BatteryServer, std::unique_ptr<Served>> m_servers;
};

} // namespace Teardown
