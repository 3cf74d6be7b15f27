// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/filterline.h"

#include <QKeyEvent>

#include <chrono>

namespace Teardown {

namespace {
constexpr std::chrono::milliseconds rest{300};
}

FilterLine::FilterLine(QWidget *parent)
    : QLineEdit(parent)
{
    setClearButtonEnabled(true);
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_rest, &QTimer::timeout, this, &FilterLine::tell);
    connect(this, &QLineEdit::textChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::returnPressed, this, &FilterLine::tell);
    retranslate();
}

void FilterLine::setFilter(const QString &text)
{
    setText(text);
    tell();
}

bool FilterLine::event(QEvent *event)
{
    // Esc belongs to this line while it has the focus, not to a shortcut of the window.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    if (text().isEmpty())
        emit left();
    else
        setFilter({});
}

void FilterLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

void FilterLine::tell()
{
    m_rest.stop();
    if (text() == m_told)
        return;
    m_told = text();
    emit filterChanged(m_told);
}

void FilterLine::retranslate()
{
    setPlaceholderText(tr("Filter: address, state, reason…"));
    setAccessibleName(tr("Filter connections"));
    setToolTip(tr("Shows only the connections that contain every word. Esc clears the line."));
}

} // namespace Teardown
