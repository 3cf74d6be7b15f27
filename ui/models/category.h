// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/close/closereport.h"
#include "core/close/connectionstate.h"

#include <QString>

#include <array>

namespace Teardown {

/// What a reader is to see at a glance. The theme has one colour and one icon for each; the glyph
/// carries the same meaning where there are neither.
enum class Category {
    Open, ///< connecting or open
    HalfClosed, ///< the peer's FIN came, we still answer
    Lingering, ///< we are closing: flushing, or waiting for the peer's FIN
    Orderly, ///< ended by FIN
    Reset, ///< ended by RST, other than for a deadline of ours
    Deadline, ///< a deadline of ours ended it
    Network, ///< no side wanted it: timeout in the kernel, unreachable, name not found
    Unknown,
};

inline constexpr std::array allCategories{Category::Open,
                                          Category::HalfClosed,
                                          Category::Lingering,
                                          Category::Orderly,
                                          Category::Reset,
                                          Category::Deadline,
                                          Category::Network,
                                          Category::Unknown};

/// For live connections; an ended one is judged by its reason, without one it is Unknown.
Category categoryOf(ConnectionState state);
Category categoryOf(Reason reason);

/// One character: ● ◐ ◔ ■ ✕ ⧖ ⌁ ?
QChar glyph(Category category);

/// The legend, translated: "ended in good order".
QString displayText(Category category);

} // namespace Teardown
