// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/emptyplace.h"

#include <QAbstractItemView>
#include <QEvent>

namespace Teardown {

namespace {
constexpr int air = 16;
}

EmptyPlace::EmptyPlace(QAbstractItemView &view)
    : ToneLabel(Tone::Muted, view.viewport())
    , m_view(view)
{
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    setAttribute(Qt::WA_TransparentForMouseEvents);

    const auto *model = view.model();
    connect(model, &QAbstractItemModel::rowsInserted, this, &EmptyPlace::follow);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &EmptyPlace::follow);
    connect(model, &QAbstractItemModel::modelReset, this, &EmptyPlace::follow);
    view.viewport()->installEventFilter(this);
    follow();
}

void EmptyPlace::say(const QString &text)
{
    if (text == this->text())
        return;
    setText(text);
    follow();
}

bool EmptyPlace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        follow();
    return ToneLabel::eventFilter(watched, event);
}

void EmptyPlace::follow()
{
    const bool isEmpty = m_view.model()->rowCount(m_view.rootIndex()) == 0;
    setVisible(isEmpty);
    m_view.setAccessibleDescription(isEmpty ? text() : QString());
    if (isEmpty)
        setGeometry(m_view.viewport()->rect().adjusted(air, air, -air, -air));
}

} // namespace Teardown
