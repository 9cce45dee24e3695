// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/batch_choices.h"

#include "core/certificates/packer.h"
#include "core/vault/vault.h"
#include "ui/kit/buttons.h"
#include "ui/kit/error_text.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/passphrase_field.h"
#include "ui/kit/path_dialog.h"
#include "ui/kit/tokens.h"
#include "ui/privateca/form_parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace cas::ui {

using privateca::LeafType;

namespace {

constexpr int kMostBatchDays = 36'525; // 100 years

} // namespace

BatchChoices::BatchChoices(Form *form, const privateca::Ca &ca, int days)
    : QObject(form)
    , m_ca(ca.id)
    , m_algorithm(makeAlgorithmCombo(algorithmsUnder(ca.keyAlgorithm)))
    , m_type(new QComboBox)
    , m_days(new QSpinBox)
    , m_noFiles(new QCheckBox)
    , m_keys(new QCheckBox)
    , m_password(new PassphraseField)
    , m_repeat(new PassphraseField)
{
    m_type->addItem(QString(), int(LeafType::Server));
    m_type->addItem(QString(), int(LeafType::Client));
    m_days->setRange(1, kMostBatchDays);
    m_days->setValue(days);
    m_algorithmField = new FormField(m_algorithm, QStringLiteral("key"));
    m_typeField = new FormField(m_type, QStringLiteral("type"));
    m_daysField = new FormField(m_days, QStringLiteral("days"));
    form->addRow({m_algorithmField, m_typeField, m_daysField});

    auto *place = new QWidget;
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kS);
    m_folder = new QLineEdit(QDir::toNativeSeparators(lastFolder()), place);
    m_folder->setObjectName(QStringLiteral("batch.folder"));
    m_browse = makeButton(ButtonKind::Secondary, place, Symbol::Folder);
    m_browse->setObjectName(QStringLiteral("batch.browse"));
    row->addWidget(m_folder, 1);
    row->addWidget(m_browse);
    place->setFocusProxy(m_folder);
    m_folderField = form->add(place, QStringLiteral("out"));
    m_folderField->setRequired(true);
    m_folderField->setValidator([this] { return folderProblem(); });
    m_noFilesField = form->add(m_noFiles, QStringLiteral("no_files"));
    m_keysField = form->add(m_keys, QStringLiteral("keys"));
    m_password->setStrength([](QByteArrayView utf8) {
        return vault::passphraseStrength(SecretBytes::copyOf(utf8)).score;
    });
    m_passwordField = new FormField(m_password, QStringLiteral("export_passphrase"));
    m_passwordField->setRequired(true);
    m_passwordField->setValidator([this] {
        const auto good = certificates::checkExportPassphrase(m_password->bytes());
        return good ? QString() : errorSentence(good.error());
    });
    m_repeatField = new FormField(m_repeat, QStringLiteral("repeat"));
    m_repeatField->setRequired(true);
    m_repeatField->setValidator([this] {
        return m_repeat->sameAs(*m_password) ? QString() : tr("The two passwords differ.");
    });
    form->addRow({m_passwordField, m_repeatField});

    connect(m_algorithm, &QComboBox::currentIndexChanged, this, &BatchChoices::changed);
    connect(m_type, &QComboBox::currentIndexChanged, this, &BatchChoices::changed);
    connect(m_days, &QSpinBox::valueChanged, this, &BatchChoices::changed);
    connect(m_folder, &QLineEdit::textChanged, m_folderField, [this] {
        m_folderField->noteEdited();
        emit changed();
    });
    connect(m_folder, &QLineEdit::editingFinished, m_folderField,
            [this] { (void)m_folderField->validate(); });
    connect(m_browse, &QPushButton::clicked, this, [this, place] {
        askFolder(place, tr("Folder for the certificates"), folder(), [this](const QString &path) {
            m_folder->setText(QDir::toNativeSeparators(path));
            (void)m_folderField->validate();
        });
    });
    connect(m_keys, &QCheckBox::toggled, this, &BatchChoices::apply);
    connect(m_noFiles, &QCheckBox::toggled, this, [this] {
        apply();
        emit changed();
    });
    apply();
}

QString BatchChoices::folder() const
{
    return QDir::fromNativeSeparators(m_folder->text().trimmed());
}

QString BatchChoices::folderProblem() const
{
    if (m_noFiles->isChecked())
        return {};
    const QFileInfo info(folder());
    if (!QDir::isAbsolutePath(folder()) || !info.isDir())
        return tr("There is no such folder. Choose another one or make it first.");
    return info.isWritable() ? QString()
                             : tr("Nothing can be written to this folder. Choose another one.");
}

privateca::BatchRequest BatchChoices::request() const
{
    privateca::BatchRequest request;
    request.ca = m_ca;
    request.algorithm = algorithmOf(m_algorithm);
    request.defaults = {LeafType(m_type->currentData().toInt()), m_days->value()};
    // The same folder by another name is the same batch.
    if (!m_noFiles->isChecked())
        request.folder = QFileInfo(folder()).canonicalFilePath();
    return request;
}

SecretBytes BatchChoices::exportPassphrase() const
{
    return m_keys->isChecked() && !m_noFiles->isChecked() ? m_password->bytes() : SecretBytes();
}

void BatchChoices::wipe()
{
    m_password->wipe();
    m_repeat->wipe();
}

void BatchChoices::apply()
{
    const bool files = !m_noFiles->isChecked();
    m_folderField->setVisible(files);
    m_keysField->setVisible(files);
    m_passwordField->setVisible(files && m_keys->isChecked());
    m_repeatField->setVisible(files && m_keys->isChecked());
}

void BatchChoices::translateTexts()
{
    m_algorithmField->setLabel(tr("Key Algorithm"));
    m_typeField->setLabel(tr("Type where none is given"));
    m_type->setItemText(0, tr("Server Certificate"));
    m_type->setItemText(1, tr("Client Certificate"));
    m_daysField->setLabel(tr("Days where none are given"));
    m_folderField->setLabel(tr("Folder"));
    m_folderField->setHelp(
        tr("One file for each certificate, NAME-SERIAL.crt, with the chain after it."));
    m_browse->setText(tr("Choose folder…"));
    m_noFiles->setText(tr("Do not write files"));
    m_noFiles->setAccessibleName(m_noFiles->text());
    m_noFilesField->setHelp(tr("Certificates and keys are kept in this store in any case."));
    m_keys->setText(tr("Write key files too"));
    m_keys->setAccessibleName(m_keys->text());
    m_keysField->setHelp(tr("NAME-SERIAL.key beside each certificate, encrypted (PKCS#8)."));
    m_passwordField->setLabel(tr("Password"));
    m_repeatField->setLabel(tr("Repeat the password"));
}

} // namespace cas::ui
