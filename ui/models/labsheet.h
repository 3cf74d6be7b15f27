// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/scenario/labcatalogue.h"
#include "ui/models/labprogress.h"

#include <QByteArray>

namespace Teardown {

// The result sheet of a learner: every scenario that was predicted or run, each prediction with
// the right answer, and what came of the run. \a language is a tag such as "zh_CN".

/// For people.
QByteArray
toMarkdown(const LabCatalogue &catalogue, const LabProgress &progress, const QString &language);

/// For programs: tokens and ids, texts in \a language.
QByteArray
toJsonSheet(const LabCatalogue &catalogue, const LabProgress &progress, const QString &language);

} // namespace Teardown
