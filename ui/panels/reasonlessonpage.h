// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/scenario/labcatalogue.h"
#include "core/lab/scenario/reasonlesson.h"
#include "ui/panels/textpage.h"

namespace Teardown {

/// The lesson for the reason of one ending: what happened, how to recognise it, what to do, the
/// same in C, Go and Qt, and the scenarios that show it.
class ReasonLessonPage final : public TextPage
{
    Q_OBJECT

public:
    using TextPage::TextPage;

    /// Tells of \a report in \a language, a tag such as "zh_CN".
    void fill(const CloseReport &report, const LabCatalogue &catalogue, const QString &language);

signals:
    /// A person wants to see the scenario with the id \a scenario.
    void scenarioWanted(const QString &scenario);

private:
    void addItems(const QString &heading,
                  const std::vector<LocalizedText> &texts,
                  const QString &language);
    void
    addScenarios(const QStringList &ids, const LabCatalogue &catalogue, const QString &language);
};

} // namespace Teardown
