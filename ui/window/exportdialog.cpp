// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#include "ui/window/exportdialog.h"

#include "ui/widgets/checkedform.h"

#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>
#include <QStyle>

namespace Teardown {

namespace {

constexpr QLatin1StringView folderKey("export/folder");

QString suffix(ExportFormat format)
{
    switch (format) {
    case ExportFormat::JsonLines:
        return QStringLiteral("jsonl");
    case ExportFormat::Csv:
        return QStringLiteral("csv");
    }
    Q_UNREACHABLE();
}

/// Where the last export went; at first the documents, or the home of whoever has none.
QString firstFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString folder = QSettings().value(folderKey, documents).toString();
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

QString firstPath(ExportFormat format)
{
    const QString name
        = QStringLiteral("teardown-%1.%2")
              .arg(QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"), suffix(format));
    return QDir::toNativeSeparators(QDir(firstFolder()).filePath(name));
}

} // namespace

ExportDialog::ExportDialog(const Sizes &sizes, QWidget *parent)
    : FormDialog(parent)
    , m_extent(new QComboBox(this))
    , m_format(new QComboBox(this))
    , m_path(new QLineEdit(this))
{
    setWindowTitle(tr("Export"));
    setAcceptText(tr("&Save"));
    addFields(sizes);
    start(m_extent);
}

ExportDialog::Extent ExportDialog::extent() const
{
    return static_cast<Extent>(m_extent->currentData().toInt());
}

ExportFormat ExportDialog::format() const
{
    return static_cast<ExportFormat>(m_format->currentData().toInt());
}

QString ExportDialog::path() const
{
    return QDir::fromNativeSeparators(m_path->text().trimmed());
}

Result<bool> ExportDialog::carryOut()
{
    if (QFileInfo::exists(path())) {
        const auto answer = QMessageBox::question(this,
                                                  tr("Export"),
                                                  tr("%1 exists already. Replace it?")
                                                      .arg(QDir::toNativeSeparators(path())));
        if (answer != QMessageBox::Yes)
            return Failure{tr("The file exists already. Enter another name.")};
    }
    QSettings().setValue(folderKey, QFileInfo(path()).absolutePath());
    return true;
}

void ExportDialog::addFields(const Sizes &sizes)
{
    const auto addExtent = [this](const QString &text, Extent extent) {
        m_extent->addItem(text, static_cast<int>(extent));
    };
    if (sizes.selected > 0)
        addExtent(tr("%Ln selected", nullptr, sizes.selected), Extent::Selected);
    addExtent(tr("%Ln displayed", nullptr, sizes.displayed), Extent::Displayed);
    addExtent(tr("all %Ln", nullptr, sizes.all), Extent::All);
    m_format->addItem(tr("JSON Lines"), static_cast<int>(ExportFormat::JsonLines));
    m_format->addItem(tr("CSV"), static_cast<int>(ExportFormat::Csv));

    m_path->setText(firstPath(format()));
    m_path->setMinimumWidth(m_path->fontMetrics().averageCharWidth() * 40);
    auto *browsing = m_path->addAction(style()->standardIcon(QStyle::SP_DirOpenIcon),
                                       QLineEdit::TrailingPosition);
    browsing->setText(tr("Browse…"));
    browsing->setToolTip(tr("Browse… (F4)"));
    browsing->setShortcut(Qt::Key_F4);

    form().addHeading(tr("Export connections"));
    form().addField(tr("&Connections"), m_extent, tr("displayed: what passes the filters"));
    form().addField(tr("&Format"), m_format, tr("JSON Lines hold the evidence too"));
    form().addField(tr("F&ile"), m_path, tr("F4 browses"), [this] { return pathFault(); });
    connect(browsing, &QAction::triggered, this, &ExportDialog::browse);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::followFormat);
}

QString ExportDialog::pathFault() const
{
    const QFileInfo file(path());
    if (path().isEmpty() || file.isDir())
        return tr("Enter the name of a file.");
    if (!file.absoluteDir().exists())
        return tr("This folder does not exist. Enter another.");
    return {};
}

void ExportDialog::followFormat()
{
    const QFileInfo file(path());
    if (file.suffix() == suffix(ExportFormat::Csv)
        || file.suffix() == suffix(ExportFormat::JsonLines)) {
        const QString name = file.completeBaseName() + u'.' + suffix(format());
        m_path->setText(QDir::toNativeSeparators(file.dir().filePath(name)));
    }
}

void ExportDialog::browse()
{
    // The question whether to replace a file is asked once, by carryOut().
    const QString chosen = QFileDialog::getSaveFileName(this,
                                                        tr("Export"),
                                                        path(),
                                                        {},
                                                        nullptr,
                                                        QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        m_path->setText(QDir::toNativeSeparators(chosen));
}

} // namespace Teardown
