// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/descriptor.h"

namespace Teardown {

/// A network namespace (network_namespaces(7)); lives as long as this object, or a thread, a socket
/// or a process in it.
class NetworkNamespace
{
public:
    /// Not open.
    NetworkNamespace() = default;

    /// That of the calling thread. Not open when /proc cannot be read.
    static NetworkNamespace current();

    /// Moves the calling thread into a new one, with only a loopback interface, which is down;
    /// needs CAP_SYS_ADMIN in the thread's user namespace. Not open, with errno, when that fails.
    static NetworkNamespace makeAndEnter();

    bool isOpen() const { return m_file.isOpen(); }
    int descriptor() const { return m_file.value(); }

    /// Moves the calling thread. Returns 0 or an errno.
    int enter() const;

private:
    explicit NetworkNamespace(Descriptor file)
        : m_file(std::move(file))
    {
    }

    Descriptor m_file;
};

/// While it lives the thread that made it is in another network namespace: sockets it makes belong
/// there, and threads it starts stay there.
class NamespaceVisit
{
public:
    /// Goes nowhere.
    NamespaceVisit();

    /// \a place must be open.
    explicit NamespaceVisit(const NetworkNamespace &place);

    /// Goes back.
    ~NamespaceVisit();

    NamespaceVisit(const NamespaceVisit &) = delete;
    NamespaceVisit &operator=(const NamespaceVisit &) = delete;
    NamespaceVisit(NamespaceVisit &&) = delete;
    NamespaceVisit &operator=(NamespaceVisit &&) = delete;

private:
    NetworkNamespace m_before;
};

} // namespace Teardown
