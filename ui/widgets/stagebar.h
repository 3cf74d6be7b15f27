// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

#include <array>
#include <cstddef>

class QToolButton;

namespace Teardown {

/// What a learner does with a scenario, one after the other.
enum class LabStage { Story, Predict, Run, Compare, Lesson };

inline constexpr std::size_t labStageCount = 5;

/// The stages in a row; one is current. Arrow keys and clicks choose.
class StageBar final : public QWidget
{
    Q_OBJECT

public:
    explicit StageBar(QWidget *parent = nullptr);

    LabStage stage() const { return m_stage; }
    void setStage(LabStage stage);

signals:
    void stageChanged(Teardown::LabStage stage);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    LabStage m_stage = LabStage::Story;
    std::array<QToolButton *, labStageCount> m_buttons{};
};

} // namespace Teardown
