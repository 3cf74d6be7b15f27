// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commandline.h"
#include "core/lab/scenario/scenario.h"

#include <optional>
#include <variant>

namespace Teardown {

/// The command line of `lab`, checked.
struct LabLine
{
    enum class Verb { List, Check, Run };

    QString program; ///< for messages: "teardown-cli"
    Verb verb = Verb::List;
    QStringList operands; ///< ids to run, files to check
    bool all = false;
    bool isJson = false; ///< list: as JSON
    std::optional<LabLevel> level; ///< run only these
    QString junitFile; ///< empty: none
    QString jsonFile;
    QString packetFolder; ///< empty: packets are not saved
    QString scenarioFolder;
    int jobs = 1;
};

/// Reads what follows the word "lab", and the TEARDOWN_ variables; the command line wins.
std::variant<LabLine, EarlyExit> parseLabLine(const QString &program, const QStringList &arguments);

} // namespace Teardown
