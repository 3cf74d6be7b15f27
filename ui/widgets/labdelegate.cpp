// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/labdelegate.h"

#include "ui/models/labcataloguemodel.h"
#include "ui/theme/glyphs.h"

namespace Teardown {

namespace {

QIcon iconOf(LabStatus status)
{
    switch (status) {
    case LabStatus::NotRun:
        return glyphIcon(Glyph::Ring, Tone::Muted);
    case LabStatus::Passed:
        return glyphIcon(Glyph::Square, Tone::Orderly);
    case LabStatus::Failed:
        return glyphIcon(Glyph::Cross, Tone::Reset);
    case LabStatus::Skipped:
        return glyphIcon(Glyph::Question, Tone::Unknown);
    }
    Q_UNREACHABLE();
}

} // namespace

void LabDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QVariant status = index.data(LabCatalogueModel::StatusRole);
    if (!status.isValid()) {
        option->font.setBold(index.column() == LabCatalogueModel::TitleColumn);
        return;
    }
    if (index.column() == LabCatalogueModel::TitleColumn) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = iconOf(static_cast<LabStatus>(status.toInt()));
    }
    if (!index.data(LabCatalogueModel::AvailableRole).toBool())
        option->state &= ~QStyle::State_Enabled;
}

} // namespace Teardown
