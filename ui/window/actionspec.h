// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme/glyphs.h"
#include "ui/window/actions.h"

#include <QKeyCombination>

#include <optional>
#include <span>

namespace Teardown {

/// One row of the table of actions. Texts are in the context "Teardown::Actions".
struct ActionSpec
{
    /// How an action is triggered by its key.
    enum class Reach {
        Window, ///< wherever the focus is
        Tables, ///< only with the focus in a table: elsewhere the key has its own meaning
    };

    enum class Kind { Command, Switch, Choice };

    ActionId id;
    const char *name; ///< object name, stable
    const char *text;
    const char *tip;
    QKeyCombination key;
    std::optional<Glyph> glyph{};
    Kind kind = Kind::Command;
    Reach reach = Reach::Window;
};

/// Those of the lab.
std::span<const ActionSpec> labActionSpecs();

} // namespace Teardown
