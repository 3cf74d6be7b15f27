// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/close/closereport.h"

#include <QDialog>

#include <memory>

class QDialogButtonBox;

namespace Teardown {

class LabCatalogue;
class ReasonLessonPage;

/// What happened here? The lesson for one ended connection. The window can be used meanwhile.
class LessonDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a catalogue must outlive it.
    LessonDialog(const LabCatalogue &catalogue, QWidget *window);

    /// Shows the lesson for \a report, which must not be null, and comes to the front.
    void explain(std::shared_ptr<const CloseReport> report);

signals:
    /// A person wants to see the scenario with the id \a scenario.
    void scenarioWanted(const QString &scenario);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    const LabCatalogue &m_catalogue;
    std::shared_ptr<const CloseReport> m_report;
    ReasonLessonPage *m_page;
};

} // namespace Teardown
