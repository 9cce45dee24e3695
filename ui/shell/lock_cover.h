// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace cas::ui {

/// Covers the whole window while the store is locked. It is opaque and shown at once: nothing of
/// what was there can be read behind it. The form to unlock is given from outside.
class LockCover : public QWidget
{
    Q_OBJECT
public:
    explicit LockCover(QWidget *parent);
    /// Takes ownership; replaces an earlier form.
    void setForm(QWidget *form);
    void setStoreName(const QString &name);
    void cover();
    void uncover();
    [[nodiscard]] bool covering() const { return m_covering; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();

    QWidget *m_card;
    QLabel *m_title;
    QLabel *m_text;
    QVBoxLayout *m_slot;
    QWidget *m_form = nullptr;
    QString m_storeName;
    bool m_covering = false;
};

} // namespace cas::ui
