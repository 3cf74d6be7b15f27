// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/connectionstore.h"
#include "ui/models/timelinelayout.h"

namespace Teardown {

/// What was seen of one connection, in lanes: our program, our kernel, the wire, the peer. Lays it
/// out in \a width, or more where the lanes need it.
///
/// The wire is not observed, and the peer only where it is a connection of this program too,
/// \a peer; null when it is not.
TimelinePicture layOutConnection(const ConnectionRecord &record,
                                 const ConnectionRecord *peer,
                                 double width,
                                 const TimelineFont &font);

} // namespace Teardown
