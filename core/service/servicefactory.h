// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/servicekind.h"
#include "core/close/closereport.h"
#include "core/net/service.h"

namespace Teardown {

/// Makes the services of connections that speak \a kind in \a role.
ServiceFactory serviceFactory(ServiceKind kind, Role role);

} // namespace Teardown
