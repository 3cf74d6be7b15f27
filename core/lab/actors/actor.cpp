// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/lab/actors/actor.h"

namespace Teardown {

SocketAddress addressFrom(const QJsonValue &value)
{
    const auto parsed = parseSocketAddress(value.toString());
    return parsed ? *parsed : SocketAddress{};
}

SocketAddress addressIn(const Step &step, QLatin1StringView name)
{
    return addressFrom(step.arguments.value(name));
}

} // namespace Teardown
