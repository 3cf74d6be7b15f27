// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/runrecord.h"

#include <QByteArray>

#include <vector>

namespace Teardown {

/// The records as JUnit XML, as CI systems read it: a suite for each group.
QByteArray toJUnit(const std::vector<RunRecord> &records);

} // namespace Teardown
