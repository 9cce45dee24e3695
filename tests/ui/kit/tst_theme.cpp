// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/buttons.h"
#include "ui/kit/icons.h"
#include "ui/kit/style_sheet.h"
#include "ui/kit/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontInfo>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace cas::ui;

namespace {

// WCAG 2.1, "relative luminance" and "contrast ratio".
double luminance(const QColor &color)
{
    const auto part = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF())
           + 0.0722 * part(color.blueF());
}
double contrast(const QColor &a, const QColor &b)
{
    const double high = qMax(luminance(a), luminance(b));
    const double low = qMin(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void refusesTokensThatLackAColour();
    void usesTheColoursOfTheDesign();
    void switchesLiveAndTellsOnce();
    void keepsTextReadable_data();
    void keepsTextReadable();
    void leavesNoPlaceholderInTheStyleSheet();
    void bringsItsOwnFaces();
    void drawsEverySymbol();
    void recoloursIconsAfterASwitch();
    void drawsIconsAtTheDevicesResolution();
    void paintsButtonsInTheirKindsColour();
};

void ThemeTest::init()
{
    Theme::of().setMode(Theme::Mode::Light);
}

void ThemeTest::refusesTokensThatLackAColour()
{
    const auto tokens = Tokens::fromJson("{\"background\": \"#FFFFFF\"}");
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().code, cas::ErrorCode::InputMissing);
    QVERIFY(!Tokens::fromJson("nonsense"));
}

void ThemeTest::usesTheColoursOfTheDesign()
{
    QCOMPARE(Theme::of().tokens().background, QColor(0xF4, 0xF5, 0xF7));
    QCOMPARE(Theme::of().tokens().accent, QColor(0x24, 0x59, 0xD6));
    QCOMPARE(qApp->palette().color(QPalette::Window), QColor(0xF4, 0xF5, 0xF7));
    Theme::of().setMode(Theme::Mode::Dark);
    QCOMPARE(Theme::of().tokens().background, QColor(0x13, 0x16, 0x1B));
    QCOMPARE(Theme::of().tokens().bad, QColor(0xF4, 0x9A, 0x94));
}

void ThemeTest::switchesLiveAndTellsOnce()
{
    QSignalSpy changed(&Theme::of(), &Theme::changed);
    Theme::of().setMode(Theme::Mode::Dark);
    Theme::of().setMode(Theme::Mode::Dark);
    QCOMPARE(changed.size(), 1);
    QVERIFY(Theme::of().dark());
    QCOMPARE(qApp->palette().color(QPalette::Base), Theme::of().tokens().surface);
}

void ThemeTest::keepsTextReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void ThemeTest::keepsTextReadable()
{
    QFETCH(bool, dark);
    Theme::of().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    const Tokens &t = Theme::of().tokens();
    // WCAG 2.1 AA (1.4.3): 4.5 for text.
    for (const QColor &back : {t.surface, t.background, t.raised, t.accentWeak}) {
        QVERIFY2(contrast(t.text, back) >= 4.5, qPrintable(back.name()));
        QVERIFY2(contrast(t.textSecond, back) >= 4.5, qPrintable(back.name()));
    }
    QVERIFY(contrast(t.accent, t.surface) >= 4.5);
    QVERIFY(contrast(t.accent, t.accentWeak) >= 4.5);
    QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
    QVERIFY(contrast(t.onAccent, t.bad) >= 4.5);
    for (const auto kind : {StatusKind::Good, StatusKind::Warn, StatusKind::Bad,
                            StatusKind::Neutral, StatusKind::Progress})
        QVERIFY2(contrast(t.status(kind), t.statusWeak(kind)) >= 4.5,
                 qPrintable(t.status(kind).name()));
}

void ThemeTest::leavesNoPlaceholderInTheStyleSheet()
{
    const QString sheet = qApp->styleSheet();
    QVERIFY(sheet.size() > 1000);
    QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@'), 40)));
}

void ThemeTest::bringsItsOwnFaces()
{
    QCOMPARE(QFontInfo(Theme::of().font(TextStyle::Body)).family(), QStringLiteral("Inter"));
    QCOMPARE(QFontInfo(Theme::of().font(TextStyle::Mono)).family(),
             QStringLiteral("DejaVu Sans Mono"));
    QCOMPARE(Theme::of().font(TextStyle::Title).pixelSize(), 20);
    QCOMPARE(Theme::of().font(TextStyle::Body).pixelSize(), 13);
}

void ThemeTest::drawsEverySymbol()
{
    for (int i = 1; i <= int(Symbol::Chart); ++i) {
        const QImage image = symbolPixmap(Symbol(i), 24, 1, Qt::red).toImage();
        bool drawn = false;
        for (int y = 0; y < image.height() && !drawn; ++y) {
            for (int x = 0; x < image.width() && !drawn; ++x)
                drawn = qAlpha(image.pixel(x, y)) > 128;
        }
        QVERIFY2(drawn, qPrintable(symbolName(Symbol(i))));
    }
}

void ThemeTest::recoloursIconsAfterASwitch()
{
    const QIcon lock = icon(Symbol::Lock, Tint::Text);
    const QImage light = lock.pixmap(24).toImage();
    Theme::of().setMode(Theme::Mode::Dark);
    const QImage dark = lock.pixmap(24).toImage();
    QVERIFY(light != dark);
}

void ThemeTest::drawsIconsAtTheDevicesResolution()
{
    const QPixmap sharp = symbolPixmap(Symbol::Key, 16, 2.0, Qt::black);
    QCOMPARE(sharp.size(), QSize(32, 32));
    QCOMPARE(sharp.deviceIndependentSize(), QSizeF(16, 16));
}

void ThemeTest::paintsButtonsInTheirKindsColour()
{
    QWidget window;
    QPushButton *button = makeButton(ButtonKind::Primary, &window);
    button->setText(QStringLiteral("Buy"));
    button->resize(80, 32);
    window.resize(120, 60);
    window.show();
    const QImage image = button->grab().toImage();
    QCOMPARE(image.pixelColor(8, 16), Theme::of().tokens().accent);
    setButtonKind(button, ButtonKind::Secondary);
    QCOMPARE(button->grab().toImage().pixelColor(8, 16), Theme::of().tokens().surface);
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
