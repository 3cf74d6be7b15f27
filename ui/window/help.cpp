// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/help.h"

#include "ui/widgets/table.h"
#include "ui/window/actions.h"
#include "ui/window/helptext.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <memory>

namespace Teardown {

namespace {

constexpr QLatin1StringView helpPage("helpPage");
constexpr QLatin1StringView shortcutSheet("shortcutSheet");

/// A dialog with \a content and a Close button.
QDialog *makeDialog(QWidget *content, const QString &title, QWidget *window)
{
    auto *dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(content);
    layout->addWidget(buttons);
    content->setFocus();
    const int letter = dialog->fontMetrics().averageCharWidth();
    dialog->resize(QSize(letter * 120, letter * 80).boundedTo(window->size()));
    return dialog;
}

} // namespace

Help::Help(const Actions &actions, QWidget *window)
    : QObject(window)
    , m_actions(actions)
    , m_window(window)
{
    connect(actions[ActionId::Help], &QAction::triggered, this, &Help::showHelp);
    connect(actions[ActionId::Shortcuts], &QAction::triggered, this, &Help::showShortcuts);
    connect(actions[ActionId::About], &QAction::triggered, this, &Help::showAbout);
}

void Help::retranslate()
{
    if (close(helpPage))
        showHelp();
    if (close(shortcutSheet))
        showShortcuts();
}

void Help::showHelp()
{
    if (isOpen(helpPage))
        return;
    auto *page = new QTextBrowser;
    page->setAccessibleName(tr("Help"));
    page->setHtml(helpHtml());
    open(makeDialog(page, tr("Help"), m_window), helpPage);
}

void Help::showShortcuts()
{
    if (isOpen(shortcutSheet))
        return;
    auto *table = new Table;
    auto *model = new QStandardItemModel(0, 3, table);
    model->setHorizontalHeaderLabels({tr("Key"), tr("Action"), tr("What it does")});
    for (const QAction *action : m_actions.all()) {
        const auto item = [](const QString &text) {
            auto *made = new QStandardItem(text);
            made->setToolTip(text);
            return made;
        };
        model->appendRow({item(action->shortcut().toString(QKeySequence::NativeText)),
                          item(action->iconText()),
                          item(action->statusTip())});
    }
    table->setModel(model);
    table->setAccessibleName(tr("Keyboard shortcuts"));
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);
    open(makeDialog(table, tr("Keyboard Shortcuts"), m_window), shortcutSheet);
}

void Help::showAbout()
{
    QMessageBox::about(m_window,
                       tr("About Teardown"),
                       tr("<h3>Teardown %1</h3><p>Shows TCP connections live and says why each one "
                          "ended: who, how, and what was lost.</p><p>With Qt %2. MIT license.</p>")
                           .arg(QStringLiteral(TEARDOWN_VERSION), QString::fromLatin1(qVersion())));
}

void Help::open(QDialog *dialog, QLatin1StringView name)
{
    dialog->setObjectName(name);
    dialog->show();
}

QDialog *Help::find(QLatin1StringView name) const
{
    return m_window->findChild<QDialog *>(name, Qt::FindDirectChildrenOnly);
}

bool Help::isOpen(QLatin1StringView name) const
{
    QDialog *dialog = find(name);
    if (dialog)
        dialog->activateWindow();
    return dialog != nullptr;
}

bool Help::close(QLatin1StringView name)
{
    const std::unique_ptr<QDialog> dialog(find(name));
    return dialog != nullptr;
}

} // namespace Teardown
