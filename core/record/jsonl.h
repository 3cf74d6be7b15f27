// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/record/event.h"

#include <QByteArray>

namespace Teardown {

/// One event as a line of JSON with its LF (CONTRACT §2). Peer text in it is escaped by JSON's
/// rules.
QByteArray toJsonLine(const Event &event, const RunStart &start);

/// One connection as a JSON object without LF, with the names of the ended event, for the
/// clipboard.
QByteArray toJson(const ConnectionSnapshot &connection, const RunStart &start);

} // namespace Teardown
