// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/labcataloguepanel.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/labdelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

namespace Teardown {

namespace {
}

LabCataloguePanel::LabCataloguePanel(LabCatalogueModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_search(new QLineEdit(this))
    , m_view(new QTreeView(this))
{
    m_found.setSourceModel(&model);
    m_found.setRecursiveFilteringEnabled(true);
    m_found.setFilterRole(LabCatalogueModel::SearchRole);
    m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);

    m_search->setClearButtonEnabled(true);
    m_view->setModel(&m_found);
    m_view->setItemDelegate(new LabDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setTabKeyNavigation(false);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(LabCatalogueModel::TitleColumn, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(LabCatalogueModel::LevelColumn,
                                           QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(LabCatalogueModel::ResultColumn,
                                           QHeaderView::ResizeToContents);
    m_empty = new EmptyPlace(*m_view);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, 0, 0);
    layout->addWidget(m_search);
    layout->addWidget(m_view);

    connect(m_search, &QLineEdit::textChanged, this, &LabCataloguePanel::search);
    connect(m_view->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &LabCataloguePanel::currentChanged);
    connect(&model, &QAbstractItemModel::modelReset, this, &LabCataloguePanel::unfold);
    unfold();
    retranslate();
}

QString LabCataloguePanel::current() const
{
    return m_view->currentIndex().data(LabCatalogueModel::ScenarioRole).toString();
}

void LabCataloguePanel::choose(const QString &scenario)
{
    const QModelIndex wanted = m_model.indexOf(scenario);
    if (wanted.isValid() && !m_found.mapFromSource(wanted).isValid())
        m_search->clear();
    const QModelIndex index = m_found.mapFromSource(wanted);
    if (index.isValid())
        m_view->setCurrentIndex(index);
}

void LabCataloguePanel::goToSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LabCataloguePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LabCataloguePanel::search(const QString &text)
{
    m_found.setFilterFixedString(text.trimmed());
    if (text.trimmed().isEmpty())
        unfold();
    else
        m_view->expandAll();
}

/// The course is what a newcomer needs; the groups wait folded.
void LabCataloguePanel::unfold()
{
    m_view->collapseAll();
    m_view->expand(m_found.index(0, 0));
    if (m_view->currentIndex().isValid())
        m_view->expand(m_view->currentIndex().parent());
}

void LabCataloguePanel::retranslate()
{
    m_search->setPlaceholderText(tr("Search the scenarios…"));
    m_search->setAccessibleName(tr("Search the scenarios"));
    m_search->setToolTip(tr("Shows only the scenarios whose id, title or story contains this."));
    m_view->setAccessibleName(tr("Scenarios"));
    m_empty->say(tr("No scenario contains this. Clear the search to see all."));
}

} // namespace Teardown
