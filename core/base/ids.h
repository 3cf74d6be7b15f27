// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace Teardown {

/// Names one connection. Unique within a run, counted from 1, never used again; 0 names none.
using ConnectionId = quint64;

/// Names one listener or one group of client connections, as ConnectionId does.
using EndpointId = quint32;

} // namespace Teardown
