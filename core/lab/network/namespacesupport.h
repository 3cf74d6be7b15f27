// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Teardown {

/// What of a private network could not be made.
enum class NamespaceStage {
    Namespace, ///< a user or network namespace
    Network, ///< what is inside
};

/// The settings of a system that keep unprivileged programs from making namespaces.
struct NamespaceLimits
{
    bool isAppArmor = false; ///< kernel.apparmor_restrict_unprivileged_userns (Ubuntu)
    bool isSysctl = false; ///< kernel.unprivileged_userns_clone is 0 (Debian)
    bool isSeccomp = false; ///< this process has a filter

    /// Those of this system.
    static NamespaceLimits read();
};

/// Why there is no private network when \a stage failed with \a error, an errno: what forbids it,
/// as one of a few fixed sentences in English.
QString whyNoNamespace(NamespaceStage stage, int error, const NamespaceLimits &limits);

/// As above, with the limits of this system.
QString whyNoNamespace(NamespaceStage stage, int error);

/// Makes this process, which must have one thread, root in a user namespace of its own, where it
/// may do with networks what it likes (user_namespaces(7)). Returns why it could not; empty for all
/// is well.
QString enterUserNamespace();

/// Why no private network can be made here, tried in a child process once; empty when it can. Safe
/// to call from any thread.
///
/// The child has copies of this process's sockets for some milliseconds: a close(2) in that time
/// sends no FIN before the child has ended. Call it first before anything depends on that.
const QString &networkNamespaceFault();

} // namespace Teardown
