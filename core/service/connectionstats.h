// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace Teardown {

class Connection;

/// What the server knows of a connection, TCP_INFO included, as one line of JSON.
QByteArray connectionStats(const Connection &connection);

} // namespace Teardown
