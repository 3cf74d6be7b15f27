// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/panels/detailspanel.h"

#include "ui/models/category.h"
#include "ui/models/connectioncell.h"
#include "ui/models/connectionmodel.h"
#include "ui/models/elsewhere.h"
#include "ui/panels/facts.h"
#include "ui/theme/categorylook.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/table.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace Teardown {

namespace {

enum FactColumn { FactName, FactValue, FactColumnCount };
enum ElsewhereColumn { Where, Call, Outcome, ElsewhereColumnCount };

QLabel *makeTitle(QWidget *parent)
{
    auto *title = new QLabel(parent);
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);
    title->setContentsMargins(gap / 2, 0, 0, gap / 2);
    return title;
}

void setText(QStandardItemModel &model, int row, int column, const QString &text)
{
    QStandardItem *item = model.item(row, column);
    if (!item) {
        item = new QStandardItem;
        item->setEditable(false);
        model.setItem(row, column, item);
    }
    if (item->text() == text)
        return;
    item->setText(text);
    item->setToolTip(text);
}

} // namespace

DetailsPanel::DetailsPanel(ConnectionModel &model, QAction *whatHappened, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_evidenceModel(model.start())
    , m_factModel(0, FactColumnCount)
    , m_elsewhereModel(0, ElsewhereColumnCount)
    , m_glyph(new QLabel(this))
    , m_number(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_whatHappened(new QToolButton(this))
    , m_factsTitle(makeTitle(this))
    , m_evidenceTitle(makeTitle(this))
    , m_elsewhereTitle(makeTitle(this))
    , m_facts(new Table(this))
    , m_evidence(new Table(this))
    , m_elsewhere(new Table(this))
{
    QFont bold = font();
    bold.setBold(true);
    m_number->setFont(bold);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setFocusPolicy(Qt::StrongFocus);
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_whatHappened->setDefaultAction(whatHappened);
    m_whatHappened->setFocusPolicy(Qt::StrongFocus);
    m_facts->setObjectName(QStringLiteral("facts"));
    m_evidence->setObjectName(QStringLiteral("evidence"));
    m_elsewhere->setObjectName(QStringLiteral("elsewhere"));
    m_facts->setModel(&m_factModel);
    m_evidence->setModel(&m_evidenceModel);
    m_elsewhere->setModel(&m_elsewhereModel);
    m_facts->horizontalHeader()->hide();
    for (Table *table : {m_facts, m_evidence, m_elsewhere})
        table->horizontalHeader()->setStretchLastSection(true);
    m_noFacts = new EmptyPlace(*m_facts);
    m_noEvidence = new EmptyPlace(*m_evidence);
    m_noElsewhere = new EmptyPlace(*m_elsewhere);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(gap, gap, gap, 0);
    head->setSpacing(gap);
    head->addWidget(m_glyph, 0, Qt::AlignTop);
    head->addWidget(m_number, 0, Qt::AlignTop);
    head->addWidget(m_sentence, 1);
    head->addWidget(m_whatHappened, 0, Qt::AlignTop);

    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(titled(m_factsTitle, m_facts));
    splitter->addWidget(titled(m_evidenceTitle, m_evidence));
    splitter->addWidget(titled(m_elsewhereTitle, m_elsewhere));
    splitter->setSizes({260, 420, 480});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addLayout(head);
    layout->addWidget(splitter, 1);
    setFocusProxy(m_facts);

    connect(&model, &ConnectionModel::updated, this, &DetailsPanel::refresh);
    fitColumns();
    retranslate();
}

QWidget *DetailsPanel::titled(QLabel *title, Table *table)
{
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(table, 1);
    title->setBuddy(table);
    return part;
}

void DetailsPanel::setConnection(std::optional<ConnectionId> connection)
{
    m_connection = connection;
    refresh();
}

void DetailsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        fitColumns();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        refresh();
    QWidget::changeEvent(event);
}

void DetailsPanel::fitColumns()
{
    const QFontMetrics metrics = fontMetrics();
    const auto width = [&metrics](int characters) {
        return metrics.averageCharWidth() * characters + 2 * gap;
    };
    m_facts->setColumnWidth(FactName, width(14));
    m_evidence->setColumnWidth(EvidenceModel::Time, width(7));
    m_evidence->setColumnWidth(EvidenceModel::Seer, width(8));
    m_evidence->setColumnWidth(EvidenceModel::Seen, width(21));
    m_elsewhere->setColumnWidth(Where, width(18));
    m_elsewhere->setColumnWidth(Call, width(17));
}

void DetailsPanel::refresh()
{
    showRecord(m_connection ? m_model.find(*m_connection) : nullptr);
}

void DetailsPanel::showRecord(const ConnectionRecord *record)
{
    const int size = fontMetrics().height();
    m_glyph->setVisible(record != nullptr);
    m_whatHappened->setVisible(record != nullptr);
    m_number->setVisible(record != nullptr);
    if (record) {
        m_number->setText(QStringLiteral("#%1").arg(record->info().id));
        m_glyph->setPixmap(categoryIcon(categoryOf(*record)).pixmap(size, size));
        m_glyph->setAccessibleName(displayText(categoryOf(*record)));
    }
    const QString sentence
        = record ? sentenceOf(*record) : tr("Select a connection to see what is known about it.");
    if (m_sentence->text() != sentence)
        m_sentence->setText(sentence);

    showFacts(record);
    m_evidenceModel.setEvidence(record ? record->info().opened : TimePoint(),
                                record ? record->evidence() : nullptr);
    showElsewhere(record);
    sayEmptyPlaces(record);
}

void DetailsPanel::showFacts(const ConnectionRecord *record)
{
    const std::vector<Fact> facts
        = record ? factsOf(*record, m_model.now(), m_model.start()) : std::vector<Fact>();
    m_factModel.setRowCount(static_cast<int>(facts.size()));
    for (int row = 0; row < m_factModel.rowCount(); ++row) {
        setText(m_factModel, row, FactName, facts[static_cast<std::size_t>(row)].name);
        setText(m_factModel, row, FactValue, facts[static_cast<std::size_t>(row)].value);
    }
}

void DetailsPanel::showElsewhere(const ConnectionRecord *record)
{
    const auto report = record ? record->report : nullptr;
    if (report == m_shownElsewhere)
        return;
    m_shownElsewhere = report;
    const std::vector<ElsewhereRow> rows
        = report ? elsewhere(*report, record->info().role) : std::vector<ElsewhereRow>();
    m_elsewhereModel.setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < m_elsewhereModel.rowCount(); ++row) {
        const ElsewhereRow &shown = rows[static_cast<std::size_t>(row)];
        setText(m_elsewhereModel,
                row,
                Where,
                tr("%1, %2", "POSIX, our side")
                    .arg(displayText(shown.platform), displayText(shown.side)));
        setText(m_elsewhereModel, row, Call, shown.call);
        setText(m_elsewhereModel, row, Outcome, shown.result);
    }
}

void DetailsPanel::sayEmptyPlaces(const ConnectionRecord *record)
{
    const bool isLive = record && !record->report;
    m_noEvidence->say(tr("What was seen of the connection, by whom and when."));
    m_noElsewhere->say(isLive ? tr("The comparison is made when the connection ends.")
                           : record
                           ? tr("Nobody saw how this connection ended, so there is nothing to "
                                "compare.")
                           : tr("What POSIX calls, Go and Qt alone would have said."));
    m_noFacts->say(tr("Who, how, why, and what was lost."));
}

void DetailsPanel::retranslate()
{
    m_factsTitle->setText(tr("Facts"));
    m_evidenceTitle->setText(tr("Evidence"));
    m_elsewhereTitle->setText(tr("The same ending elsewhere"));
    m_sentence->setAccessibleName(tr("What happened"));
    m_facts->setAccessibleName(tr("Facts"));
    m_evidence->setAccessibleName(tr("Evidence"));
    m_elsewhere->setAccessibleName(tr("The same ending elsewhere"));
    m_factModel.setHorizontalHeaderLabels({tr("Fact"), tr("Value")});
    m_elsewhereModel.setHorizontalHeaderLabels({tr("Where"), tr("Call"), tr("Outcome")});
    m_evidenceModel.retranslate();
    m_shownElsewhere.reset();
    refresh();
}

} // namespace Teardown
