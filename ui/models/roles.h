// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <Qt>

namespace Teardown {

/// What the models tell beside the roles of Qt. They know no colours and no icons.
///
/// All models answer Qt::DisplayRole, Qt::ToolTipRole (absolute times, explanations),
/// Qt::AccessibleTextRole (heading and value in words) and Qt::TextAlignmentRole.
enum ModelRole : int {
    SortRole = Qt::UserRole, ///< a number, or a string that sorts as its address
    CategoryRole, ///< int of Category; invalid where nothing is to stand out
    FreshRole, ///< int of Freshness
    FractionRole, ///< double, 0 to 1, for a bar; invalid where there is none
    IdRole, ///< qulonglong: ConnectionId, or EndpointId in an EndpointModel; 0 for none
    ExportRole, ///< for files: tokens, plain numbers (bytes, seconds), addresses; empty if unknown
    ReasonRole, ///< int of Reason; invalid for a live connection
};

/// Whether a row has something new to say.
enum class Freshness { None, New, Ended };

} // namespace Teardown
