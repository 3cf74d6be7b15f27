// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "tests/ui/support/widgetwalk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QStyle>
#include <QTabBar>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolButton>

namespace Teardown {

namespace {

QString nameOf(const QWidget &widget)
{
    return widget.objectName().isEmpty() ? QString::fromLatin1(widget.metaObject()->className())
                                         : widget.objectName();
}

/// Siblings of one kind are counted, so that a path names one widget.
QString pathOf(const QWidget &widget, const QWidget &root)
{
    if (&widget == &root || !widget.parentWidget())
        return nameOf(widget);
    const auto siblings
        = widget.parentWidget()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    int number = 0;
    for (const QWidget *sibling : siblings) {
        if (sibling == &widget)
            break;
        if (nameOf(*sibling) == nameOf(widget))
            ++number;
    }
    return pathOf(*widget.parentWidget(), root) + u'/' + nameOf(widget)
        + (number > 0 ? QString::number(number) : QString());
}

/// What Qt (6.4) names once and for all, and the menu of the menus that found no room.
bool isOfQt(const QWidget &widget)
{
    if (const auto *bar = qobject_cast<const QMenuBar *>(widget.parentWidget())) {
        const auto *menu = qobject_cast<const QMenu *>(&widget);
        return menu && !bar->actions().contains(menu->menuAction());
    }
    return widget.objectName().startsWith(u"qt_dockwidget_")
        || qobject_cast<const QTabBar *>(widget.parentWidget());
}

QList<const QWidget *> widgetsOf(const QWidget &root)
{
    QList<const QWidget *> widgets{&root};
    for (const QWidget *child : root.findChildren<QWidget *>()) {
        if (!isOfQt(*child))
            widgets += child;
    }
    return widgets;
}

/// In sight, or brought there by scrolling.
QList<const QWidget *> widgetsInSight(const QWidget &root)
{
    QList<const QWidget *> widgets = widgetsOf(root);
    erase_if(widgets, [](const QWidget *widget) {
        return !widget->isVisible() || widget->size().isEmpty() || isParked(*widget);
    });
    return widgets;
}

bool isCutOff(const QLabel &label)
{
    if (label.text().isEmpty())
        return false;
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height();
    // One that may be of any width elides, and tells the whole by its tool tip.
    const bool isElastic = label.sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
    return !isElastic && label.sizeHint().width() > label.width();
}

bool isCutOff(const QHeaderView &header)
{
    for (int section = 0; section < header.count(); ++section) {
        const QString heading = header.model()->headerData(section, Qt::Horizontal).toString();
        const int margins = 2 * header.style()->pixelMetric(QStyle::PM_HeaderMargin);
        if (!header.isSectionHidden(section)
            && header.fontMetrics().horizontalAdvance(heading) + margins
                > header.sectionSize(section))
            return true;
    }
    return false;
}

bool isCutOff(const QMenuBar &bar)
{
    for (QAction *action : bar.actions()) {
        if (!bar.rect().contains(bar.actionGeometry(action)))
            return true;
    }
    return false;
}

bool isCutOff(const QTabBar &tabs)
{
    for (int tab = 0; tab < tabs.count(); ++tab) {
        if (tabs.fontMetrics().horizontalAdvance(tabs.tabText(tab)) > tabs.tabRect(tab).width())
            return true;
    }
    return false;
}

bool isCutOff(const QLineEdit &line)
{
    const QString shown = line.text().isEmpty() ? line.placeholderText() : line.text();
    return line.fontMetrics().horizontalAdvance(shown) > line.contentsRect().width();
}

bool isCutOff(const QWidget &widget)
{
    if (widget.objectName() == u"qt_toolbar_ext_button")
        return true;
    const auto *tool = qobject_cast<const QToolButton *>(&widget);
    if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly)
        return false;
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->sizeHint().width() > button->width()
            || button->sizeHint().height() > button->height();
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return isCutOff(*label);
    if (const auto *box = qobject_cast<const QComboBox *>(&widget))
        return box->minimumSizeHint().width() > box->width();
    if (const auto *header = qobject_cast<const QHeaderView *>(&widget))
        return header->orientation() == Qt::Horizontal && isCutOff(*header);
    if (const auto *bar = qobject_cast<const QMenuBar *>(&widget))
        return isCutOff(*bar);
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        return isCutOff(*tabs);
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        return isCutOff(*line);
    return false;
}

/// A spin box or a combo box is named for the line within it.
bool isPartOfAnother(const QWidget &widget)
{
    return widget.focusProxy() || qobject_cast<const QAbstractItemView *>(widget.parentWidget());
}

void addHeadings(std::map<QString, QString> &texts, const QString &path, const QHeaderView &header)
{
    if (!header.model())
        return;
    for (int section = 0; section < header.count(); ++section) {
        const QString place = path + QStringLiteral("[%1]").arg(section);
        texts[place] = header.model()->headerData(section, header.orientation()).toString();
        texts[place + QStringLiteral(".tip")]
            = header.model()->headerData(section, header.orientation(), Qt::ToolTipRole).toString();
    }
}

void addActions(std::map<QString, QString> &texts, const QString &path, const QWidget &widget)
{
    int number = 0;
    for (const QAction *action : widget.actions()) {
        const QString place = path + QStringLiteral("<%1>").arg(number++);
        texts[place] = action->text();
        texts[place + QStringLiteral(".tip")] = action->toolTip();
        texts[place + QStringLiteral(".status")] = action->statusTip();
    }
}

QString ownText(const QWidget &widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        return line->placeholderText();
    if (const auto *text = qobject_cast<const QTextBrowser *>(&widget))
        return text->toPlainText();
    return {};
}

} // namespace

bool isParked(const QWidget &widget)
{
    for (const QWidget *each = &widget; !each->isWindow(); each = each->parentWidget()) {
        const auto *window = qobject_cast<const QMainWindow *>(each->parentWidget());
        if (window)
            return !window->rect().intersects(each->geometry());
    }
    return false;
}

QStringList unnamedWidgets(const QWidget &root)
{
    QStringList unnamed;
    for (const QWidget *widget : widgetsInSight(root)) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || isPartOfAnother(*widget))
            continue;
        const QAccessibleInterface *spoken
            = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (!spoken || spoken->text(QAccessible::Name).isEmpty())
            unnamed += pathOf(*widget, root);
    }
    return unnamed;
}

QStringList cutOffTexts(const QWidget &root)
{
    QStringList cutOff;
    for (const QWidget *widget : widgetsInSight(root)) {
        if (!isCutOff(*widget))
            continue;
        const QSize needed = widget->sizeHint();
        cutOff += QStringLiteral("%1 “%2” needs %3 x %4, has %5 x %6")
                      .arg(pathOf(*widget, root), ownText(*widget))
                      .arg(needed.width())
                      .arg(needed.height())
                      .arg(widget->width())
                      .arg(widget->height());
    }
    return cutOff;
}

std::map<QString, QString> textsOf(const QWidget &root)
{
    std::map<QString, QString> texts;
    for (const QWidget *widget : widgetsInSight(root)) {
        const QString path = pathOf(*widget, root);
        texts[path] = ownText(*widget);
        texts[path + QStringLiteral(".title")] = widget->windowTitle();
        texts[path + QStringLiteral(".tip")] = widget->toolTip();
        texts[path + QStringLiteral(".name")] = widget->accessibleName();
        texts[path + QStringLiteral(".description")] = widget->accessibleDescription();
        addActions(texts, path, *widget);
        if (const auto *header = qobject_cast<const QHeaderView *>(widget))
            addHeadings(texts, path, *header);
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                texts[path + QStringLiteral("[%1]").arg(tab)] = tabs->tabText(tab);
        }
    }
    return texts;
}

} // namespace Teardown
