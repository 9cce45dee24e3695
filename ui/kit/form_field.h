// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLabel;

namespace cas::ui {

/// A field of a form: label above (with a mark when required), the editor, one help line, and the
/// error under it. Errors come when focus leaves the field, when validate() is called, or from
/// outside by setError(); typing takes an error away again as soon as it no longer holds.
class FormField : public QWidget
{
    Q_OBJECT
public:
    /// @param editor any widget; the field takes ownership. QLineEdit, QPlainTextEdit, QComboBox,
    ///               QSpinBox, QDateEdit, QCheckBox, SegmentedControl, PassphraseField and TagChips
    ///               are watched for edits by themselves; call noteEdited() for others.
    /// @param name   the field's stable name, equal to Error::field of the service ("san"); becomes
    ///               the objectName ("field.san") and, if the editor has none, the editor's too
    FormField(QWidget *editor, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QWidget *editor() const { return m_editor; }
    template <class Editor>
    [[nodiscard]] Editor *as() const
    {
        return qobject_cast<Editor *>(m_editor);
    }

    /// Plain text, from retranslate(). Also the accessible name of the editor, and of what takes
    /// the focus in a composed one unless that was given a name of its own.
    void setLabel(const QString &label);
    void setHelp(const QString &help);
    void setRequired(bool required);
    [[nodiscard]] bool required() const { return m_required; }

    /// Returns an empty string when the value is good, else the sentence to show. Only asked while
    /// the field is shown. Required-and-empty is checked before it (editors named above).
    void setValidator(std::function<QString()> validator);
    /// Checks now and shows the error. @return true when there is none
    bool validate();
    /// Shows an error from outside (the service's); it goes away when the field is edited.
    void setError(const QString &error);
    [[nodiscard]] QString error() const { return m_error; }
    /// For editors that are not watched.
    void noteEdited();

signals:
    void edited();
    void errorChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString problem() const;
    void show(const QString &error);
    void watch();
    void updateLabel();
    void describe();

    QString m_name;
    QWidget *m_editor;
    QLabel *m_label;
    QLabel *m_help;
    QLabel *m_errorLabel;
    QString m_labelText;
    QString m_spokenLabel; // the label that the widget with the focus was named by
    QString m_error;
    std::function<QString()> m_validator;
    bool m_required = false;
    bool m_shown = false; // an error is or was shown: check again while typing
    bool m_external = false; // the error came by setError
};

} // namespace cas::ui
