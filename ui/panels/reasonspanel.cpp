// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/reasonspanel.h"

#include "ui/models/reasonmodel.h"
#include "ui/models/texts.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/reasondelegate.h"

#include <QKeyEvent>
#include <QListView>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace Teardown {

namespace {
} // namespace

ReasonsPanel::ReasonsPanel(ReasonModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new QListView(this))
    , m_explanation(new ToneLabel(Tone::Muted, this))
    , m_explanationArea(new QScrollArea(this))
{
    m_view->setModel(&model);
    m_view->setItemDelegate(new ReasonDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_empty = new EmptyPlace(*m_view);

    m_explanation->setWordWrap(true);
    m_explanation->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_explanation->setMargin(gap);
    m_explanationArea->setWidget(m_explanation);
    m_explanationArea->setWidgetResizable(true);
    m_explanationArea->setFrameShape(QFrame::NoFrame);
    m_explanationArea->setFocusPolicy(Qt::NoFocus);
    m_explanationArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view);
    layout->addWidget(m_explanationArea);
    setFocusProxy(m_view);

    connect(m_view, &QAbstractItemView::clicked, this, &ReasonsPanel::toggle);
    // Not activated(): where a single click activates, clicked() has come already.
    m_view->installEventFilter(this);
    connect(m_view->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &ReasonsPanel::explain);
    connect(&model, &ReasonModel::selectedChanged, this, [this] {
        // A filter that was cleared elsewhere leaves nothing to explain.
        if (!m_model.selected() && !m_view->hasFocus())
            m_view->setCurrentIndex({});
        explain();
    });
    retranslate();
}

QSize ReasonsPanel::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 32, fontMetrics().height() * 20};
}

bool ReasonsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_view->currentIndex().isValid()) {
            toggle(m_view->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ReasonsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        fitExplanation();
    QWidget::changeEvent(event);
}

void ReasonsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitExplanation();
}

void ReasonsPanel::toggle(const QModelIndex &index)
{
    m_model.toggle(m_model.reason(index.row()));
}

void ReasonsPanel::explain()
{
    const QModelIndex current = m_view->currentIndex();
    if (m_model.selected())
        m_explanation->setText(explanationText(*m_model.selected()));
    else if (current.isValid())
        m_explanation->setText(explanationText(m_model.reason(current.row())));
    else
        m_explanation->setText(tr("Click a bar to see only the connections that ended for this "
                                  "reason. Click it again to see all."));
}

void ReasonsPanel::fitExplanation()
{
    // What the longest of them needs, so that the bars stay where they are whatever is explained.
    const QFontMetrics metrics = m_explanation->fontMetrics();
    const QRect room(0, 0, width() - 2 * gap, height());
    int needed = 0;
    for (const Reason reason : allReasons) {
        const QRect text = metrics.boundingRect(room, Qt::TextWordWrap, explanationText(reason));
        needed = std::max(needed, text.height());
    }
    m_explanationArea->setFixedHeight(std::min(needed + 2 * gap, height() * 2 / 5));
}

void ReasonsPanel::retranslate()
{
    m_view->setAccessibleName(tr("Why connections ended"));
    m_empty->say(tr("No connection has ended yet.\n\nEach reason gets a bar here as soon as one "
                    "does."));
    explain();
    fitExplanation();
}

} // namespace Teardown
