// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/packer.h"
#include "ui/kit/side_panel.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace cas::ui {

class FormField;
class SegmentedControl;

/// How and where many certificates are written: a format without keys and a folder. A key is
/// downloaded one at a time, with a password of its own.
/// @thread main
class BulkDownloadPanel : public SidePanel
{
    Q_OBJECT
public:
    /// @param count how many certificates, negative: not known
    explicit BulkDownloadPanel(qint64 count, QWidget *parent = nullptr);

signals:
    void chosen(const cas::certificates::PackOptions &options, const QString &folder);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void applyFormat();
    void submitChoice();

    const qint64 m_count;
    SegmentedControl *m_format;
    QCheckBox *m_chain;
    QLineEdit *m_folder;
    QPushButton *m_browse;
    FormField *m_formatField;
    FormField *m_chainField;
    FormField *m_folderField;
};

} // namespace cas::ui
