// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/record/event.h"

#include <QString>

namespace Teardown {

// Every token in the reader's language. The translation contexts are "Teardown::" and the name of
// the type.

QString displayText(Role role);
QString displayText(EndedBy endedBy);
QString displayText(Wire wire);
QString displayText(Phase phase);
QString displayText(Grade grade);
QString displayText(Layer layer);
QString displayText(Reason reason);
QString displayText(What what);
QString displayText(ConnectionState state);
QString displayText(DeadlineKind kind);
QString displayText(EndpointState state);
QString displayText(DrainStage stage);

/// The detail of \a evidence: numbers with what they count, tokens as words, the rest escaped.
QString detailText(const Evidence &evidence);

/// The names of services are the same in every language.
QString displayText(ServiceKind service);

/// Why a connection keeps a drain from finishing: "in a request for 3.1 s".
QString displayText(const Holdup &holdup);

/// The state of a live connection; in a drain "draining", until our FIN is out.
QString stateText(const ConnectionSnapshot &connection);

/// True when stateText() says "draining" instead of the state's own name.
bool showsDraining(const ConnectionSnapshot &connection);

/// The sentence of core/close/summary.h in the reader's language, and the line that explains a
/// reason.
QString summaryText(const CloseReport &report);
QString explanationText(Reason reason);

} // namespace Teardown
