// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/soak/rows.h"

#include <array>

namespace Teardown {

namespace {

constexpr std::array rows{
    SoakRow{"truth-table",
            "each cause, by either side, gets its verdict: both dispatchers, both IP versions",
            "15 min",
            SoakRows::truthTable},
    SoakRow{"nemesis",
            "the same while the program is stopped 250 ms in every 400",
            "30 min",
            SoakRows::nemesis},
    SoakRow{"ledger",
            "every byte is delivered or counted; what was cut ends in RST",
            "2 min",
            SoakRows::ledger},
    SoakRow{"malformed",
            "garbage gets the defined answer, and the right verdict",
            "1 min",
            SoakRows::malformed},
    SoakRow{"drain",
            "the orderly lose nothing, the forced are counted, nobody is reset in the queue",
            "12 min",
            SoakRows::drain},
    SoakRow{"stalls",
            "a stall kills nobody, and a dead peer is found all the same",
            "8 min",
            SoakRows::stalls},
    SoakRow{"descriptors",
            "200 clients for 64 descriptors: rejected and shown, no spinning, accepts again",
            "1 min",
            SoakRows::descriptors},
    SoakRow{"slowloris",
            "slow clients end by the read deadline; honest ones do not notice them",
            "1 min",
            SoakRows::slowloris},
    SoakRow{"memory",
            "floods and a million connections do not make it grow",
            "8 min",
            SoakRows::memory},
    SoakRow{"kill",
            "killed under load, the log is readable and the port is free at once",
            "3 min",
            SoakRows::kill},
    SoakRow{"vanish",
            "peers that vanish are found in time, for the right reason",
            "1 min",
            SoakRows::vanish},
    SoakRow{"floods",
            "scans and urgent bytes cost little and are classified; others are served meanwhile",
            "1 min",
            SoakRows::floods},
    SoakRow{"self-connect",
            "dials that meet themselves are refused, and cost little",
            "1 min",
            SoakRows::selfConnect},
};

} // namespace

std::span<const SoakRow> soakRows()
{
    return rows;
}

} // namespace Teardown
