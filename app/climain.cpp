// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "app/commandmain.h"

int main(int argc, char **argv)
{
    Teardown::prepareProcess();
    return Teardown::runCommand(argc, argv, 1, QStringLiteral("teardown-cli"));
}
