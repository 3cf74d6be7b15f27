// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/scenario/scenario.h"

#include <QJsonValue>

#include <vector>

namespace Teardown {

/// Every way to make the expectation \a expected of \a fact wrong in one place: each bound, each
/// field, each event.
std::vector<QJsonValue> falsifications(const QString &fact, const QJsonValue &expected);

/// \a scenario with every expectation made wrong.
Scenario falsified(Scenario scenario);

} // namespace Teardown
