// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QListView;
class QScrollArea;

namespace Teardown {

class EmptyPlace;
class ReasonModel;
class ToneLabel;

/// Why connections ended: a bar for each reason. Clicking a bar, or Return on it, chooses the
/// reason in the model; doing it again chooses none.
class ReasonsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ReasonsPanel(ReasonModel &model, QWidget *parent = nullptr);

    QListView *view() const { return m_view; }

    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void toggle(const QModelIndex &index);
    void explain();
    void fitExplanation();
    void retranslate();

    ReasonModel &m_model;
    QListView *m_view;
    EmptyPlace *m_empty;
    ToneLabel *m_explanation;
    QScrollArea *m_explanationArea;
};

} // namespace Teardown
