// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/fuzz/targets.h"

#include <cstddef>
#include <cstdint>

/// One of the targets, by the definition FUZZ_TARGET, under libFuzzer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const QString broken = Teardown::FuzzTargets::FUZZ_TARGET(bytes); !broken.isEmpty())
        qFatal("%s", qPrintable(broken));
    return 0;
}
