// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/endpointspanel.h"

#include "ui/models/endpointmodel.h"
#include "ui/models/texts.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/statedelegate.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace Teardown {

namespace {
}

EndpointsPanel::EndpointsPanel(EndpointModel &model,
                               const EndpointActions &actions,
                               QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_actions(actions)
    , m_view(new QTreeView(this))
{
    setUpView();
    m_empty = new EmptyPlace(*m_view);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(smallGap, smallGap, smallGap, smallGap);
    buttons->setSpacing(smallGap);
    for (QAction *action : {actions.start, actions.drain, actions.stop}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        buttons->addWidget(button);
    }

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view);
    layout->addLayout(buttons);
    setFocusProxy(m_view);
    retranslate();
}

std::vector<EndpointId> EndpointsPanel::currentEndpoints() const
{
    return m_model.endpoints(m_view->currentIndex());
}

void EndpointsPanel::setCurrent(EndpointId endpoint)
{
    m_view->setCurrentIndex(m_model.indexOf(endpoint));
}

bool EndpointsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitNames();
    return QWidget::eventFilter(watched, event);
}

void EndpointsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        fitColumns();
    QWidget::changeEvent(event);
}

void EndpointsPanel::setUpView()
{
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new RowDelegate(m_view));
    m_view->setItemDelegateForColumn(EndpointModel::State, new StateDelegate(m_view));
    m_view->setIndentation(3 * smallGap);
    m_view->setTextElideMode(Qt::ElideMiddle); // the port is at the end
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->setColumnHidden(EndpointModel::Rejected, true);
    m_view->viewport()->installEventFilter(this);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    fitColumns();

    connect(m_view, &QWidget::customContextMenuRequested, this, &EndpointsPanel::showMenu);
    connect(m_view, &QAbstractItemView::activated, m_actions.only, &QAction::trigger);
    connect(m_view->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &EndpointsPanel::currentChanged);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &EndpointsPanel::onDataChanged);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &EndpointsPanel::onRowsInserted);
}

void EndpointsPanel::fitColumns()
{
    const QFontMetrics metrics = m_view->fontMetrics();
    const auto fix = [this, &metrics](int column, const QString &sample) {
        const QString heading = m_model.headerData(column, Qt::Horizontal).toString();
        const int width
            = std::max(metrics.horizontalAdvance(heading), metrics.horizontalAdvance(sample));
        m_view->header()->resizeSection(column, width + 3 * smallGap);
    };
    fix(EndpointModel::State, QStringLiteral("●  ") + displayText(EndpointState::Running));
    for (const int column : {EndpointModel::Open, EndpointModel::Ended, EndpointModel::Rejected})
        fix(column, QStringLiteral("88,888"));
    fitNames();
}

/// The names get what the figures leave, but never less than a name needs.
void EndpointsPanel::fitNames()
{
    QHeaderView *header = m_view->header();
    const QString sample = QStringLiteral(":65535 line");
    const int needed = m_view->fontMetrics().horizontalAdvance(sample) + 2 * m_view->indentation()
        + 3 * smallGap;
    const int figures = header->length() - header->sectionSize(EndpointModel::Name);
    header->resizeSection(EndpointModel::Name,
                          std::max(needed, m_view->viewport()->width() - figures));
}

void EndpointsPanel::showMenu(const QPoint &position)
{
    if (currentEndpoints().empty())
        return;
    QMenu menu(this);
    menu.addActions({m_actions.start, m_actions.drain, m_actions.stop});
    menu.addSeparator();
    menu.addAction(m_actions.only);
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

void EndpointsPanel::onDataChanged(const QModelIndex &first, const QModelIndex &last)
{
    const QModelIndex current = m_view->currentIndex();
    const bool isGroupOfIt = current.isValid() && first.parent() == current;
    const bool isIt = current.isValid() && first.parent() == current.parent()
        && first.row() <= current.row() && current.row() <= last.row();
    if (isIt || isGroupOfIt)
        emit currentChanged();
    showRejectedIfAny(first);
}

void EndpointsPanel::onRowsInserted(const QModelIndex &parent, int first, int last)
{
    // Groups are few, and what is in them is what one looks for.
    if (parent.isValid()) {
        m_view->expand(parent);
        return;
    }
    for (int row = first; row <= last; ++row)
        m_view->expand(m_model.index(row, 0));
}

void EndpointsPanel::showRejectedIfAny(const QModelIndex &changed)
{
    const EndpointSnapshot *endpoint = m_model.endpoint(changed);
    if (!endpoint || endpoint->rejected == 0 || !m_view->isColumnHidden(EndpointModel::Rejected))
        return;
    m_view->setColumnHidden(EndpointModel::Rejected, false);
    fitColumns();
}

void EndpointsPanel::retranslate()
{
    m_view->setAccessibleName(tr("Endpoints"));
    fitColumns();
    m_empty->say(tr("Nothing listens yet.\n\nListen… (Ctrl+L) opens a port for clients; Connect… "
                    "(Ctrl+K) connects to a server."));
}

} // namespace Teardown
