// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/network/namespacesupport.h"

#include "core/lab/network/privatenetwork.h"

#include <QFile>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Teardown {

namespace {

QByteArray contentOf(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeTo(const char *path, const QByteArray &text)
{
    const Descriptor file(::open(path, O_WRONLY | O_CLOEXEC));
    return file.isOpen()
        && ::write(file.value(), text.constData(), static_cast<std::size_t>(text.size()))
        == text.size();
}

QByteArray rootIs(unsigned id)
{
    return QByteArray("0 " + QByteArray::number(id) + " 1");
}

/// In a child process: tells on \a answer why there can be no private network.
void tryNetwork(const Descriptor &answer)
{
    const auto network = PrivateNetwork::make();
    const QByteArray fault = network.error().toUtf8();
    const auto size = static_cast<std::size_t>(fault.size());
    ::_exit(::write(answer.value(), fault.constData(), size) == fault.size() ? 0 : 1);
}

QString tryInChild()
{
    const QString failed = whyNoNamespace(NamespaceStage::Namespace, EAGAIN);
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return failed;
    const Descriptor in(ends[0]);
    Descriptor out(ends[1]);
    const pid_t child = ::fork();
    if (child == 0)
        tryNetwork(out);
    out.close();
    std::array<char, 512> text{};
    const auto size = child > 0 ? ::read(in.value(), text.data(), text.size()) : -1;
    int status = -1;
    if (child <= 0 || ::waitpid(child, &status, 0) != child || status != 0 || size < 0)
        return failed;
    return QString::fromUtf8(text.data(), size);
}

} // namespace

NamespaceLimits NamespaceLimits::read()
{
    return {.isAppArmor
            = contentOf("/proc/sys/kernel/apparmor_restrict_unprivileged_userns").startsWith('1'),
            .isSysctl = contentOf("/proc/sys/kernel/unprivileged_userns_clone").startsWith('0'),
            .isSeccomp = contentOf("/proc/self/status").contains("\nSeccomp:\t2")};
}

QString whyNoNamespace(NamespaceStage stage, int error, const NamespaceLimits &limits)
{
    const bool isForbidden = error == EPERM || error == EACCES;
    if (error == ENOSPC)
        return QStringLiteral("It needs a private network namespace, and "
                              "user.max_user_namespaces or user.max_net_namespaces allows no "
                              "more of them.");
    if (isForbidden && limits.isSysctl)
        return QStringLiteral("It needs a private network namespace, which "
                              "kernel.unprivileged_userns_clone = 0 forbids.");
    if (isForbidden && limits.isAppArmor)
        return QStringLiteral("It needs a private network namespace, which AppArmor forbids "
                              "(kernel.apparmor_restrict_unprivileged_userns = 1).");
    if (isForbidden && limits.isSeccomp)
        return QStringLiteral("It needs a private network namespace, which a seccomp filter "
                              "forbids, as in most containers.");
    if (error == EROFS)
        return QStringLiteral("It needs a private network namespace, and /proc/sys is read-only, "
                              "as in most containers.");
    if (stage == NamespaceStage::Network && error == EOPNOTSUPP)
        return QStringLiteral("It needs a private network namespace, and this kernel has no "
                              "virtual Ethernet (veth).");
    if (stage == NamespaceStage::Network)
        return QStringLiteral("It needs a private network namespace, and its network cannot be "
                              "set up here.");
    if (error == EINVAL || error == ENOSYS)
        return QStringLiteral("It needs a private network namespace, which this kernel does not "
                              "offer.");
    return QStringLiteral("It needs a private network namespace, which this system does not "
                          "permit.");
}

QString whyNoNamespace(NamespaceStage stage, int error)
{
    return whyNoNamespace(stage, error, NamespaceLimits::read());
}

QString enterUserNamespace()
{
    const unsigned user = ::geteuid();
    const unsigned group = ::getegid();
    if (::unshare(CLONE_NEWUSER) != 0)
        return whyNoNamespace(NamespaceStage::Namespace, errno);
    // Without the second file nobody unprivileged may write the third (user_namespaces(7)).
    if (!writeTo("/proc/self/uid_map", rootIs(user)) || !writeTo("/proc/self/setgroups", "deny")
        || !writeTo("/proc/self/gid_map", rootIs(group)))
        return whyNoNamespace(NamespaceStage::Namespace, errno);
    return {};
}

const QString &networkNamespaceFault()
{
    static const QString fault = tryInChild();
    return fault;
}

} // namespace Teardown
