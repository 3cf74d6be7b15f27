// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/runrecord.h"
#include "ui/models/labprogress.h"
#include "ui/panels/textpage.h"

#include <optional>

namespace Teardown {

// The stages of the lab that are texts: each is filled anew for a scenario and a language.

/// What a stage shows.
struct LabSubject
{
    const Scenario &scenario;
    const LabResult &result;
    const std::optional<RunRecord> &record; ///< of this session; nothing until it was run
    QString language;
};

/// Who acts, and what is about to happen.
void fillStory(TextPage &page, const LabSubject &subject);

/// Right and wrong, with why.
void fillCompare(TextPage &page, const LabSubject &subject);

/// What happened, what to do, the same in C, Go and Qt side by side.
void fillLesson(TextPage &page, const LabSubject &subject);

/// The questions, and the choices to click.
class PredictPage final : public TextPage
{
    Q_OBJECT

public:
    using TextPage::TextPage;

    void fill(const LabSubject &subject);

signals:
    void predicted(std::size_t question, int choice);
};

} // namespace Teardown
