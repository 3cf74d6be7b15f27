// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/close/closereport.h"

namespace Teardown {

/// Turns an English template (marked in summary.cpp with context "Teardown::Summary") into the
/// reader's language.
using Wording = QString (*)(const char *source);

/// Leaves the template as it is: what files and the command line use.
QString englishWording(const char *source);

/// One sentence for people: who ended the connection how, and what was lost.
QString summary(const CloseReport &report, Wording wording = englishWording);

/// One line that explains \a reason itself, for the chart and the help.
QString explanation(Reason reason, Wording wording = englishWording);

} // namespace Teardown
