// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/models/batches.h"
#include "tests/ui/support/windowtestmain.h"
#include "ui/models/connectionmodel.h"
#include "ui/window/exportjob.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace Teardown {

/// The file of an export.
class tst_ExportJob : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void newFile_isItsOwnersAlone();
    void oldFile_keepsItsMode();

private:
    static constexpr QFileDevice::Permissions owner
        = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

    /// The mode of \a path after an export to it; without what Qt adds for the user who asks.
    static QFileDevice::Permissions modeAfterExport(const QString &path);
};

QFileDevice::Permissions tst_ExportJob::modeAfterExport(const QString &path)
{
    ConnectionModel model(start());
    model.apply({{opened(1)}, {snapshot(1)}, {}});
    ExportJob job(model, {1}, ExportFormat::JsonLines, path);
    const QSignalSpy finished(&job, &ExportJob::finished);
    job.start();
    if (!QTest::qWaitFor([&finished] { return !finished.isEmpty(); }))
        return {};
    return QFile::permissions(path) & ~(QFileDevice::ReadUser | QFileDevice::WriteUser);
}

void tst_ExportJob::newFile_isItsOwnersAlone()
{
    const QTemporaryDir folder;
    QCOMPARE(modeAfterExport(folder.filePath(QStringLiteral("new.jsonl"))), owner);
}

void tst_ExportJob::oldFile_keepsItsMode()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("old.jsonl"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(file.setPermissions(owner | QFileDevice::ReadGroup));
    QCOMPARE(modeAfterExport(path), owner | QFileDevice::ReadGroup);
}

} // namespace Teardown

QTEST_GUILESS_MAIN(Teardown::tst_ExportJob)
#include "tst_exportjob.moc"
