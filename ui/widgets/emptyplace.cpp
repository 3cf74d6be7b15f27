// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/emptyplace.h"

#include <QAbstractItemView>
#include <QEvent>

namespace Teardown {

namespace {
constexpr int margin = 16;
}

EmptyPlace::EmptyPlace(QAbstractItemView &view)
    : QLabel(view.viewport())
    , m_view(view)
{
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    setForegroundRole(QPalette::PlaceholderText);
    setAttribute(Qt::WA_TransparentForMouseEvents);

    const auto *model = view.model();
    connect(model, &QAbstractItemModel::rowsInserted, this, &EmptyPlace::follow);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &EmptyPlace::follow);
    connect(model, &QAbstractItemModel::modelReset, this, &EmptyPlace::follow);
    connect(model, &QAbstractItemModel::layoutChanged, this, &EmptyPlace::follow);
    view.viewport()->installEventFilter(this);
    follow();
}

bool EmptyPlace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        follow();
    return QLabel::eventFilter(watched, event);
}

void EmptyPlace::follow()
{
    setVisible(m_view.model()->rowCount(m_view.rootIndex()) == 0);
    setGeometry(m_view.viewport()->rect().adjusted(margin, margin, -margin, -margin));
}

} // namespace Teardown
