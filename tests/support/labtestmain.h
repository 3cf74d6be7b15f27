// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/actornursery.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>

namespace Teardown {

/// Process actors come from this program itself, called with one word more.
inline std::shared_ptr<ActorNursery> testNursery()
{
    return std::make_shared<ActorNursery>(
        QStringList{QCoreApplication::applicationFilePath(), QStringLiteral("nursery")});
}

/// The main() of a test that uses testNursery().
template <typename Test> int runLabTest(int argc, char **argv)
{
    if (argc == 2 && qstrcmp(argv[1], "nursery") == 0)
        return runActorNursery();
    const QCoreApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace Teardown
