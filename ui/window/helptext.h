// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Teardown {

/// The help page in the reader's language, as HTML: what the window shows, what the shapes mean,
/// every reason in a line, and the first things to try.
QString helpHtml();

} // namespace Teardown
