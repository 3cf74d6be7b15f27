// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/window/exportjob.h"
#include "ui/window/formdialog.h"

class QComboBox;
class QLineEdit;

namespace Teardown {

/// Asks what to export, how, and where to.
class ExportDialog final : public FormDialog
{
    Q_OBJECT

public:
    enum class Extent { Selected, Displayed, All };

    /// How many connections each choice means.
    struct Sizes
    {
        int selected = 0;
        int displayed = 0;
        int all = 0;
    };

    explicit ExportDialog(const Sizes &sizes, QWidget *parent = nullptr);

    Extent extent() const;
    ExportFormat format() const;
    QString path() const;

protected:
    Result<bool> carryOut() override;
    QString failureText(const QString &reason) const override { return reason; }

private:
    void addFields(const Sizes &sizes);
    QString pathFault() const;
    void followFormat();
    void browse();

    QComboBox *m_extent;
    QComboBox *m_format;
    QLineEdit *m_path;
};

} // namespace Teardown
