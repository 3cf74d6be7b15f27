// SPDX-FileCopyrightText: The Teardown authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/result.h"

#include <QDialog>

class QPushButton;

namespace Teardown {

class CheckedForm;
class ToneLabel;

/// A dialog around a checked form: OK can be pressed only while every field will do, and the line
/// beside it says what is still wrong.
///
/// What OK does may fail: then the dialog stays open and tells why.
class FormDialog : public QDialog
{
    Q_OBJECT

public:
    explicit FormDialog(QWidget *parent = nullptr);

    void accept() override;

    QSize sizeHint() const override;

protected:
    CheckedForm &form() { return *m_form; }

    void setAcceptText(const QString &text);

    /// Puts the focus on the first field; to be called when all fields are there.
    void start(QWidget *first);

    /// Does what the dialog is for with the values of the form.
    virtual Result<bool> carryOut() = 0;

    /// What the dialog says before the reason when carryOut() failed: "Listening failed: %1".
    virtual QString failureText(const QString &reason) const = 0;

private:
    void showState();

    CheckedForm *m_form;
    ToneLabel *m_fault;
    QPushButton *m_ok;
};

} // namespace Teardown
