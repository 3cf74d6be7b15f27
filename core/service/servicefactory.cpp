// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/service/servicefactory.h"

#include "core/service/lineclient.h"
#include "core/service/lineservice.h"
#include "core/service/streamservices.h"

namespace Teardown {

namespace {

template <typename Kind> ServiceFactory factoryOf()
{
    return [](Connection &connection) {
        return std::make_unique<Kind>(connection);
    };
}

} // namespace

ServiceFactory serviceFactory(ServiceKind kind, Role role)
{
    switch (kind) {
    case ServiceKind::Line:
        return role == Role::Server ? factoryOf<LineService>() : factoryOf<LineClient>();
    case ServiceKind::Echo:
        return factoryOf<EchoService>();
    case ServiceKind::Discard:
        return factoryOf<DiscardService>();
    case ServiceKind::Chargen:
        return factoryOf<ChargenService>();
    }
    Q_UNREACHABLE();
}

} // namespace Teardown
