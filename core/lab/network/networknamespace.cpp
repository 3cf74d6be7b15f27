// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/network/networknamespace.h"

#include <QtGlobal>

#include <cerrno>

#include <fcntl.h>
#include <sched.h>

namespace Teardown {

NetworkNamespace NetworkNamespace::current()
{
    return NetworkNamespace(Descriptor(::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC)));
}

NetworkNamespace NetworkNamespace::makeAndEnter()
{
    return ::unshare(CLONE_NEWNET) == 0 ? current() : NetworkNamespace();
}

int NetworkNamespace::enter() const
{
    return ::setns(m_file.value(), CLONE_NEWNET) == 0 ? 0 : errno;
}

NamespaceVisit::NamespaceVisit() = default;

NamespaceVisit::NamespaceVisit(const NetworkNamespace &place)
    : m_before(NetworkNamespace::current())
{
    // Whoever may make namespaces may enter them: this fails only by a mistake of ours.
    const int error = place.enter();
    if (error != 0)
        qFatal("A network namespace cannot be entered (errno %d).", error);
}

NamespaceVisit::~NamespaceVisit()
{
    if (m_before.isOpen())
        m_before.enter();
}

} // namespace Teardown
