// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

/// What reads bytes from outside, each with the promises that hold whatever the bytes are. They are
/// driven by libFuzzer (the preset fuzz) and by a short form without it (tst_fuzz).
///
/// Every function returns the promise that was broken; empty when none was.
namespace Teardown::FuzzTargets {

/// A line of the protocol: numbers are within their limits, upper and lower case are the same.
QString lineRequest(const QByteArray &line);

/// A stream of JSON Lines: however it is cut in two, the same lines come of it. The first byte says
/// where it is cut.
QString jsonlReader(const QByteArray &bytes);

/// A scenario's file: there is a scenario, or an error that names file and line.
QString scenario(const QByteArray &json);

/// A command line, one argument a line: it is understood, or the program ends with a reason.
QString commandLine(const QByteArray &arguments);

} // namespace Teardown::FuzzTargets
