// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/actornursery.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace Teardown {

/// Called as the lab calls its own program (labNurseryCommand()).
inline bool isNurseryCall(int argc, char **argv)
{
    return argc == 4 && qstrcmp(argv[1], "--headless") == 0 && qstrcmp(argv[3], "nursery") == 0;
}

/// To be called before the QApplication: the settings of an application that keeps them in
/// \a folder, and no screen unless the environment names one.
void prepareWindowTest(const QString &folder);

/// The main() of a test of the window.
template <typename Test> int runWindowTest(int argc, char **argv)
{
    if (isNurseryCall(argc, argv))
        return runActorNursery();
    const QTemporaryDir folder;
    prepareWindowTest(folder.path());
    const QApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

/// Any warning fails the test function that runs, but what Qt says of a screen it has not got.
void failOnAnyWarning();

/// To be called before each test function: any warning fails it, the settings of the one before are
/// gone, the language is English and the theme light.
void startAnew();

} // namespace Teardown
