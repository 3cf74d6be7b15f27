// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>
#include <QStringView>

namespace Teardown {

/// "; did you mean X?" when one of \a words is near to \a word; empty otherwise. \a prefix stands
/// before X.
QString suggestion(QStringView word, const QStringList &words, QStringView prefix = {});

} // namespace Teardown
