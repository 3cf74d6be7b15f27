// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/vanish.h"

#include "core/base/descriptor.h"
#include "core/close/closereport.h"

#include <cerrno>

#include <linux/filter.h>
#include <sys/socket.h>

namespace Teardown {

bool vanish(int descriptor)
{
    sock_filter dropAll{.code = BPF_RET | BPF_K, .jt = 0, .jf = 0, .k = 0};
    const sock_fprog program{.len = 1, .filter = &dropAll};
    return ::setsockopt(descriptor, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof(program)) == 0;
}

QString vanishFault()
{
    const Descriptor trial(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    return vanish(trial.value()) ? QString()
                                 : QStringLiteral("SO_ATTACH_FILTER: %1").arg(errnoName(errno));
}

} // namespace Teardown
