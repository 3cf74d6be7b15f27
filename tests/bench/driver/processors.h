// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Teardown {

/// Who runs where: the server on the first processor this program may use, the load on the last.
struct Processors
{
    int server = 0;
    int load = 0;

    /// Only one: the load takes time from the server. CPU figures hold, wall figures do not.
    bool areShared() const { return server == load; }
};

const Processors &processors();

/// From here on the calling thread, and what it starts, runs on \a processor only.
void pinTo(int processor);

} // namespace Teardown
