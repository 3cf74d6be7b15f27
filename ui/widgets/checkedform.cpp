// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/checkedform.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/tonelabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>

#include <utility>

namespace Teardown {

namespace {
constexpr int editorColumn = 1;
constexpr int lineColumn = 2;
constexpr int lineLength = 62; // letters: what every hint and most faults need
} // namespace

CheckedForm::CheckedForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(gap, gap, gap, gap);
    m_grid->setHorizontalSpacing(gap);
    m_grid->setVerticalSpacing(gap / 2);
    m_grid->setColumnStretch(lineColumn, 1);
}

void CheckedForm::addHeading(const QString &text)
{
    const int row = m_grid->rowCount();
    auto *heading = new QLabel(text, this);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    heading->setContentsMargins(0, m_fields.empty() ? 0 : gap, 0, 0);
    m_grid->addWidget(heading, row, 0, 1, lineColumn + 1);
}

void CheckedForm::addNote(const QString &text)
{
    auto *note = new ToneLabel(Tone::Muted, this);
    note->setText(text);
    note->setWordWrap(true);
    note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(note, m_grid->rowCount(), 0, 1, lineColumn + 1);
}

void CheckedForm::addField(const QString &label, QWidget *editor, const QString &hint, Check check)
{
    const int row = m_grid->rowCount();
    auto *name = new QLabel(label, this);
    name->setBuddy(editor);
    auto *line = new ToneLabel(Tone::Muted, this);
    line->setWordWrap(true);
    line->setMinimumWidth(line->fontMetrics().averageCharWidth() * lineLength);

    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(editor, row, editorColumn);
    m_grid->addWidget(line, row, lineColumn);

    Field field{editor, line, QString(label).remove(u'&'), hint, std::move(check)};
    editor->setAccessibleName(field.label);
    m_fields.push_back(std::move(field));
    listenTo(editor);
    recheck();
}

void CheckedForm::recheck()
{
    m_firstError.clear();
    for (const Field &field : m_fields) {
        const QString error = field.check ? field.check() : QString();
        field.line->setTone(error.isEmpty() ? Tone::Muted : Tone::Failure);
        field.line->setText(error.isEmpty() ? field.hint : error);
        field.editor->setAccessibleDescription(field.line->text());
        if (!error.isEmpty() && m_firstError.isEmpty())
            m_firstError = tr("%1: %2").arg(field.label, error);
    }
    emit checked();
}

void CheckedForm::listenTo(QWidget *editor)
{
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        connect(line, &QLineEdit::textChanged, this, &CheckedForm::recheck);
    else if (auto *spin = qobject_cast<QSpinBox *>(editor))
        connect(spin, &QSpinBox::valueChanged, this, &CheckedForm::recheck);
    else if (auto *combo = qobject_cast<QComboBox *>(editor))
        connect(combo, &QComboBox::currentTextChanged, this, &CheckedForm::recheck);
    else if (auto *box = qobject_cast<QCheckBox *>(editor))
        connect(box, &QCheckBox::toggled, this, &CheckedForm::recheck);
}

} // namespace Teardown
