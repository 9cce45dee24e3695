// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/certificates/certificate_dossier.h"
#include "ui/kit/key_value_grid.h"
#include "ui/kit/side_panel.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace cas::ui {

class CertificateOperations;
class ChainTree;
class CodeBlock;
class InlineMessage;
class PageHost;
class StatusChip;
class TagChips;

/// Everything about one certificate: state and life, subject, names, key, fingerprints, chain,
/// extensions, PEM, tags, history; Download and Revoke. A click in the chain shows that certificate
/// in the same panel, with a way back. Follows changes of the store.
/// @thread main
class CertificateDetailsPanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive the panel
    /// @param host    the window the panel stands in, for Download, Revoke and the log; may be null
    CertificateDetailsPanel(Console &console, CertificateId id, PageHost *host,
                            QWidget *parent = nullptr);
    ~CertificateDetailsPanel() override;

    /// The certificate that is shown (or being fetched).
    [[nodiscard]] CertificateId certificate() const { return m_id; }

signals:
    /// The details are here and shown.
    void shown();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Fresh { Yes, No }; // another certificate, or the same one again

    void build();
    QVBoxLayout *addSection(QLabel *&title, const char *name);
    void load(Fresh fresh);
    void open(CertificateId id);
    void translateTexts();
    void display();
    void displayBelow();
    void showState();
    void showSubject();
    void showFacts();
    void showPrints();
    void showChain();
    void showTags();
    void showHistory();
    void saveTags(const QStringList &typed);
    void writeTags(const QList<tags::Tag> &tags);
    void sayOfTags(const QString &problem);
    void openNode(int index);

    Console &m_console;
    PageHost *m_host;
    CertificateOperations *m_operations;
    CertificateId m_id;
    QList<CertificateId> m_trail; // what the person came through, oldest first
    std::optional<CertificateDossier> m_dossier;
    Job<CertificateDossier> m_job;
    /// Tags are saved as they are typed: one writing after the other, each over what was seen.
    struct TagWriting
    {
        Job<Unit> job;
        bool running = false;
        bool unfit = false; // what is typed was refused and stays to be corrected
        QList<tags::Tag> seen; // as loaded, or as last written
        std::optional<QList<tags::Tag>> next; // typed while the job ran
    };
    TagWriting m_tagWriting;
    Job<certificates::FilterChoices> m_offer;

    QWidget *m_content = nullptr;
    QWidget *m_below = nullptr; // what one scrolls to
    QVBoxLayout *m_column = nullptr;
    InlineMessage *m_loadError = nullptr;
    StatusChip *m_chip = nullptr;
    QLabel *m_life = nullptr;
    QWidget *m_bar = nullptr;
    QLabel *m_subjectTitle = nullptr;
    KeyValueGrid *m_subject = nullptr;
    QLabel *m_factsTitle = nullptr;
    KeyValueGrid *m_facts = nullptr;
    QLabel *m_printsTitle = nullptr;
    KeyValueGrid *m_prints = nullptr;
    QLabel *m_chainTitle = nullptr;
    ChainTree *m_chain = nullptr;
    QLabel *m_tagsTitle = nullptr;
    TagChips *m_tags = nullptr;
    QLabel *m_tagsError = nullptr;
    QLabel *m_extensionsTitle = nullptr;
    CodeBlock *m_extensions = nullptr;
    QLabel *m_pemTitle = nullptr;
    CodeBlock *m_pem = nullptr;
    QLabel *m_historyTitle = nullptr;
    QWidget *m_historyRows = nullptr;
    QGridLayout *m_historyGrid = nullptr;
    QPushButton *m_allHistory = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_revoke = nullptr;
    QStringList m_subjectIds; // rows of m_subject
};

} // namespace cas::ui
