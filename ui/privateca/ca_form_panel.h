// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/privateca/ca_commands.h"
#include "ui/kit/side_panel.h"
#include "ui/privateca/store_traits.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace cas {
class Console;
}

namespace cas::ui {

class FormField;
class PublicationFields;
class SubjectFields;

/// What the forms that make a CA have in common: subject, algorithm, years, name in this console,
/// publication, and how the job runs and ends.
/// @thread main
class CaFormPanel : public SidePanel
{
    Q_OBJECT
public:
    ~CaFormPanel() override;

signals:
    void created(const cas::privateca::Ca &ca);

protected:
    /// @param console borrowed; must outlive the panel
    CaFormPanel(Console &console, const StoreTraits &traits, QWidget *parent);
    /// Appends subject, algorithm, years and name. @param years preselected
    void addIdentity(Form *form, const QList<crypto::KeyAlgorithm> &algorithms, int years);
    /// Appends the publication; with a base URL in the settings the addresses follow the name.
    void addPublication(Form *form);
    /// The name of a bought CA until it is enabled; proposed as the common name too. One that the
    /// purchase made up follows the common name until a person types another.
    enum class Named { ByPerson, ByPurchase };
    void setCaName(const QString &name, Named by);

    /// Puts what the common fields hold into a command.
    /// @return false after it has shown what is wrong
    template <class Command>
    bool collect(Command &command)
    {
        return collectInto(command.subject, command.name, command.algorithm, command.years,
                           command.publication);
    }
    /// Shows the job and, at its end, its error or the CA.
    void run(Job<privateca::Ca> job);

    /// Sets every text; the subclass sets its own as well.
    virtual void translateTexts();
    void changeEvent(QEvent *event) override;

    [[nodiscard]] Console &console() const { return m_console; }
    [[nodiscard]] const StoreTraits &traits() const { return m_traits; }
    [[nodiscard]] QComboBox *algorithm() const { return m_algorithm; }
    [[nodiscard]] QSpinBox *years() const { return m_years; }
    [[nodiscard]] FormField *yearsField() const { return m_yearsField; }

private:
    bool collectInto(crypto::DistinguishedName &subject, QString &name,
                     crypto::KeyAlgorithm &algorithm, int &years,
                     privateca::Publication &publication);
    void suggestAddresses();
    void failed(const Error &error);

    Console &m_console;
    const StoreTraits m_traits;
    SubjectFields *m_subject = nullptr;
    PublicationFields *m_publication = nullptr;
    QComboBox *m_algorithm = nullptr;
    QSpinBox *m_years = nullptr;
    QLineEdit *m_name = nullptr;
    FormField *m_algorithmField = nullptr;
    FormField *m_yearsField = nullptr;
    FormField *m_nameField = nullptr;
    Job<privateca::Ca> m_job;
};

} // namespace cas::ui
