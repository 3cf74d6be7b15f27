// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/actor.h"

namespace Teardown {

SocketAddress addressIn(const Step &step, QLatin1StringView name)
{
    const auto parsed = parseSocketAddress(step.arguments.value(name).toString());
    return parsed ? *parsed : SocketAddress{};
}

} // namespace Teardown
