// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/servicebox.h"

#include <QComboBox>

namespace Teardown {

QComboBox *makeServiceBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    for (const ServiceKind kind : allServiceKinds)
        box->addItem(token(kind), static_cast<int>(kind));
    return box;
}

ServiceKind chosenService(const QComboBox &box)
{
    return static_cast<ServiceKind>(box.currentData().toInt());
}

void chooseService(QComboBox &box, QStringView token)
{
    if (const auto kind = serviceKindFromToken(token))
        box.setCurrentIndex(box.findData(static_cast<int>(*kind)));
}

} // namespace Teardown
