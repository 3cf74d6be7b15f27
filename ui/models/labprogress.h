// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/lab/run/runrecord.h"
#include "ui/models/labtexts.h"

#include <QDateTime>
#include <QObject>

#include <vector>

namespace Teardown {

/// The stable name of \a status in files: "not-run", "passed", "failed", "skipped".
QLatin1StringView statusToken(LabStatus status);

/// What a learner did with one scenario.
struct LabResult
{
    std::vector<int> answers; ///< the choice for each question, counted from 0; -1 for none
    LabStatus status = LabStatus::NotRun; ///< of the latest run
    QString reason; ///< why it failed or was skipped, in English
    QDateTime when; ///< of the latest run, UTC
    bool isPredictionFixed = false; ///< it was run with the prediction on the table

    /// -1 when there is none.
    int answer(std::size_t question) const
    {
        return question < answers.size() ? answers[question] : -1;
    }
};

/// How far the learner has come, kept in the QSettings of the application. For one thread.
class LabProgress final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    LabResult result(const QString &scenario) const;

    /// Keeps a prediction; passed over once it is fixed.
    void predict(const QString &scenario, std::size_t question, int choice);

    /// Keeps what came of a run. \a fixesPrediction: the learner ran it, and now knows the answers.
    void recordRun(const RunRecord &record, bool fixesPrediction);

    /// Forgets everything, for the next learner.
    void reset();

signals:
    /// The result of \a scenario is another; of all when it is empty.
    void changed(const QString &scenario);

private:
    void keep(const QString &scenario, const LabResult &result);
};

} // namespace Teardown
