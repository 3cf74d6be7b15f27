// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/capture/packetcapture.h"
#include "core/lab/network/labplace.h"
#include "core/lab/run/actrun.h"

#include <vector>

namespace Teardown {

/// Lets the runs with \a options be captured: on this process's loopback interface, or where that
/// is not permitted by moving them into private networks. Where neither can be, the options tell
/// why.
void openCapture(LabOptions &options);

/// A capture of each network of \a place; fails when the options say so, or the system does.
Result<std::vector<std::shared_ptr<PacketCapture>>> capturesOf(const LabPlace &place,
                                                               const LabOptions &options);

} // namespace Teardown
