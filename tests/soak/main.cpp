// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "core/base/wholenumber.h"
#include "core/net/limits.h"
#include "tests/soak/selfconnect.h"
#include "tests/soak/soak.h"

#include <QCoreApplication>
#include <QFile>

#include <chrono>
#include <cstdio>
#include <limits>
#include <random>
#include <vector>

namespace Teardown {

namespace {

constexpr qsizetype shownFailures = 5;

enum ExitCode { ExitPassed = 0, ExitFailed = 1, ExitUsage = 2 };

struct Options
{
    SoakRun run;
    std::vector<const SoakRow *> rows;
};

void print(const QString &text)
{
    std::fputs(qPrintable(text), stdout);
    std::fflush(stdout);
}

QString usage()
{
    QString text = QStringLiteral(
        "usage: teardown-soak [--full [--percent P]] [--seed N] [row ...]\n\n"
        "Tries to break what the program promises. Without --full: a short form.\n\n");
    for (const SoakRow &row : soakRows())
        text += QStringLiteral("  %1 %2 (in full %3)\n")
                    .arg(QLatin1StringView(row.name), -12)
                    .arg(QLatin1StringView(row.promise), QLatin1StringView(row.fullTime));
    return text;
}

const SoakRow *findRow(const QString &name)
{
    for (const SoakRow &row : soakRows()) {
        if (name == QLatin1StringView(row.name))
            return &row;
    }
    return nullptr;
}

/// Takes the number after an option off \a words.
bool takeNumber(QStringList &words, qint64 most, auto &into)
{
    if (words.isEmpty())
        return false;
    const std::optional<qint64> number = parseWholeNumber(words.takeFirst());
    if (!number || *number < 1 || *number > most)
        return false;
    into = static_cast<std::remove_reference_t<decltype(into)>>(*number);
    return true;
}

/// Nothing when the arguments are wrong.
std::optional<Options> parse(QStringList words)
{
    Options options{.run = {.seed = std::random_device{}()}};
    while (!words.isEmpty()) {
        const QString word = words.takeFirst();
        if (word == u"--full") {
            options.run.full = true;
        } else if (word == u"--percent") {
            if (!takeNumber(words, 100, options.run.percent))
                return {};
        } else if (word == u"--seed") {
            if (!takeNumber(words, std::numeric_limits<unsigned>::max(), options.run.seed))
                return {};
        } else if (const SoakRow *row = findRow(word)) {
            options.rows.push_back(row);
        } else {
            return {};
        }
    }
    if (options.rows.empty()) {
        for (const SoakRow &row : soakRows())
            options.rows.push_back(&row);
    }
    return options;
}

/// How often the kernel of this network had no room left for a socket in TIME-WAIT, and dropped it:
/// a late segment of the other end is answered by RST then. 0 where it does not tell.
qint64 timeWaitOverflows()
{
    QFile file(QStringLiteral("/proc/net/netstat"));
    if (!file.open(QFile::ReadOnly))
        return 0;
    const QList<QByteArray> names = file.readLine().split(' ');
    const QList<QByteArray> values = file.readLine().split(' ');
    return values.value(names.indexOf("TCPTimeWaitOverflow")).toLongLong();
}

/// Runs a row and prints its line of the table. False when it failed.
bool runRow(const SoakRow &row, const SoakRun &run)
{
    const qint64 overflows = timeWaitOverflows();
    const auto begin = steadyNow();
    const SoakResult result = row.run(run);
    const std::chrono::duration<double> taken = steadyNow() - begin;
    const bool passed = result.failures.isEmpty();
    print(QStringLiteral("%1 %2 seed %3  %4 s  %5  %6\n")
              .arg(QLatin1StringView(row.name), -12)
              .arg(result.size, -24)
              .arg(run.seed, -10)
              .arg(taken.count(), 6, 'f', 1)
              .arg(!passed                         ? QStringLiteral("FAIL")
                       : !result.skipped.isEmpty() ? QStringLiteral("skip")
                                                   : QStringLiteral("pass"),
                   result.skipped.isEmpty() ? result.figures : result.skipped));
    for (const QString &failure : result.failures.mid(0, shownFailures))
        print(u"    " % failure % u'\n');
    if (result.failures.size() > shownFailures)
        print(QStringLiteral("    and %1 more\n").arg(result.failures.size() - shownFailures));
    if (const qint64 more = timeWaitOverflows() - overflows; !passed && more > 0)
        print(QStringLiteral("    but the kernel dropped %1 sockets in TIME-WAIT meanwhile, whose "
                             "peers may have seen an RST; run it alone\n")
                  .arg(more));
    return passed;
}

} // namespace

} // namespace Teardown

int main(int argc, char *argv[])
{
    using namespace Teardown;
    if (isSelfDialerCall(argc, argv))
        return runSelfDialer(argc, argv);
    const QCoreApplication application(argc, argv);
    const std::optional<Options> options = parse(QCoreApplication::arguments().mid(1));
    if (!options) {
        std::fputs(qPrintable(usage()), stderr);
        return ExitUsage;
    }
    // The peers of a row are sockets of this process.
    raiseDescriptorLimit();
    bool passed = true;
    for (const SoakRow *row : options->rows)
        passed &= runRow(*row, options->run);
    return passed ? ExitPassed : ExitFailed;
}
