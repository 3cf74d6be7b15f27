// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/support/descriptorpair.h"
#include "tests/support/watcher.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <QTest>

#include <unistd.h>

using namespace Teardown;

using enum QSocketNotifier::Type;

/// Descriptors that epoll refuses, and those that change without the dispatcher being told.
class tst_IrregularNotifiers : public QObject
{
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setEventDispatcher(new EpollDispatcher); }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void regularFile_isAlwaysReady();
    void regularFile_doesNotSpinForExceptions();
    void closedDescriptor_isDisabledWithAWarning();
    void secondNotifier_replacesTheFirstWithAWarning();
    void descriptorReopenedBehindOurBack_isWatched();
    void descriptorDuplicatedBehindOurBack_isWatched();
};

void tst_IrregularNotifiers::regularFile_isAlwaysReady()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    Watcher reader(file.handle(), Read);
    Watcher writer(file.handle(), Write);
    for (int round = 1; round <= 3; ++round) {
        QVERIFY(pass());
        QCOMPARE(reader.count(), round);
    }
    QVERIFY(writer.count() >= 3);

    // Each may be disabled by itself.
    writer.forget();
    reader.react = [&] {
        reader.notifier->setEnabled(false);
    };
    QVERIFY(pass());
    QVERIFY(pass());
    QCOMPARE(reader.count(), 4);
    QCOMPARE(writer.count(), 2);
    writer.notifier.reset();
    QVERIFY(!pass());
}

void tst_IrregularNotifiers::regularFile_doesNotSpinForExceptions()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    Watcher urgent(file.handle(), Exception);
    QVERIFY(!pass());
    QVERIFY(!pass());
    QCOMPARE(urgent.count(), 0);
}

void tst_IrregularNotifiers::closedDescriptor_isDisabledWithAWarning()
{
    DescriptorPair pair;
    const int descriptor = pair.ours();
    pair.closeOurs();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Invalid socket")));
    Watcher reader(descriptor, Read);
    Watcher urgent(descriptor, Exception);
    QVERIFY(!pass());
    QVERIFY(!reader.notifier->isEnabled());
    QVERIFY(!urgent.notifier->isEnabled());
    QVERIFY(!pass());
}

void tst_IrregularNotifiers::secondNotifier_replacesTheFirstWithAWarning()
{
    DescriptorPair pair;
    Watcher first(pair.ours(), Read);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Multiple socket")));
    Watcher second(pair.ours(), Read);
    first.notifier.reset();
    pair.send();
    QVERIFY(pass());
    QCOMPARE(second.count(), 1);
    QCOMPARE(first.count(), 0);
}

void tst_IrregularNotifiers::descriptorReopenedBehindOurBack_isWatched()
{
    DescriptorPair old;
    DescriptorPair replacement;
    Watcher reader(old.ours(), Read);
    pass();
    QCOMPARE(::dup2(replacement.ours(), old.ours()), old.ours());
    // The kernel has forgotten the registration that this change is for.
    Watcher urgent(old.ours(), Exception);
    pass();
    replacement.send();
    QVERIFY(pass());
    QCOMPARE(reader.count(), 1);
}

void tst_IrregularNotifiers::descriptorDuplicatedBehindOurBack_isWatched()
{
    DescriptorPair pair;
    const int descriptor = pair.ours();
    Watcher reader(descriptor, Read);
    pass();
    const int duplicate = ::dup(descriptor);
    pair.closeOurs();
    // The kernel cannot be told, and keeps the registration for the sake of the duplicate.
    reader.notifier->setEnabled(false);
    QCOMPARE(::dup2(duplicate, descriptor), descriptor);
    reader.notifier->setEnabled(true);
    pass();
    pair.send();
    QVERIFY(pass());
    QCOMPARE(reader.count(), 1);
    reader.notifier.reset();
    ::close(descriptor);
    ::close(duplicate);
}

QTEST_GUILESS_MAIN(tst_IrregularNotifiers)
#include "tst_irregularnotifiers.moc"
