// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/models/timelinelayout.h"

#include <QAbstractScrollArea>

#include <optional>

class QImage;

namespace Teardown {

/// The steps of a run in lanes, and the segments between them, time downwards. A cursor, moved by
/// the mouse, the arrow keys, Home and End, reads out a moment.
class TimelineWidget final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineWidget(QWidget *parent = nullptr);

    /// Shows \a record, which may still be going on, of \a scenario, a copy of which is kept. The
    /// cursor goes to the last step.
    void setRun(const Scenario &scenario, const RunRecord &record);

    void setLanguage(const QString &language);

    bool isEmpty() const { return m_picture.rows.empty(); }

    /// The index of the step under the cursor, also while that is on one of its segments.
    std::optional<std::size_t> currentStep() const;
    void setCurrentStep(std::size_t step);

    /// The moment under the cursor in words; empty when there is none.
    QString reading() const;

    QImage toImage() const;
    QByteArray toSvg(const QString &title) const;

signals:
    void currentStepChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void layOut();
    void setCurrentRow(std::size_t row);
    void fitScrollBars();
    void showCurrent();
    QRectF placeOf(const TimelineRow &row) const;
    const TimelineRow *currentRow() const;

    Scenario m_scenario;
    RunRecord m_record;
    QString m_language;
    TimelinePicture m_picture;
    std::optional<std::size_t> m_current; ///< the row
};

} // namespace Teardown
