// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/servicekind.h"

#include <QStringView>

class QComboBox;
class QWidget;

namespace Teardown {

/// A box to choose a service by its name on the command line.
QComboBox *makeServiceBox(QWidget *parent);

ServiceKind chosenService(const QComboBox &box);

/// Nothing changes when \a token names no service.
void chooseService(QComboBox &box, QStringView token);

} // namespace Teardown
