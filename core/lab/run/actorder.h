// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/actrun.h"

#include <QJsonObject>

namespace Teardown {

/// What a child process has to know to run an act: a scenario of which it is the only act, and the
/// options but for the nursery and the capture.
struct ActOrder
{
    Scenario scenario;
    LabOptions options;
};

QJsonObject toJson(const ActOrder &order);

/// From an object of toJson().
ActOrder actOrderFrom(const QJsonObject &object);

} // namespace Teardown
