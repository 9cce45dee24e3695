// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/privateca/san_list.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace cas::ui {

/// The field "Subject Alternative Name": a line to type or paste names into, with their type, and
/// the names below it, each with its type and a cross. Enter, comma or Add takes what was typed.
/// @thread main
class SanEditor : public QWidget
{
    Q_OBJECT
public:
    explicit SanEditor(QWidget *parent = nullptr);

    [[nodiscard]] const SanList &list() const { return m_list; }
    void setNames(const QList<crypto::SubjectAltName> &names);
    /// The common name that a server certificate carries among its names; empty for others.
    void setCommonName(const QString &text);
    /// Takes what still stands in the line. @return false when it is wrong: problem() says why
    bool takeTyped();
    /// Why takeTyped() would not take it; empty when it would. Takes nothing.
    [[nodiscard]] QString typedProblem() const;
    /// The sentence about what was typed last; empty when it is good.
    [[nodiscard]] QString problem() const { return m_problem; }

signals:
    /// Names or the typed text changed; problem() may have.
    void changed();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void translateTexts();
    void typed(const QString &text);
    void rebuild();
    QWidget *makeRow(const crypto::SubjectAltName &name, qsizetype index);
    [[nodiscard]] std::optional<crypto::SanType> type() const;

    SanList m_list;
    QString m_problem;
    QComboBox *m_type;
    QLineEdit *m_edit;
    QPushButton *m_add;
    QVBoxLayout *m_rows;
    QLabel *m_count;
};

} // namespace cas::ui
