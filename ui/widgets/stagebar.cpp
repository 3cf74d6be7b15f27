// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/stagebar.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace Teardown {

StageBar::StageBar(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *group = new QButtonGroup(this);
    for (std::size_t index = 0; index < labStageCount; ++index) {
        auto *button = new QToolButton(this);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        group->addButton(button, static_cast<int>(index));
        layout->addWidget(button);
        m_buttons[index] = button;
    }
    layout->addStretch();
    m_buttons.front()->setChecked(true);
    connect(group, &QButtonGroup::idClicked, this, [this](int id) {
        setStage(static_cast<LabStage>(id));
    });
    retranslate();
}

void StageBar::setStage(LabStage stage)
{
    m_buttons[static_cast<std::size_t>(stage)]->setChecked(true);
    if (stage == m_stage)
        return;
    m_stage = stage;
    emit stageChanged(stage);
}

void StageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StageBar::retranslate()
{
    const std::array texts{tr("① Story"),
                           tr("② Predict"),
                           tr("③ Run"),
                           tr("④ Compare"),
                           tr("⑤ Lesson")};
    for (std::size_t index = 0; index < labStageCount; ++index)
        m_buttons[index]->setText(texts[index]);
}

} // namespace Teardown
