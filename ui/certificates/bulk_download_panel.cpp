// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/bulk_download_panel.h"
#include "ui/kit/path_dialog.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/segmented_control.h"

#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace cas::ui {

BulkDownloadPanel::BulkDownloadPanel(qint64 count, QWidget *parent)
    : SidePanel(parent)
    , m_count(count)
    , m_format(new SegmentedControl)
    , m_chain(new QCheckBox)
    , m_folder(new QLineEdit)
    , m_browse(makeButton(ButtonKind::Secondary, nullptr, Symbol::Folder))
{
    setObjectName(QStringLiteral("bulkDownloadPanel"));
    auto *form = addForm();
    m_formatField = form->add(m_format, QStringLiteral("format"));
    m_chain->setChecked(true);
    m_chainField = form->add(m_chain, QStringLiteral("chain"));
    m_folder->setText(QDir::toNativeSeparators(lastFolder()));
    m_folderField = form->add(m_folder, QStringLiteral("folder"));
    m_folderField->setRequired(true);
    m_folderField->setValidator([this] {
        const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
        // A folder that does not exist is made; without a root it would be somewhere by chance.
        return QDir::isAbsolutePath(folder) ? QString() : tr("Give the whole path of a folder.");
    });
    m_browse->setObjectName(QStringLiteral("browse"));
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_browse);
    line->addStretch(1);
    form->addWidget(row);
    connect(m_format, &SegmentedControl::currentChanged, this, &BulkDownloadPanel::applyFormat);
    connect(m_browse, &QPushButton::clicked, this, [this] {
        askFolder(this, tr("Folder for the certificates"), m_folder->text(),
                  [this](const QString &path) {
                      m_folder->setText(QDir::toNativeSeparators(path));
                      m_folderField->noteEdited();
                      m_folderField->validate();
                  });
    });
    connect(this, &SidePanel::submitted, this, &BulkDownloadPanel::submitChoice);
    translateTexts();
    form->setClean();
    setDirty(false);
}

void BulkDownloadPanel::translateTexts()
{
    setTitle(tr("Download"));
    setSubtitle(m_count < 0 ? tr("All certificates of this list")
                            : tr("%n certificate(s)", nullptr, int(m_count)));
    m_format->setSegments({{QStringLiteral("pem"), tr("PEM"), true, {}},
                           {QStringLiteral("der"), tr("DER"), true, {}},
                           {QStringLiteral("p7b"), tr("P7B"), true, {}}});
    m_formatField->setLabel(tr("Format"));
    m_formatField->setHelp(
        tr("Without private keys. Download a certificate by itself to get its key."));
    m_chain->setText(tr("Include the chain"));
    m_folderField->setLabel(tr("Folder"));
    m_folderField->setHelp(tr("One file for each certificate, named after it."));
    m_browse->setText(tr("Choose folder…"));
    setPrimary(tr("Download"));
    applyFormat();
}

void BulkDownloadPanel::changeEvent(QEvent *event)
{
    SidePanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
}

void BulkDownloadPanel::applyFormat()
{
    // A DER file holds one certificate.
    m_chainField->setVisible(m_format->current() != QLatin1StringView("der"));
}

void BulkDownloadPanel::submitChoice()
{
    const auto format = certificates::parsePackFormat(m_format->current());
    if (!format) {
        showError(format.error());
        return;
    }
    certificates::PackOptions options;
    options.format = *format;
    options.includeChain = m_chain->isChecked();
    const QString folder =
        QDir(QDir::fromNativeSeparators(m_folder->text().trimmed())).absolutePath();
    rememberFolder(folder);
    emit chosen(options, folder);
    done();
}

} // namespace cas::ui
