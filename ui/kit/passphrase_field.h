// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace cas::ui {

/// A field for a passphrase or PIN: hidden until the eye is pressed, no copying out, no undo, no
/// input-method history. The text exists as a QString only inside the line edit; take() hands it
/// over as UTF-8 bytes and overwrites what Qt keeps, as far as Qt lets it.
class PassphraseField : public QWidget
{
    Q_OBJECT
public:
    explicit PassphraseField(QWidget *parent = nullptr);
    ~PassphraseField() override;

    /// Shows the strength meter; `score` says 0 (hopeless) to 4 (strong) for UTF-8 bytes it only
    /// borrows. Without it there is no meter.
    void setStrength(std::function<int(QByteArrayView utf8)> score);
    void setPlaceholder(const QString &text);

    [[nodiscard]] bool empty() const;
    /// Compares without handing out ("repeat the passphrase").
    [[nodiscard]] bool sameAs(const PassphraseField &other) const;
    /// The text as UTF-8 (NFC); the field keeps it.
    [[nodiscard]] SecretBytes bytes() const;
    /// The text as UTF-8 (NFC); the field is wiped.
    SecretBytes take();
    void wipe();

    /// The inner field, for focus and tests.
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

signals:
    void edited();
    void returnPressed();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void updateMeter();
    void setRevealed(bool revealed);

    QLineEdit *m_edit;
    QToolButton *m_eye;
    QWidget *m_meter;
    QLabel *m_word;
    std::function<int(QByteArrayView)> m_strength;
    int m_score = 0;
    bool m_revealed = false;
};

} // namespace cas::ui
