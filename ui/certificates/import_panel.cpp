// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/import_panel.h"

#include "ui/certificates/import_report_table.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/drop_zone.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/labels.h"
#include "ui/kit/page.h"
#include "ui/kit/passphrase_field.h"
#include "ui/kit/path_dialog.h"
#include "ui/text/plain_text.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <mutex>

namespace cas::ui {

using certificates::ImportItem;

namespace {

constexpr int kMostNotable = 100'000; // rows of the report; the count goes on

bool needsPassword(const ImportItem &item)
{
    return item.refusal
           && (item.refusal->code == ErrorCode::PassphraseMissing
               || item.refusal->code == ErrorCode::WrongExportPassphrase);
}

} // namespace

struct ImportPanel::Notable
{
    std::mutex mutex;
    QList<ImportItem> items;
    QStringList again; // files that a password, or a person's word, may still open
    bool unchecked = false;

    void add(const ImportItem &item)
    {
        if (!item.refusal && !item.warning)
            return;
        const std::scoped_lock lock(mutex);
        if (items.size() < kMostNotable)
            items.append(item);
        const bool noMac = item.refusal && item.refusal->code == ErrorCode::ContainerUnchecked;
        unchecked = unchecked || noMac;
        if ((noMac || needsPassword(item)) && !again.contains(item.file))
            again.append(item.file);
    }
};

ImportPanel::ImportPanel(Console &console, PageHost *host, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_host(host)
    , m_drop(new DropZone)
    , m_files(makeButton(ButtonKind::Secondary, nullptr, Symbol::File))
    , m_folder(makeButton(ButtonKind::Secondary, nullptr, Symbol::Folder))
    , m_paste(makeButton(ButtonKind::Link, nullptr))
    , m_chosenRow(new QWidget)
    , m_chosen(makeLabel(TextStyle::Body, Tone::Text, m_chosenRow, Wrap::Yes))
    , m_clear(makeButton(ButtonKind::Link, m_chosenRow))
    , m_protected(new InlineMessage(this))
    , m_password(new PassphraseField)
    , m_report(new ImportReportTable)
{
    setObjectName(QStringLiteral("importPanel"));
    setPanelWidth(Width::Wide);
    auto *form = addForm();
    m_drop->setObjectName(QStringLiteral("import.drop"));
    m_files->setObjectName(QStringLiteral("import.files"));
    m_folder->setObjectName(QStringLiteral("import.folder"));
    m_paste->setObjectName(QStringLiteral("import.paste"));
    m_chosen->setObjectName(QStringLiteral("import.chosen"));
    m_clear->setObjectName(QStringLiteral("import.clear"));
    m_protected->setObjectName(QStringLiteral("import.protected"));
    for (QPushButton *button : {m_files, m_folder, m_paste})
        m_drop->addButton(button);
    auto *line = new QHBoxLayout(m_chosenRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_chosen, 1);
    line->addWidget(m_clear);
    form->addWidget(m_drop);
    form->addWidget(m_chosenRow);
    form->addWidget(m_protected);
    m_passwordField = form->add(m_password, QStringLiteral("passphrase"));
    m_passwordField->setVisible(false);
    form->addWidget(m_report);
    m_report->setVisible(false);

    connect(m_drop, &DropZone::filesTaken, this, &ImportPanel::addPaths);
    connect(m_drop, &DropZone::textTaken, this, &ImportPanel::addText);
    connect(m_files, &QPushButton::clicked, this, [this] {
        askOpenFiles(this, tr("Certificates and keys"),
                     tr("Certificates and keys (*.pem *.crt *.cer *.der *.p7b *.p7c *.pfx *.p12 "
                        "*.key *.p8);;All files (*)"),
                     [this](const QStringList &paths) { addPaths(paths); });
    });
    connect(m_folder, &QPushButton::clicked, this, [this] {
        askFolder(this, tr("Folder with certificates"), lastFolder(),
                  [this](const QString &path) { addPaths({path}); });
    });
    connect(m_paste, &QPushButton::clicked, this,
            [this] { (void)take(QApplication::clipboard()->mimeData()); });
    connect(m_clear, &QPushButton::clicked, this, &ImportPanel::clearInput);
    connect(this, &SidePanel::submitted, this, &ImportPanel::start);
    translateTexts();
    form->setClean();
}

ImportPanel::~ImportPanel()
{
    secureWipe(m_text.data(), size_t(m_text.size()));
}

void ImportPanel::forgetSecrets()
{
    secureWipe(m_text.data(), size_t(m_text.size()));
    m_text.clear();
    showChosen();
}

bool ImportPanel::take(const QMimeData *content)
{
    return m_drop->take(content);
}

void ImportPanel::addPaths(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (!m_paths.contains(path))
            m_paths.append(path);
    }
    showChosen();
}

void ImportPanel::addText(const QString &text)
{
    if (!text.contains(QStringLiteral("-----BEGIN "))) {
        showErrorText(tr("The text holds no certificate and no key in PEM. Copy it with its BEGIN "
                         "and END lines."));
        return;
    }
    m_text += text.toUtf8() + '\n';
    showChosen();
}

void ImportPanel::clearInput()
{
    m_paths.clear();
    forgetSecrets();
}

void ImportPanel::showChosen()
{
    clearError();
    QStringList names;
    for (const QString &path : std::as_const(m_paths))
        names.append(visibleText(QFileInfo(path).fileName(), 60));
    if (!m_text.isEmpty())
        names.append(tr("pasted text"));
    constexpr qsizetype kNamed = 6;
    const qsizetype more = names.size() - kNamed;
    QString text = names.mid(0, kNamed).join(QStringLiteral(", "));
    if (more > 0)
        text = tr("%1 and %2 more").arg(text, groupedNumber(more));
    m_chosen->setText(text);
    m_chosenRow->setVisible(!names.isEmpty());
    if (!m_passwordField->isVisibleTo(this))
        m_passwordField->setVisible(looksProtected());
    setBlocked(names.isEmpty() ? tr("Choose what to import.") : QString());
    setDirty(!names.isEmpty());
}

/// By the name, for the field only; what a file is, its content says. One that needs a password and
/// does not look like it asks for it after the first try.
bool ImportPanel::looksProtected() const
{
    return m_text.contains("ENCRYPTED")
           || std::any_of(m_paths.cbegin(), m_paths.cend(), [](const QString &path) {
                  return path.endsWith(u".pfx", Qt::CaseInsensitive)
                         || path.endsWith(u".p12", Qt::CaseInsensitive);
              });
}

void ImportPanel::start()
{
    certificates::ImportRequest request;
    request.input = {m_paths, m_text, tr("pasted text")};
    if (!m_password->empty())
        request.passphrases.push_back(m_password->bytes());
    request.acceptUnchecked = m_uncheckedSeen;
    m_notable = std::make_shared<Notable>();
    setBusy(tr("Importing…"));
    m_job = m_console.imports().runJob(
        std::move(request), tr("Importing certificates"),
        [notable = m_notable](const ImportItem &item) { notable->add(item); });
    if (m_host)
        m_host->showJob(m_job.context());
    m_job.onFinished([this](Outcome<certificates::ImportReport> outcome) {
        if (auto *stopped = std::get_if<Cancelled<certificates::ImportReport>>(&outcome)) {
            setBusy({});
            if (stopped->soFar)
                ended(*stopped->soFar);
            return;
        }
        whenEnded(
            std::move(outcome), [this](const certificates::ImportReport &report) { ended(report); },
            [this](const Error &error) { failed(error); });
    });
}

void ImportPanel::ended(const certificates::ImportReport &report)
{
    setBusy({});
    m_report->showReport(report, m_notable->items);
    m_report->setVisible(true);
    m_paths = m_notable->again;
    m_paths.removeAll(tr("pasted text"));
    // Pasted text with an encrypted key stays for the next try.
    if (m_paths.size() == m_notable->again.size())
        forgetSecrets();
    m_uncheckedSeen = m_notable->unchecked;
    const auto waiting = int(m_notable->again.size());
    m_protected->setMessage(
        InlineMessage::Kind::Warning,
        waiting == 0 ? QString()
        : m_uncheckedSeen
            ? tr("Nothing tells whether a PFX file was changed: it has no MAC. Import "
                 "again only if you know where it comes from.")
            : tr("A password is needed for %n file(s). Give it and import again.", nullptr,
                 waiting));
    setPrimary(waiting > 0 ? tr("Try Again") : tr("Import"));
    showChosen();
    setCancelText(waiting > 0 ? QString() : tr("Close"));
    if (waiting > 0) {
        m_passwordField->setVisible(true);
        reveal(m_password->edit());
    } else {
        m_password->wipe();
        form()->setClean();
    }
}

void ImportPanel::failed(const Error &error)
{
    showError(error);
}

void ImportPanel::translateTexts()
{
    setTitle(tr("Import"));
    setSubtitle(tr("Certificates and keys made elsewhere"));
    m_drop->setText(
        tr("Drop certificates, keys, PFX files or folders here, or paste PEM text. What "
           "a file is, its content says."));
    m_files->setText(tr("Choose files…"));
    m_folder->setText(tr("Choose folder…"));
    m_paste->setText(tr("Paste"));
    m_clear->setText(tr("Clear"));
    m_passwordField->setLabel(tr("Password of protected files"));
    m_passwordField->setHelp(tr("For PFX files and encrypted keys. It is tried on each of them."));
    m_report->translateTexts();
    setPrimary(tr("Import"));
    showChosen();
}

void ImportPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

} // namespace cas::ui
