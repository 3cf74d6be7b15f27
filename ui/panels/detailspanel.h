// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/ids.h"
#include "ui/models/evidencemodel.h"

#include <QStandardItemModel>
#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QLabel;
class QToolButton;

namespace Teardown {

class ConnectionModel;
class EmptyPlace;
class Table;
struct ConnectionRecord;

/// Everything about one connection: a sentence, the facts, the evidence in the order it was seen,
/// and what the same ending looks like to programs that use other interfaces.
class DetailsPanel final : public QWidget
{
    Q_OBJECT

public:
    /// \a whatHappened explains the ending of the connection shown; it has a button here.
    DetailsPanel(ConnectionModel &model, QAction *whatHappened, QWidget *parent = nullptr);

    /// Shows \a connection, or that none is chosen. One that is gone shows as none.
    void setConnection(std::optional<ConnectionId> connection);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *titled(QLabel *title, Table *table);
    void fitColumns();
    void refresh();
    void showRecord(const ConnectionRecord *record);
    void showFacts(const ConnectionRecord *record);
    void showElsewhere(const ConnectionRecord *record);
    void sayEmptyPlaces(const ConnectionRecord *record);
    void retranslate();

    ConnectionModel &m_model;
    EvidenceModel m_evidenceModel;
    QStandardItemModel m_factModel;
    QStandardItemModel m_elsewhereModel;
    std::optional<ConnectionId> m_connection;
    std::shared_ptr<const CloseReport> m_shownElsewhere;
    QLabel *m_glyph;
    QLabel *m_number;
    QLabel *m_sentence;
    QToolButton *m_whatHappened;
    QLabel *m_factsTitle;
    QLabel *m_evidenceTitle;
    QLabel *m_elsewhereTitle;
    Table *m_facts;
    Table *m_evidence;
    Table *m_elsewhere;
    EmptyPlace *m_noFacts;
    EmptyPlace *m_noEvidence;
    EmptyPlace *m_noElsewhere;
};

} // namespace Teardown
