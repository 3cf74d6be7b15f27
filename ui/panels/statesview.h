// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/statepath.h"

#include <QWidget>

namespace Teardown {

class StateDiagramWidget;
class ToneLabel;

/// The state diagram, and below it the ways of both ends in words.
class StatesView final : public QWidget
{
    Q_OBJECT

public:
    explicit StatesView(QWidget *parent = nullptr);

    /// Shows \a paths; \a note says what else there is to know about them.
    void setPaths(const std::vector<StatePath> &paths, const QString &note);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    StateDiagramWidget *m_diagram;
    ToneLabel *m_first;
    ToneLabel *m_second;
    ToneLabel *m_note;
};

} // namespace Teardown
