// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/labcataloguemodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLineEdit;
class QTreeView;

namespace Teardown {

class EmptyPlace;

/// The scenarios to choose from, with a search.
class LabCataloguePanel final : public QWidget
{
    Q_OBJECT

public:
    /// \a model must outlive the panel.
    explicit LabCataloguePanel(LabCatalogueModel &model, QWidget *parent = nullptr);

    QTreeView *view() const { return m_view; }

    /// The id of the scenario chosen; empty for none.
    QString current() const;
    void choose(const QString &scenario);

    /// Gives the search the focus, its text selected.
    void goToSearch();

signals:
    void currentChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void search(const QString &text);
    void unfold();
    void retranslate();

    LabCatalogueModel &m_model;
    QSortFilterProxyModel m_found;
    QLineEdit *m_search;
    QTreeView *m_view;
    EmptyPlace *m_empty;
};

} // namespace Teardown
