// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/theme.h"

#include "ui/kit/accessibility.h"
#include "ui/kit/platform/system_scheme.h"
#include "ui/kit/style_sheet.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>

// Outside every namespace: the macro declares a function.
static void initKitResources()
{
    Q_INIT_RESOURCE(kit);
}

namespace cas::ui {

namespace {

constexpr const char *kThemeProperty = "casTheme";

QByteArray themeResource(const QString &name)
{
    QFile file(QStringLiteral(":/cas/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString loadFamily(const QString &file, const QString &fallback)
{
    const int id = QFontDatabase::addApplicationFont(QStringLiteral(":/cas/fonts/") + file);
    const QStringList families = QFontDatabase::applicationFontFamilies(id);
    return families.isEmpty() ? fallback : families.first();
}

} // namespace

Theme::Theme(QApplication &app, Mode mode)
    : m_app(app)
    , m_system(SystemScheme::create())
    , m_mode(mode)
{
    initKitResources();
    installAccessibility();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    loadFonts();
    app.setProperty(kThemeProperty, QVariant::fromValue<QObject *>(this));
    connect(m_system.get(), &SystemScheme::changed, this, [this] {
        if (m_mode == Mode::System)
            apply();
    });
    apply();
}

Theme::~Theme()
{
    if (m_app.property(kThemeProperty).value<QObject *>() == this)
        m_app.setProperty(kThemeProperty, QVariant());
}

Theme &Theme::of(const QObject *)
{
    auto *theme = qobject_cast<Theme *>(qApp->property(kThemeProperty).value<QObject *>());
    if (!theme) {
        theme = new Theme(*qApp, Mode::Light);
        theme->setParent(qApp);
    }
    return *theme;
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    const bool wanted = mode == Mode::Dark || (mode == Mode::System && m_system->dark());
    if (wanted != m_tokens.dark)
        apply();
}

void Theme::loadFonts()
{
    m_family = loadFamily(QStringLiteral("Inter-Regular.otf"), QStringLiteral("Inter"));
    loadFamily(QStringLiteral("Inter-Medium.otf"), m_family);
    loadFamily(QStringLiteral("Inter-SemiBold.otf"), m_family);
    m_monoFamily =
        loadFamily(QStringLiteral("DejaVuSansMono.ttf"), QStringLiteral("DejaVu Sans Mono"));
}

QFont Theme::font(TextStyle style) const
{
    QFont font;
    const bool mono = style == TextStyle::Mono;
    // The CJK face is named so that Chinese never falls back to a Japanese one.
    font.setFamilies({mono ? m_monoFamily : m_family, QStringLiteral("Noto Sans CJK SC"),
                      QStringLiteral("Microsoft YaHei"), QStringLiteral("PingFang SC")});
    font.setStyleHint(mono ? QFont::Monospace : QFont::SansSerif);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    int pixels = 13;
    int weight = QFont::Normal;
    switch (style) {
    case TextStyle::Small:
    case TextStyle::Mono:
        pixels = 12;
        break;
    case TextStyle::Body:
        break;
    case TextStyle::BodyStrong:
        weight = QFont::DemiBold;
        break;
    case TextStyle::Large:
        pixels = 16;
        weight = QFont::DemiBold;
        break;
    case TextStyle::Title:
        pixels = 20;
        weight = QFont::DemiBold;
        break;
    case TextStyle::Figure:
        pixels = 24;
        weight = QFont::DemiBold;
        break;
    }
    font.setPixelSize(pixels);
    font.setWeight(QFont::Weight(weight));
    return font;
}

int Theme::animationMs() const
{
    const bool still = QGuiApplication::platformName() == QLatin1String("offscreen")
                       || m_app.style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
    return still ? 0 : 160;
}

void Theme::apply()
{
    const bool dark = m_mode == Mode::Dark || (m_mode == Mode::System && m_system->dark());
    const auto tokens = Tokens::fromJson(themeResource(dark ? QStringLiteral("tokens/dark.json")
                                                            : QStringLiteral("tokens/light.json")));
    Q_ASSERT(tokens.has_value()); // compiled in; a test reads both
    m_tokens = *tokens;
    QApplication::setFont(font(TextStyle::Body));
    QApplication::setPalette(paletteFor(m_tokens));
    const QString sheet = QString::fromUtf8(themeResource(QStringLiteral("style/app.qss")));
    m_app.setStyleSheet(fillStyleSheet(sheet, m_tokens));
    emit changed();
}

} // namespace cas::ui
