// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/formdialog.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/checkedform.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/tonelabel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace Teardown {

namespace {
constexpr int faultLines = 2;
} // namespace

FormDialog::FormDialog(QWidget *parent)
    : QDialog(parent)
    , m_form(new CheckedForm)
    , m_fault(new ToneLabel(Tone::Failure, this))
{
    // Larger text or a small screen must not push the buttons out of sight.
    auto *area = new ScrollArea(this);
    area->setWidget(m_form);
    area->setFocusPolicy(Qt::NoFocus); // its fields have it
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_fault->setWordWrap(true);
    m_fault->setAccessibleName(tr("What is wrong"));
    m_fault->setMinimumHeight(m_fault->fontMetrics().lineSpacing() * faultLines);

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(gap, 0, gap, gap);
    foot->setSpacing(gap);
    foot->addWidget(m_fault, 1);
    foot->addWidget(buttons);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap);
    layout->addWidget(area, 1);
    layout->addLayout(foot);

    connect(buttons, &QDialogButtonBox::accepted, this, &FormDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &FormDialog::reject);
    connect(m_form, &CheckedForm::checked, this, &FormDialog::showState);
}

void FormDialog::accept()
{
    if (!m_form->isValid())
        return;
    const Result<bool> done = carryOut();
    if (done)
        QDialog::accept();
    else
        m_fault->setText(failureText(done.error()));
}

QSize FormDialog::sizeHint() const
{
    const QSize whole = m_form->sizeHint() + QSize(6 * gap, m_ok->sizeHint().height() + 6 * gap);
    return whole.boundedTo(screen()->availableSize() * 9 / 10);
}

void FormDialog::setAcceptText(const QString &text)
{
    m_ok->setText(text);
}

void FormDialog::start(QWidget *first)
{
    m_form->recheck();
    // QWidget::adjustSize() would stop at two thirds of the screen.
    resize(sizeHint());
    first->setFocus();
}

void FormDialog::showState()
{
    m_ok->setEnabled(m_form->isValid());
    m_fault->setText(m_form->firstError());
}

} // namespace Teardown
