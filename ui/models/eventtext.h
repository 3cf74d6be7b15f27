// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/record/event.h"

#include <QString>

namespace Teardown {

/// What kind of event it is, translated: "opened".
QString eventKindText(const Event &event);

/// What happened, in one translated line.
QString eventText(const Event &event);

/// The connection it is about, 0 for none.
ConnectionId connectionOf(const Event &event);

} // namespace Teardown
