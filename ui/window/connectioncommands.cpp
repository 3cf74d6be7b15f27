// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/connectioncommands.h"

#include "ui/models/connectionmodel.h"
#include "ui/models/rowexport.h"
#include "ui/panels/columnlayout.h"
#include "ui/panels/connectionspanel.h"
#include "ui/widgets/table.h"
#include "ui/window/actions.h"
#include "ui/window/exportdialog.h"
#include "ui/window/exportjob.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>

#include <algorithm>

namespace Teardown {

ConnectionCommands::ConnectionCommands(Monitor &monitor,
                                       ConnectionModel &model,
                                       ConnectionsPanel &panel,
                                       const Actions &actions)
    : QObject(&panel)
    , m_monitor(monitor)
    , m_model(model)
    , m_panel(panel)
    , m_actions(actions)
{
    const auto onAction = [this, &actions](ActionId id, auto slot) {
        connect(actions[id], &QAction::triggered, this, slot);
    };
    onAction(ActionId::CloseInGoodOrder, [this] { end(CloseCommand::InGoodOrder); });
    onAction(ActionId::HalfClose, [this] { end(CloseCommand::HalfClose); });
    onAction(ActionId::Reset, [this] { end(CloseCommand::Reset); });
    onAction(ActionId::Copy, &ConnectionCommands::copy);
    onAction(ActionId::CopyAsJson, &ConnectionCommands::copyAsJson);
    onAction(ActionId::Export, &ConnectionCommands::askForExport);
    onAction(ActionId::SelectAll, [this] { m_panel.view()->selectAll(); });
    updateActions();
}

void ConnectionCommands::updateActions()
{
    const bool isInSight = m_panel.isVisibleTo(m_panel.window());
    const std::vector<int> rows = isInSight ? m_panel.view()->selectedRows() : std::vector<int>();
    const bool isAnyLive
        = std::any_of(rows.begin(), rows.end(), [this](int row) { return !m_model.report(row); });
    for (const ActionId id : {ActionId::CloseInGoodOrder, ActionId::HalfClose, ActionId::Reset})
        m_actions[id]->setEnabled(isAnyLive);
    for (const ActionId id : {ActionId::Copy, ActionId::CopyAsJson, ActionId::ShowDetails})
        m_actions[id]->setEnabled(!rows.empty());
    m_actions[ActionId::SelectAll]->setEnabled(isInSight && m_model.rowCount() > 0);
    m_actions[ActionId::Export]->setEnabled(m_model.liveCount() + m_model.endedCount() > 0);
}

std::vector<ConnectionId> ConnectionCommands::selectedLive() const
{
    std::vector<ConnectionId> connections;
    for (const int row : m_panel.view()->selectedRows()) {
        if (!m_model.report(row))
            connections.push_back(m_model.id(row));
    }
    return connections;
}

void ConnectionCommands::end(CloseCommand command)
{
    const std::vector<ConnectionId> connections = selectedLive();
    const auto count = static_cast<int>(connections.size());
    if (command == CloseCommand::Reset && count > 1 && !isResetConfirmed(count))
        return;
    m_monitor.end(connections, command);
}

bool ConnectionCommands::isResetConfirmed(int count)
{
    QMessageBox box(QMessageBox::Warning,
                    tr("Reset"),
                    tr("Reset %Ln connection(s)?", nullptr, count),
                    QMessageBox::Cancel,
                    m_panel.window());
    box.setInformativeText(tr("What is queued for them is lost, and the peers see an error. This "
                              "cannot be undone."));
    QPushButton *reset = box.addButton(tr("&Reset"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == static_cast<QAbstractButton *>(reset);
}

void ConnectionCommands::copy()
{
    const std::vector<int> rows = m_panel.view()->selectedRows();
    QGuiApplication::clipboard()->setText(toTsv(m_model, rows, m_panel.columns().shown()));
    emit told(tr("%Ln row(s) copied", nullptr, static_cast<int>(rows.size())));
}

void ConnectionCommands::copyAsJson()
{
    const std::vector<int> rows = m_panel.view()->selectedRows();
    const QByteArray json = toJsonArray(m_model, rows);
    auto *data = new QMimeData;
    data->setData(QStringLiteral("application/json"), json);
    data->setText(QString::fromUtf8(json));
    QGuiApplication::clipboard()->setMimeData(data);
    emit told(tr("%Ln connection(s) copied as JSON", nullptr, static_cast<int>(rows.size())));
}

void ConnectionCommands::askForExport()
{
    const ExportDialog::Sizes sizes{.selected
                                    = static_cast<int>(m_panel.view()->selectedRows().size()),
                                    .displayed = m_model.rowCount(),
                                    .all = m_model.liveCount() + m_model.endedCount()};
    ExportDialog dialog(sizes, m_panel.window());
    if (dialog.exec() == QDialog::Accepted)
        startExport(dialog);
}

void ConnectionCommands::startExport(const ExportDialog &dialog)
{
    const QString path = dialog.path();
    auto *job = new ExportJob(m_model, connectionsFor(dialog), dialog.format(), path, this);
    connect(job, &ExportJob::progressed, this, [this](int done, int total) {
        emit told(tr("Exporting: %1 of %2").arg(done).arg(total));
    });
    connect(job, &ExportJob::finished, this, [this, job, path](int written) {
        emit told(tr("%Ln connection(s) written to %1", nullptr, written)
                      .arg(QDir::toNativeSeparators(path)));
        job->deleteLater(); // its signal is running
    });
    connect(job, &ExportJob::failed, this, [this, job](const QString &error) {
        job->deleteLater(); // its signal is running
        QMessageBox::warning(m_panel.window(), tr("Export"), error);
    });
    job->start();
}

std::vector<ConnectionId> ConnectionCommands::connectionsFor(const ExportDialog &dialog) const
{
    switch (dialog.extent()) {
    case ExportDialog::Extent::Selected:
        return m_panel.selectedConnections();
    case ExportDialog::Extent::Displayed: {
        std::vector<ConnectionId> connections;
        for (int row = 0; row < m_model.rowCount(); ++row)
            connections.push_back(m_model.id(row));
        return connections;
    }
    case ExportDialog::Extent::All:
        return m_model.connections();
    }
    Q_UNREACHABLE();
}

} // namespace Teardown
