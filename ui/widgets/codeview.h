// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTextEdit>

namespace Teardown {

/// Source code to read and to copy, whole and without scrolling: as high as it needs at the width
/// it gets. A line that is too long goes on below itself, further in.
class CodeView final : public QTextEdit
{
    Q_OBJECT

public:
    explicit CodeView(const QString &code, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

private:
    QTextDocument *m_measure; ///< the same text, to be laid out at other widths
};

} // namespace Teardown
