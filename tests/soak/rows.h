// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/soak/soak.h"

/// The rows, each in a file of its own.
namespace Teardown::SoakRows {

SoakResult truthTable(const SoakRun &run);
SoakResult nemesis(const SoakRun &run);
SoakResult ledger(const SoakRun &run);
SoakResult malformed(const SoakRun &run);
SoakResult drain(const SoakRun &run);
SoakResult stalls(const SoakRun &run);
SoakResult descriptors(const SoakRun &run);
SoakResult slowloris(const SoakRun &run);
SoakResult memory(const SoakRun &run);
SoakResult kill(const SoakRun &run);
SoakResult vanish(const SoakRun &run);
SoakResult floods(const SoakRun &run);
SoakResult selfConnect(const SoakRun &run);

} // namespace Teardown::SoakRows
