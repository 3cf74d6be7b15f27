// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

#include <span>

namespace Teardown {

struct Plan;

/// Who is measured side by side.
enum class Who { RawEpoll, Go, Libevent, QtDefault, OursWithoutGate, Ours };

std::span<const Who> everybody();

QString nameOf(Who who);

/// The command of \a who as an echo server, for ServerProcess; empty when that peer was not built.
QStringList echoServer(const Plan &plan, Who who);

/// Our program as it is delivered, with everything that tells the truth on: gate, evidence,
/// deadlines, events. \a service as in --service, \a options more of the command line.
QStringList ourServer(const QString &service, const QStringList &options = {});

} // namespace Teardown
