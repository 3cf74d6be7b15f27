// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace Teardown {

/// What an endpoint speaks: the line protocol teardown/1, or RFC 862, 863 and 864.
enum class ServiceKind { Line, Echo, Discard, Chargen };

inline constexpr std::array allServiceKinds{ServiceKind::Line,
                                            ServiceKind::Echo,
                                            ServiceKind::Discard,
                                            ServiceKind::Chargen};

QLatin1StringView token(ServiceKind kind);
std::optional<ServiceKind> serviceKindFromToken(QStringView token);

} // namespace Teardown
