// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace Teardown {

/// What came of dialing a port that nobody listens on, and which the kernel may give to the dialing
/// socket itself.
struct SelfDials
{
    QString notTried; ///< why it cannot be tried here; empty when it was
    QStringList wrong;
    int metItself = 0; ///< dials of which a socket was connected to itself
    double perSecond = 0;
    double cpuShare = 0; ///< of a core, used by the process that dials
};

/// Has another process dial \a count times, one after the other at a steady pace, in a network of
/// its own with two ports, and judges its records.
SelfDials dialOneself(int count);

/// True when this process is to be the one that dials: main() goes on with runSelfDialer() then.
bool isSelfDialerCall(int argc, char **argv);

/// The main() of that process. To be called before anything starts a thread.
int runSelfDialer(int argc, char **argv);

} // namespace Teardown
