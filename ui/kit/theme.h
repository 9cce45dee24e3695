// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/tokens.h"

#include <QFont>
#include <QObject>

#include <memory>

class QApplication;

namespace cas::ui {

class SystemScheme;

/// The four type sizes and the monospace face. Sizes are device-independent pixels.
enum class TextStyle {
    Small, // 12: help lines, subtitles, chips
    Body, // 13: everything
    BodyStrong, // 13 semi-bold: row titles, labels, card titles
    Large, // 16 semi-bold: panel titles
    Title, // 20 semi-bold: page titles
    Figure, // 24 semi-bold: the number in a tile
    Mono, // 12 monospace: serials, fingerprints, PEM
};

/// The look of the application: fonts, palette and one generated style sheet on Fusion, in light or
/// dark, following the system or set by the person. Make one in main() right after QApplication and
/// before any widget; it attaches itself to the application as the style does, and `of()` finds it.
/// @thread main
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    /// Applies the look at once.
    /// @param app  borrowed; must outlive the theme
    explicit Theme(QApplication &app, Mode mode = Mode::System);
    ~Theme() override;

    /// The theme attached to the application. When a program (a small test) made none, a light one
    /// is made and attached on the first call, so this never fails while a QApplication lives.
    static Theme &of(const QObject *any = nullptr);

    [[nodiscard]] Mode mode() const { return m_mode; }
    /// Switches live; emits changed() when the colours differ afterwards.
    void setMode(Mode mode);
    [[nodiscard]] bool dark() const { return m_tokens.dark; }
    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }
    [[nodiscard]] QFont font(TextStyle style) const;

    /// Milliseconds for a short movement (a panel sliding in); 0 when the platform asks for none
    /// and on the offscreen platform, so that tests need not wait.
    [[nodiscard]] int animationMs() const;

signals:
    /// Colours have changed; palette and style sheet are already in place. Widgets that paint
    /// themselves get a paletteChange event and repaint anyway: only caches need this.
    void changed();

private:
    void apply();
    void loadFonts();

    QApplication &m_app;
    std::unique_ptr<SystemScheme> m_system;
    Mode m_mode;
    Tokens m_tokens;
    QString m_family;
    QString m_monoFamily;
};

} // namespace cas::ui
