// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/lessondialog.h"

#include "ui/models/texts.h"
#include "ui/panels/reasonlessonpage.h"
#include "ui/window/language.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace Teardown {

LessonDialog::LessonDialog(const LabCatalogue &catalogue, QWidget *window)
    : QDialog(window)
    , m_catalogue(catalogue)
    , m_page(new ReasonLessonPage(this))
{
    setObjectName(QStringLiteral("lessonDialog"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_page);
    layout->addWidget(buttons);
    const int letter = fontMetrics().averageCharWidth();
    resize(QSize(letter * 160, letter * 110).boundedTo(window->size()));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_page, &ReasonLessonPage::scenarioWanted, this, &LessonDialog::scenarioWanted);
}

void LessonDialog::explain(std::shared_ptr<const CloseReport> report)
{
    m_report = std::move(report);
    fill();
    m_page->verticalScrollBar()->setValue(0);
    show();
    raise();
    activateWindow();
    m_page->setFocus();
}

void LessonDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_report)
        fill();
    QDialog::changeEvent(event);
}

void LessonDialog::fill()
{
    //: %1 is a reason: "peer reset"
    setWindowTitle(tr("What happened here? %1").arg(displayText(m_report->verdict.reason)));
    m_page->setAccessibleName(windowTitle());
    m_page->fill(*m_report, m_catalogue, currentLanguage());
}

} // namespace Teardown
