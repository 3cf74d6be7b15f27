// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/models/labprogress.h"

#include <QSettings>

#include <array>
#include <utility>

namespace Teardown {

namespace {

constexpr QLatin1StringView progressKey("lab/progress");
constexpr QLatin1StringView answersKey("answers");
constexpr QLatin1StringView statusKey("status");
constexpr QLatin1StringView reasonKey("reason");
constexpr QLatin1StringView whenKey("when");
constexpr QLatin1StringView fixedKey("fixed");

constexpr std::array statusTokens{std::pair(LabStatus::NotRun, "not-run"),
                                  std::pair(LabStatus::Passed, "passed"),
                                  std::pair(LabStatus::Failed, "failed"),
                                  std::pair(LabStatus::Skipped, "skipped")};

QString keyOf(const QString &scenario)
{
    return QString(progressKey % u'/' % scenario);
}

LabStatus statusFrom(const QString &token)
{
    for (const auto &[status, name] : statusTokens) {
        if (token == QLatin1StringView(name))
            return status;
    }
    return LabStatus::NotRun;
}

LabStatus statusOf(LabVerdict verdict)
{
    switch (verdict) {
    case LabVerdict::Passed:
        return LabStatus::Passed;
    case LabVerdict::Failed:
        return LabStatus::Failed;
    case LabVerdict::Skipped:
        return LabStatus::Skipped;
    }
    Q_UNREACHABLE();
}

} // namespace

QLatin1StringView statusToken(LabStatus status)
{
    return QLatin1StringView(statusTokens[static_cast<std::size_t>(status)].second);
}

LabResult LabProgress::result(const QString &scenario) const
{
    QSettings settings;
    settings.beginGroup(keyOf(scenario));
    LabResult result;
    for (const QString &answer : settings.value(answersKey).toStringList()) {
        bool isNumber = false;
        const int choice = answer.toInt(&isNumber);
        result.answers.push_back(isNumber ? choice : -1);
    }
    result.status = statusFrom(settings.value(statusKey).toString());
    result.reason = settings.value(reasonKey).toString();
    result.when = QDateTime::fromString(settings.value(whenKey).toString(), Qt::ISODate);
    result.isPredictionFixed = settings.value(fixedKey).toBool();
    return result;
}

void LabProgress::predict(const QString &scenario, std::size_t question, int choice)
{
    LabResult result = this->result(scenario);
    if (result.isPredictionFixed || result.answer(question) == choice)
        return;
    if (result.answers.size() <= question)
        result.answers.resize(question + 1, -1);
    result.answers[question] = choice;
    keep(scenario, result);
}

void LabProgress::recordRun(const RunRecord &record, bool fixesPrediction)
{
    LabResult result = this->result(record.scenario);
    result.status = statusOf(record.verdict);
    result.reason = record.reason;
    result.when = QDateTime::currentDateTimeUtc();
    result.isPredictionFixed = result.isPredictionFixed || fixesPrediction;
    keep(record.scenario, result);
}

void LabProgress::reset()
{
    QSettings().remove(progressKey);
    emit changed({});
}

void LabProgress::keep(const QString &scenario, const LabResult &result)
{
    QSettings settings;
    settings.beginGroup(keyOf(scenario));
    QStringList answers;
    for (const int answer : result.answers)
        answers += QString::number(answer);
    settings.setValue(answersKey, answers);
    settings.setValue(statusKey, statusToken(result.status));
    settings.setValue(reasonKey, result.reason);
    settings.setValue(whenKey, result.when.toString(Qt::ISODate));
    settings.setValue(fixedKey, result.isPredictionFixed);
    settings.endGroup();
    emit changed(scenario);
}

} // namespace Teardown
