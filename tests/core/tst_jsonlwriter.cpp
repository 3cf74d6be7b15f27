// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/record/jsonlwriter.h"
#include "tests/support/allocated.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Teardown;

class tst_JsonlWriter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void file_getsTheLinesInOrder();
    void file_isPrivateAndEmptied();
    void file_thatCannotBeOpenedIsNamed();
    void pipe_getsTheLinesFromTheEventLoop();
    void pipe_getsLongLinesWhole();
    void unreadPipe_doesNotHoldUpTheWriter();
    void unreadPipe_dropsWholeLinesAtTheLimit();
    void unreadPipe_endsFlushAtItsLimit();
    void slowReader_getsEverythingInOrder();
    void burst_isNotKeptInMemory();
    void closedPipe_isOneFailure();
    void fullDisk_isOneFailure();
    void invalidDescriptor_isAFailure();
    void afterAFailure_linesAreCounted();
};

namespace {

/// A pipe whose writing end the writer takes over. Reading never blocks.
class Pipe
{
public:
    Pipe()
    {
        std::array<int, 2> ends{-1, -1};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0 || ::fcntl(ends[0], F_SETFL, O_NONBLOCK) != 0)
            qFatal("no pipe");
        reader = ends[0];
        writer = ends[1];
    }
    ~Pipe() { closeReader(); }
    Q_DISABLE_COPY_MOVE(Pipe)

    void closeReader()
    {
        if (reader >= 0)
            ::close(reader);
        reader = -1;
    }

    QByteArray read(std::size_t most) const
    {
        QByteArray bytes(static_cast<qsizetype>(most), Qt::Uninitialized);
        const ssize_t size = ::read(reader, bytes.data(), most);
        bytes.truncate(qMax<ssize_t>(size, 0));
        return bytes;
    }

    /// Everything that came since this was first called.
    const QByteArray &collected()
    {
        m_collected += read(65'536);
        return m_collected;
    }

    int reader = -1;
    int writer = -1;

private:
    QByteArray m_collected;
};

QByteArray line(int number, qsizetype length = 0)
{
    const QByteArray text = QByteArray::number(number);
    return text + QByteArray(qMax<qsizetype>(length - text.size() - 1, 0), '.') + '\n';
}

const QString name = QStringLiteral("the test");

} // namespace

void tst_JsonlWriter::file_getsTheLinesInOrder()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("events.jsonl"));
    QByteArray expected;
    {
        Result<std::unique_ptr<JsonlWriter>> writer = JsonlWriter::open(path);
        QVERIFY2(writer, qPrintable(writer.error()));
        for (int i = 0; i < 1'000; ++i) {
            (*writer)->write(line(i));
            expected += line(i);
        }
        QVERIFY((*writer)->flush(Milliseconds{5'000}));
        QCOMPARE((*writer)->dropped(), quint64{0});
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), expected);
}

void tst_JsonlWriter::file_isPrivateAndEmptied()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("events.jsonl"));
    for (int run = 1; run <= 2; ++run) {
        Result<std::unique_ptr<JsonlWriter>> writer = JsonlWriter::open(path);
        QVERIFY2(writer, qPrintable(writer.error()));
        (*writer)->write(line(run));
        QVERIFY((*writer)->flush(Milliseconds{5'000}));
    }
    struct stat status
    {
    };
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777u, 0600u);
    QCOMPARE(qint64{status.st_size}, qint64{2});
}

void tst_JsonlWriter::file_thatCannotBeOpenedIsNamed()
{
    const Result<std::unique_ptr<JsonlWriter>> writer
        = JsonlWriter::open(QStringLiteral("/nowhere/events.jsonl"));
    QVERIFY(!writer);
    QCOMPARE(writer.error(),
             QStringLiteral("cannot write events to \"/nowhere/events.jsonl\": No such file or "
                            "directory"));
}

void tst_JsonlWriter::pipe_getsTheLinesFromTheEventLoop()
{
    Pipe pipe;
    JsonlWriter writer(pipe.writer, name);
    writer.write(line(1));
    writer.write(line(2));
    QTRY_COMPARE(pipe.collected(), QByteArray("1\n2\n"));
}

void tst_JsonlWriter::pipe_getsLongLinesWhole()
{
    Pipe pipe;
    JsonlWriter writer(pipe.writer, name);
    QByteArray expected;
    for (const int length : {10'000, 4'095, 4'096, 4'097, 2}) {
        writer.write(line(length, length));
        expected += line(length, length);
    }
    QVERIFY(writer.flush(Milliseconds{5'000}));
    QCOMPARE(pipe.read(65'536), expected);
}

void tst_JsonlWriter::unreadPipe_doesNotHoldUpTheWriter()
{
    Pipe pipe;
    JsonlWriter writer(pipe.writer, name);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 1'000; ++i) {
        writer.write(line(i, 1'000));
        QCoreApplication::processEvents();
    }
    QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(writer.dropped(), quint64{0});
    QCOMPARE(writer.error(), QString());
}

void tst_JsonlWriter::unreadPipe_dropsWholeLinesAtTheLimit()
{
    Pipe pipe;
    JsonlWriter writer(pipe.writer, name);
    QSignalSpy drops(&writer, &JsonlWriter::droppedChanged);
    constexpr qsizetype length = 64 * 1024;
    constexpr int most = jsonlQueueLimit / length;
    for (int i = 0; i < most; ++i)
        writer.write(line(i, length));
    QCOMPARE(writer.dropped(), quint64{0});
    writer.write(line(most));
    QCOMPARE(writer.dropped(), quint64{1});
    QCOMPARE(drops.size(), 1);
    QCOMPARE(drops.at(0).at(0).toULongLong(), 1u);

    // What was taken still goes out, whole; then there is room again.
    qint64 received = 0;
    QByteArray end;
    while (received < jsonlQueueLimit) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        end = pipe.read(65'536);
        received += end.size();
    }
    QCOMPARE(received, qint64{jsonlQueueLimit});
    QVERIFY(end.endsWith('\n'));
    writer.write(line(7));
    QTRY_COMPARE(pipe.collected(), QByteArray("7\n"));
    QVERIFY(!writer.flush(Milliseconds{0}));
}

void tst_JsonlWriter::unreadPipe_endsFlushAtItsLimit()
{
    Pipe pipe;
    JsonlWriter writer(pipe.writer, name);
    for (int i = 0; i < 200; ++i)
        writer.write(line(i, 1'000));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!writer.flush(Milliseconds{200}));
    QVERIFY2(timer.elapsed() >= 200 && timer.elapsed() < 2'000,
             qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(writer.error(),
             QStringLiteral("cannot write events to the test: its reader took too long"));
    const int received = static_cast<int>(pipe.read(200'000).count('\n'));
    QCOMPARE(writer.dropped(), static_cast<quint64>(200 - received));
}

void tst_JsonlWriter::slowReader_getsEverythingInOrder()
{
    Pipe pipe;
    JsonlWriter writer(pipe.writer, name);
    QByteArray expected;
    for (int i = 0; i < 2'000; ++i) {
        writer.write(line(i, 100));
        expected += line(i, 100);
    }
    QByteArray received;
    while (received.size() < expected.size()) {
        QCoreApplication::processEvents();
        received += pipe.read(1'777);
    }
    QVERIFY(received == expected);
    QVERIFY(writer.flush(Milliseconds{0}));
}

void tst_JsonlWriter::burst_isNotKeptInMemory()
{
    constexpr qsizetype length = 1'000;
    constexpr std::size_t burst = 8 * 1024 * 1024;
    const Pipe pipe;
    JsonlWriter writer(pipe.writer, name);
    const std::size_t before = allocatedBytes();
    if (before == 0)
        QSKIP("The allocator does not tell what it holds.");
    for (std::size_t size = 0; size < burst; size += length)
        writer.write(line(1, length));
    QVERIFY(allocatedBytes() >= before + burst);
    std::size_t arrived = 0;
    const auto hasArrived = [&] {
        arrived += static_cast<std::size_t>(pipe.read(burst).size());
        return arrived >= burst;
    };
    QVERIFY(QTest::qWaitFor(hasArrived, 10'000));
    QTRY_VERIFY(allocatedBytes() < before + burst / 8);
}

void tst_JsonlWriter::closedPipe_isOneFailure()
{
    Pipe pipe;
    JsonlWriter writer(pipe.writer, name);
    QSignalSpy failures(&writer, &JsonlWriter::failed);
    pipe.closeReader();
    writer.write(line(1));
    writer.write(line(2));
    QTRY_COMPARE(failures.size(), 1);
    QCOMPARE(failures.at(0).at(0).toString(),
             QStringLiteral("cannot write events to the test: Broken pipe"));
    QCOMPARE(writer.error(), failures.at(0).at(0).toString());
    QVERIFY(!writer.flush(Milliseconds{1'000}));
    QCOMPARE(failures.size(), 1);
    QCOMPARE(writer.dropped(), quint64{2});
}

void tst_JsonlWriter::fullDisk_isOneFailure()
{
    Result<std::unique_ptr<JsonlWriter>> writer = JsonlWriter::open(QStringLiteral("/dev/full"));
    QVERIFY2(writer, qPrintable(writer.error()));
    QSignalSpy failures(writer->get(), &JsonlWriter::failed);
    (*writer)->write(line(1));
    QVERIFY(!(*writer)->flush(Milliseconds{1'000}));
    QCOMPARE(failures.size(), 1);
    QCOMPARE((*writer)->error(),
             QStringLiteral("cannot write events to \"/dev/full\": No space left on device"));
}

void tst_JsonlWriter::invalidDescriptor_isAFailure()
{
    const int readOnly = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    JsonlWriter writer(readOnly, name);
    writer.write(line(1));
    QVERIFY(!writer.flush(Milliseconds{1'000}));
    QCOMPARE(writer.error(),
             QStringLiteral("cannot write events to the test: Bad file descriptor"));
}

void tst_JsonlWriter::afterAFailure_linesAreCounted()
{
    Pipe pipe;
    JsonlWriter writer(pipe.writer, name);
    pipe.closeReader();
    writer.write(line(1));
    QVERIFY(!writer.flush(Milliseconds{1'000}));
    writer.write(line(2));
    writer.write(line(3));
    QCOMPARE(writer.dropped(), quint64{3});
}

QTEST_GUILESS_MAIN(tst_JsonlWriter)
#include "tst_jsonlwriter.moc"
