// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/connectionspanel.h"

#include "ui/models/connectionmodel.h"
#include "ui/models/texts.h"
#include "ui/panels/columnlayout.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/deadlinedelegate.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/statedelegate.h"
#include "ui/widgets/table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLocale>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

namespace Teardown {

namespace {

int logicalSection(ConnectionColumn column)
{
    return static_cast<int>(column);
}

} // namespace

ConnectionsPanel::ConnectionsPanel(ConnectionModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new Table(this))
    , m_counts(new ToneLabel(Tone::Muted, this))
    , m_filters(new ToneLabel(Tone::Deadline, this))
    , m_badge(new ToneLabel(Tone::Deadline, this))
{
    setUpView();
    m_empty = new EmptyPlace(*m_view);
    m_columns = new ColumnLayout(*m_view);

    auto *heading = new QHBoxLayout;
    heading->setContentsMargins(gap, gap / 2, gap, gap / 2);
    heading->setSpacing(2 * gap);
    heading->addWidget(m_counts);
    heading->addWidget(m_filters, 1);
    heading->addWidget(m_badge);
    // A long filter must not make the window wider.
    m_filters->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(heading);
    layout->addWidget(m_view);
    setFocusProxy(m_view);

    connectModel();
    retranslate();
}

std::vector<ConnectionId> ConnectionsPanel::selectedConnections() const
{
    std::vector<ConnectionId> connections;
    for (const int row : m_view->selectedRows())
        connections.push_back(m_model.id(row));
    return connections;
}

std::optional<ConnectionId> ConnectionsPanel::currentConnection() const
{
    // The view moves the current row by itself when a filter takes it away, without selecting it.
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid() && m_view->selectionModel()->isSelected(current))
        return m_model.id(current.row());
    const std::vector<int> rows = m_view->selectedRows();
    return rows.empty() ? std::nullopt : std::optional(m_model.id(rows.front()));
}

void ConnectionsPanel::select(ConnectionId connection)
{
    const std::optional<int> row = m_model.rowOf(connection);
    if (!row)
        return;
    setFollowing(false);
    const QModelIndex index = m_model.index(*row, std::max(0, m_view->columnAt(0)));
    // QTableView::selectRow() would ask which keys are held down just now.
    m_view->selectionModel()->setCurrentIndex(index,
                                              QItemSelectionModel::ClearAndSelect
                                                  | QItemSelectionModel::Rows);
    m_view->scrollTo(index);
}

void ConnectionsPanel::setFollowing(bool following)
{
    if (following != m_following) {
        m_following = following;
        emit followingChanged(following);
    }
    scrollToNewest();
}

void ConnectionsPanel::setEndpointName(const QString &name)
{
    m_endpointName = name;
    refreshHeading();
}

void ConnectionsPanel::refreshHeading()
{
    const int total = m_model.liveCount() + m_model.endedCount();
    m_counts->setText(m_model.isFiltered() ? tr("%1 of %Ln connection(s) shown", nullptr, total)
                                                 .arg(QLocale().toString(m_model.rowCount()))
                                           : tr("%Ln connection(s)", nullptr, total));
    if (const auto dropped = static_cast<int>(m_model.droppedRows()); dropped > 0)
        m_counts->setText(
            tr("%1, %Ln older no longer kept", nullptr, dropped).arg(m_counts->text()));
    const QString filters = filtersText();
    m_filters->setText(filters);
    m_filters->setToolTip(filters);
    m_empty->say(emptyText());
}

bool ConnectionsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport()) {
        if (event->type() == QEvent::Enter)
            m_model.setResortBlocked(true);
        if (event->type() == QEvent::Leave)
            m_model.setResortBlocked(false);
    }
    if (m_following && isLookingBack(*event))
        setFollowing(false);
    return QWidget::eventFilter(watched, event);
}

void ConnectionsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ConnectionsPanel::setUpView()
{
    m_view->setModel(&m_model);
    m_view->setItemDelegateForColumn(logicalSection(ConnectionColumn::State),
                                     new StateDelegate(m_view));
    m_view->setItemDelegateForColumn(logicalSection(ConnectionColumn::NextDeadline),
                                     new DeadlineDelegate(m_view));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->viewport()->installEventFilter(this);
    m_view->installEventFilter(this);

    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        emit menuWanted(m_view->viewport()->mapToGlobal(position));
    });
    connect(m_view, &QAbstractItemView::doubleClicked, this, &ConnectionsPanel::detailsWanted);
    // Whoever takes hold of a row wants it to stay.
    connect(m_view, &QAbstractItemView::pressed, this, [this] { setFollowing(false); });
    connect(m_view, &Table::selectedRowsChanged, this, &ConnectionsPanel::selectionChanged);
    connect(m_view, &Table::selectedRowsChanged, this, &ConnectionsPanel::currentConnectionChanged);
    connect(m_view, &Table::visibleRangeChanged, &m_model, &ConnectionModel::setVisibleRange);
    connect(m_view->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &ConnectionsPanel::currentConnectionChanged);
    connect(m_view->verticalScrollBar(), &QScrollBar::sliderMoved, this, [this](int value) {
        if (m_following && value < m_view->verticalScrollBar()->maximum())
            setFollowing(false);
    });
}

void ConnectionsPanel::connectModel()
{
    connect(&m_model,
            &QAbstractItemModel::rowsInserted,
            this,
            [this](const QModelIndex &, int first, int last) { noteNewest(first, last); });
    connect(&m_model, &ConnectionModel::updated, this, &ConnectionsPanel::scrollToNewest);
    connect(&m_model, &ConnectionModel::updated, this, &ConnectionsPanel::refreshHeading);
    connect(&m_model, &ConnectionModel::hiddenChangesChanged, this, &ConnectionsPanel::showHidden);
}

void ConnectionsPanel::showHidden(const HiddenCounts &counts)
{
    const QLocale locale;
    m_badge->setText(m_model.isPaused() ? tr("Paused · %1 opened · %2 ended · %3 changed")
                                              .arg(locale.toString(counts.opened),
                                                   locale.toString(counts.ended),
                                                   locale.toString(counts.changed))
                                        : QString());
}

void ConnectionsPanel::noteNewest(int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_newest = std::max(m_newest, m_model.id(row));
}

void ConnectionsPanel::scrollToNewest()
{
    if (!m_following || m_model.rowCount() == 0)
        return;
    const std::optional<int> row = m_model.rowOf(m_newest);
    // Where a filter hides it the last row is the newest shown, unless they are sorted otherwise.
    if (!row && m_view->horizontalHeader()->sortIndicatorSection() >= 0)
        return;
    // The column in sight stays in sight.
    m_view->scrollTo(
        m_model.index(row.value_or(m_model.rowCount() - 1), std::max(0, m_view->columnAt(0))));
}

bool ConnectionsPanel::isLookingBack(const QEvent &event) const
{
    if (event.type() == QEvent::Wheel)
        return static_cast<const QWheelEvent &>(event).angleDelta().y() > 0;
    if (event.type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<const QKeyEvent &>(event).key();
    return key == Qt::Key_Up || key == Qt::Key_PageUp || key == Qt::Key_Home;
}

QString ConnectionsPanel::filtersText() const
{
    QStringList filters;
    if (m_model.reasonFilter())
        filters += tr("reason “%1”").arg(displayText(*m_model.reasonFilter()));
    if (!m_endpointName.isEmpty())
        filters += tr("endpoint “%1”").arg(m_endpointName);
    if (!m_model.textFilter().isEmpty())
        filters += tr("text “%1”").arg(m_model.textFilter());
    if (m_model.isEndedHidden())
        filters += tr("live connections");
    if (filters.isEmpty())
        return {};
    return tr("Only: %1. Esc shows all.").arg(QLocale().createSeparatedList(filters));
}

QString ConnectionsPanel::emptyText() const
{
    if (m_model.liveCount() + m_model.endedCount() == 0) {
        return tr("No connection yet.\n\nListen… (Ctrl+L) opens a port: connect to it with any "
                  "client, such as nc 127.0.0.1 7400.\nConnect… (Ctrl+K) connects to a server.");
    }
    return tr("No connection passes the filters.\n\nEsc shows all connections again.");
}

void ConnectionsPanel::retranslate()
{
    m_view->setAccessibleName(tr("Connections"));
    m_badge->setAccessibleName(tr("Held back while paused"));
    refreshHeading();
    showHidden(m_model.hiddenChanges());
}

} // namespace Teardown
