// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/base/servicekind.h"

namespace Teardown {

QLatin1StringView token(ServiceKind kind)
{
    switch (kind) {
    case ServiceKind::Line:
        return QLatin1StringView("line");
    case ServiceKind::Echo:
        return QLatin1StringView("echo");
    case ServiceKind::Discard:
        return QLatin1StringView("discard");
    case ServiceKind::Chargen:
        return QLatin1StringView("chargen");
    }
    Q_UNREACHABLE();
}

std::optional<ServiceKind> serviceKindFromToken(QStringView text)
{
    for (const ServiceKind kind : allServiceKinds) {
        if (text == token(kind))
            return kind;
    }
    return std::nullopt;
}

} // namespace Teardown
