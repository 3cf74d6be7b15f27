// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/shutdownpanel.h"

#include "core/base/units.h"
#include "ui/models/texts.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/drainbar.h"
#include "ui/widgets/tonelabel.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMainWindow>
#include <QPushButton>
#include <QStatusBar>
#include <QTextLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace Teardown {

namespace {

constexpr int leastHoldupLines = 4;

QToolButton *makeButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return button;
}

QString number(int value)
{
    return QLocale().toString(value);
}

} // namespace

ShutdownPanel::ShutdownPanel(QAction *force, QAction *keepRunning, QMainWindow *window)
    : QFrame(window)
    , m_window(*window)
    , m_stage(new QLabel(this))
    , m_remaining(new QLabel(this))
    , m_force(makeButton(force, this))
    , m_keepRunning(makeButton(keepRunning, this))
    , m_bar(new DrainBar(this))
    , m_counts(new QLabel(this))
    , m_holdups(new ToneLabel(Tone::Muted, this))
    , m_tally(new QLabel(this))
    , m_close(new QPushButton(this))
{
    setFrameStyle(QFrame::StyledPanel | QFrame::Raised);
    setAutoFillBackground(true);
    m_remaining->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_holdups->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // Its lines follow from its height, never the other way round.
    m_holdups->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_tally->setWordWrap(true);
    m_tally->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont bold = m_stage->font();
    bold.setBold(true);
    m_stage->setFont(bold);
    layOut();

    connect(m_close, &QPushButton::clicked, this, &ShutdownPanel::closeWanted);
    window->installEventFilter(this);
    retranslate();
    hide();
}

void ShutdownPanel::showProgress(const DrainProgress &progress)
{
    m_progress = progress;
    const bool isOver = progress.stage == DrainStage::Drained;
    m_stage->setText(stageText());
    m_remaining->setText(remainingText());
    m_bar->setProgress(progress.inTime(), progress.forced, progress.total);
    m_counts->setText(tr("%1 of %2 ended · in time %3 · forced %4 · lost %5")
                          .arg(number(progress.total - progress.open),
                               number(progress.total),
                               number(progress.inTime()),
                               number(progress.forced),
                               formatSize(progress.undelivered)));
    m_holdups->setText(holdupsText());
    m_tally->setText(tallyText());
    m_force->setVisible(!isOver);
    m_keepRunning->setVisible(!isOver);
    m_close->setVisible(isOver);
    setFocusProxy(isOver ? static_cast<QWidget *>(m_close) : m_force);
}

bool ShutdownPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void ShutdownPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        place();
    QFrame::changeEvent(event);
}

void ShutdownPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_holdups->setText(holdupsText());
}

void ShutdownPanel::showEvent(QShowEvent *event)
{
    place();
    raise();
    QFrame::showEvent(event);
}

void ShutdownPanel::layOut()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(gap);
    head->addWidget(m_stage, 1);
    head->addWidget(m_remaining);
    head->addWidget(m_force);
    head->addWidget(m_keepRunning);

    auto *foot = new QHBoxLayout;
    foot->setSpacing(gap);
    foot->addWidget(m_tally, 1);
    foot->addWidget(m_close, 0, Qt::AlignBottom);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    layout->setSpacing(gap);
    layout->addLayout(head);
    layout->addWidget(m_bar);
    layout->addWidget(m_counts);
    layout->addWidget(m_holdups, 1);
    layout->addLayout(foot);
}

void ShutdownPanel::place()
{
    const QRect whole = m_window.rect().adjusted(0, 0, 0, -m_window.statusBar()->height());
    m_holdups->setMinimumHeight(lineHeight() * (leastHoldupLines + 1));
    // In place of what is at the bottom rather than across its edge. Qt keeps a dock behind another
    // tab visible, outside of the window.
    int wanted = 0;
    for (QDockWidget *dock : m_window.findChildren<QDockWidget *>()) {
        const bool isAtBottom = m_window.dockWidgetArea(dock) == Qt::BottomDockWidgetArea;
        if (isAtBottom && dock->isVisible() && !dock->isFloating() && dock->y() > 0)
            wanted = std::max(wanted, whole.height() - dock->y());
    }
    if (wanted == 0)
        wanted = whole.height() / 3;
    const int height = std::min(whole.height(), std::max(wanted, minimumSizeHint().height()));
    setGeometry(0, whole.height() - height, whole.width(), height);
}

void ShutdownPanel::retranslate()
{
    setAccessibleName(tr("Shutdown"));
    m_bar->setAccessibleName(tr("Connections ended"));
    m_close->setText(tr("&Close"));
    m_close->setAccessibleName(tr("Close"));
    showProgress(m_progress);
}

QString ShutdownPanel::stageText() const
{
    switch (m_progress.stage) {
    case DrainStage::Serving:
        return tr("Serving");
    case DrainStage::Draining:
        return tr("Draining · nobody new is let in");
    case DrainStage::Forcing:
        return tr("Forcing · what is left is being reset");
    case DrainStage::Drained:
        return tr("Drained");
    }
    Q_UNREACHABLE();
}

QString ShutdownPanel::remainingText() const
{
    if (m_progress.stage != DrainStage::Draining)
        return {};
    if (!m_progress.remaining)
        return tr("no deadline");
    return tr("forced in %1").arg(formatDuration(*m_progress.remaining));
}

/// As many as there is room for, and one for those that have none.
int ShutdownPanel::holdupLines() const
{
    return std::max(m_holdups->height() / lineHeight() - 1, leastHoldupLines);
}

/// As it is laid out: a line in a script that the font has to borrow is higher than the font's own.
int ShutdownPanel::lineHeight() const
{
    QTextLayout layout(tr("and %Ln more", nullptr, 1), m_holdups->font());
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(QWIDGETSIZE_MAX); // lays it out
    layout.endLayout();
    return static_cast<int>(std::ceil(line.height())) + m_holdups->fontMetrics().leading();
}

QString ShutdownPanel::holdupsText() const
{
    if (m_progress.stage == DrainStage::Drained || m_progress.open == 0)
        return {};
    const int room = holdupLines();
    QStringList lines;
    for (const Holdup &holdup : m_progress.holdups) {
        if (lines.size() == room)
            break;
        lines += tr("#%1 holds up: %2").arg(QString::number(holdup.id), displayText(holdup));
    }
    const int more = m_progress.open - static_cast<int>(lines.size());
    if (more > 0)
        lines += lines.isEmpty() ? tr("%Ln still open", nullptr, more)
                                 : tr("and %Ln more", nullptr, more);
    return lines.join(u'\n');
}

QString ShutdownPanel::tallyText() const
{
    if (m_progress.stage != DrainStage::Drained)
        return {};
    if (m_progress.forced == 0) {
        return m_progress.total == 0
            ? tr("There was nothing to end.")
            : tr("%Ln connection(s) ended in time; %1 lost.", nullptr, m_progress.inTime())
                  .arg(formatSize(m_progress.undelivered));
    }
    QStringList names;
    for (const ConnectionId id : m_progress.forcedIds)
        names += QStringLiteral("#%1").arg(id);
    if (static_cast<int>(names.size()) < m_progress.forced)
        names += QStringLiteral("…");
    return tr("%1 in time, %2 reset by us: %3. %4 lost.")
        .arg(number(m_progress.inTime()),
             number(m_progress.forced),
             names.join(u' '),
             formatSize(m_progress.undelivered));
}

} // namespace Teardown
