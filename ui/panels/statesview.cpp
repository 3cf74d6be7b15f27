// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/statesview.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/statediagrampainter.h"
#include "ui/widgets/statediagramwidget.h"
#include "ui/widgets/tonelabel.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace Teardown {

namespace {

void say(ToneLabel &label, const std::vector<StatePath> &paths, PathEnd end)
{
    const auto path = std::find_if(paths.begin(), paths.end(), [end](const StatePath &each) {
        return each.end == end;
    });
    label.setVisible(path != paths.end());
    if (path != paths.end())
        label.setText(QString(shapeOf(end) % u' ' % pathText(*path)));
}

} // namespace

StatesView::StatesView(QWidget *parent)
    : QWidget(parent)
    , m_diagram(new StateDiagramWidget(this))
    , m_first(new ToneLabel(toneOf(PathEnd::First), this))
    , m_second(new ToneLabel(toneOf(PathEnd::Second), this))
    , m_note(new ToneLabel(Tone::Muted, this))
{
    auto *words = new QHBoxLayout;
    words->setContentsMargins(gap, 0, gap, 0);
    words->setSpacing(2 * gap);
    for (ToneLabel *label : {m_first, m_second, m_note}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words->addWidget(label, 1);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap / 2);
    layout->addWidget(m_diagram, 1);
    layout->addLayout(words);
    setFocusProxy(m_diagram);
    retranslate();
}

void StatesView::setPaths(const std::vector<StatePath> &paths, const QString &note)
{
    m_diagram->setPaths(paths);
    say(*m_first, paths, PathEnd::First);
    say(*m_second, paths, PathEnd::Second);
    m_note->setText(note);
}

void StatesView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StatesView::retranslate()
{
    m_diagram->setAccessibleName(tr("State diagram"));
}

} // namespace Teardown
