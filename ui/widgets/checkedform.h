// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QGridLayout;

namespace Teardown {

class ToneLabel;

/// A form that is checked while it is filled in.
///
/// Every field has one line of text beside it: what it means, or, as long as its value will not do,
/// what is wrong and what to enter instead. The line has its place from the start, so nothing
/// moves.
class CheckedForm final : public QWidget
{
    Q_OBJECT

public:
    /// Says what is wrong, in the reader's language; empty when nothing is.
    using Check = std::function<QString()>;

    explicit CheckedForm(QWidget *parent = nullptr);

    void addHeading(const QString &text);

    /// Adds a line of text that is no field.
    void addNote(const QString &text);

    /// Adds \a editor, which becomes a child. \a label may hold a mnemonic. \a check is called
    /// whenever any field changed, and may look at other fields.
    void addField(const QString &label, QWidget *editor, const QString &hint, Check check = {});

    bool isValid() const { return m_firstError.isEmpty(); }

    /// The label and the fault of the first field that will not do; empty when all do.
    const QString &firstError() const { return m_firstError; }

    /// Checks all fields again. Fields of a known kind call for it by themselves.
    void recheck();

signals:
    /// Every recheck() ends with it.
    void checked();

private:
    struct Field
    {
        QWidget *editor = nullptr;
        ToneLabel *line = nullptr;
        QString label; ///< without a mnemonic
        QString hint;
        Check check;
    };

    void listenTo(QWidget *editor);

    QGridLayout *m_grid;
    std::vector<Field> m_fields;
    QString m_firstError;
};

} // namespace Teardown
