// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/bar_chart.h"
#include "ui/kit/chain_tree.h"
#include "ui/kit/code_block.h"
#include "ui/kit/expiry_chart.h"
#include "ui/kit/filter_bar.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/key_value_grid.h"
#include "ui/kit/passphrase_field.h"
#include "ui/kit/segmented_control.h"
#include "ui/kit/status_chip.h"
#include "ui/kit/status_ring.h"
#include "ui/kit/tab_strip.h"
#include "ui/kit/tag_chips.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace cas::ui;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

template <class T>
void present(T &widget, QSize size = {500, 60})
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    widget.activateWindow();
    widget.setFocus();
}

} // namespace

class ControlsTest : public QObject
{
    Q_OBJECT
private slots:
    void segmentsMoveByKeyboardAndSkipDisabledOnes();
    void segmentsAreChosenByMouse();
    void segmentsKeepTheChoiceThroughATranslation();
    void tabsMoveByKeyboardAndMouse();
    void searchWaitsForAPause();
    void returnSearchesAtOnce();
    void aFilterShowsAChipThatTakesItAway();
    void anExtraConditionIsAChipToo();
    void clearTakesEverythingAway();
    void passphraseComesOutAsUtf8AndIsWiped();
    void passphraseIsHiddenUntilTheEyeIsPressed();
    void passphraseShowsItsStrength();
    void tagsAreAddedAndRemoved();
    void gridCopiesWithoutGrouping();
    void gridShowsUntrustedTextAsItIs();
    void codeIsCopiedUnchanged();
    void messageOffersActionAndDetails();
    void chipsAreNamedAndSized();
    void barsAreReachedByKeyboardAndDescribed();
    void expiryColoursByNearness();
    void ringAndChainOpenByKeyboard();
};

void ControlsTest::segmentsMoveByKeyboardAndSkipDisabledOnes()
{
    SegmentedControl control;
    control.setSegments({{s("a"), s("A"), true, {}},
                         {s("b"), s("B"), false, s("why")},
                         {s("c"), s("C"), true, {}}});
    present(control);
    QSignalSpy changed(&control, &SegmentedControl::currentChanged);
    QCOMPARE(control.current(), s("a"));
    QTest::keyClick(&control, Qt::Key_Right);
    QCOMPARE(control.current(), s("c"));
    QTest::keyClick(&control, Qt::Key_Right);
    QCOMPARE(control.current(), s("c"));
    QTest::keyClick(&control, Qt::Key_Home);
    QCOMPARE(control.current(), s("a"));
    QCOMPARE(changed.size(), 2);
}

void ControlsTest::segmentsAreChosenByMouse()
{
    SegmentedControl control;
    control.setSegments({{s("a"), s("A"), true, {}},
                         {s("b"), s("B"), false, s("why")},
                         {s("c"), s("C"), true, {}}});
    present(control, {300, 32});
    QTest::mouseClick(&control, Qt::LeftButton, {}, {250, 16});
    QCOMPARE(control.current(), s("c"));
    QTest::mouseClick(&control, Qt::LeftButton, {}, {150, 16});
    QCOMPARE(control.current(), s("c"));
}

void ControlsTest::segmentsKeepTheChoiceThroughATranslation()
{
    SegmentedControl control;
    control.setSegments({{s("a"), s("A"), true, {}}, {s("b"), s("B"), true, {}}});
    control.setCurrent(s("b"));
    QSignalSpy changed(&control, &SegmentedControl::currentChanged);
    control.setSegments({{s("a"), s("甲"), true, {}}, {s("b"), s("乙"), true, {}}});
    QCOMPARE(control.current(), s("b"));
    QVERIFY(changed.isEmpty());
}

void ControlsTest::tabsMoveByKeyboardAndMouse()
{
    TabStrip tabs;
    tabs.setTabs({{s("own"), s("Certificates"), 128},
                  {s("test"), s("Tests"), 6},
                  {s("shared"), s("Shared"), -1}});
    present(tabs);
    QSignalSpy changed(&tabs, &TabStrip::currentChanged);
    QTest::keyClick(&tabs, Qt::Key_Right);
    QCOMPARE(tabs.current(), s("test"));
    QTest::keyClick(&tabs, Qt::Key_End);
    QCOMPARE(tabs.current(), s("shared"));
    QTest::mouseClick(&tabs, Qt::LeftButton, {}, {20, 20});
    QCOMPARE(tabs.current(), s("own"));
    QCOMPARE(changed.size(), 3);
}

void ControlsTest::searchWaitsForAPause()
{
    FilterBar bar;
    present(bar, {900, 60});
    QSignalSpy changed(&bar, &FilterBar::changed);
    auto *field = bar.findChild<QLineEdit *>(s("filter.search"));
    QTest::keyClicks(field, s("example"));
    QCOMPARE(changed.size(), 0);
    QVERIFY(changed.wait(2000));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(bar.searchText(), s("example"));
}

void ControlsTest::returnSearchesAtOnce()
{
    FilterBar bar;
    present(bar, {900, 60});
    QSignalSpy changed(&bar, &FilterBar::changed);
    auto *field = bar.findChild<QLineEdit *>(s("filter.search"));
    QTest::keyClicks(field, s("x"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
}

void ControlsTest::aFilterShowsAChipThatTakesItAway()
{
    FilterBar bar;
    bar.setFilter(s("status"), s("Status"),
                  {{s("issued"), s("Issued")}, {s("expired"), s("Expired")}});
    present(bar, {900, 60});
    QSignalSpy changed(&bar, &FilterBar::changed);
    auto *combo = bar.findChild<QComboBox *>(s("filter.status"));
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(bar.value(s("status")), s("issued"));
    QCOMPARE(changed.size(), 1);
    auto *chip = bar.findChild<QToolButton *>(s("filter.chip.status"));
    QVERIFY(chip && chip->isVisible());
    QCOMPARE(chip->text(), s("Issued"));
    // A change of language keeps the value.
    bar.setFilter(s("status"), s("状态"),
                  {{s("issued"), s("已签发")}, {s("expired"), s("已过期")}});
    QCOMPARE(bar.value(s("status")), s("issued"));
    QCOMPARE(chip->text(), s("已签发"));
    QTest::mouseClick(chip, Qt::LeftButton);
    QVERIFY(bar.value(s("status")).isEmpty());
    QVERIFY(!chip->isVisible());
    QCOMPARE(changed.size(), 2);
}

void ControlsTest::anExtraConditionIsAChipToo()
{
    FilterBar bar;
    present(bar, {900, 60});
    QSignalSpy changed(&bar, &FilterBar::changed);
    bar.setExtra(s("expires"), s("90"), s("expires in 90 days"));
    QCOMPARE(bar.values().value(s("expires")), s("90"));
    QVERIFY(bar.active());
    QTest::mouseClick(bar.findChild<QToolButton *>(s("filter.chip.expires")), Qt::LeftButton);
    QVERIFY(!bar.active());
    QCOMPARE(changed.size(), 2);
}

void ControlsTest::clearTakesEverythingAway()
{
    FilterBar bar;
    bar.setFilter(s("status"), s("Status"), {{s("issued"), s("Issued")}});
    present(bar, {900, 60});
    auto *clear = bar.findChild<QPushButton *>(s("filter.clear"));
    QVERIFY(!clear->isVisible());
    bar.setSearchText(s("x"));
    bar.setValue(s("status"), s("issued"));
    QVERIFY(clear->isVisible());
    QSignalSpy changed(&bar, &FilterBar::changed);
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!bar.active());
    QVERIFY(!clear->isVisible());
}

void ControlsTest::passphraseComesOutAsUtf8AndIsWiped()
{
    PassphraseField field;
    present(field);
    QTest::keyClicks(field.edit(), s("pass"));
    field.edit()->insert(s("例"));
    QVERIFY(!field.empty());
    cas::SecretBytes taken = field.take();
    QCOMPARE(taken.view().toByteArray(), QByteArray("pass\xE4\xBE\x8B"));
    QVERIFY(field.empty());
    field.edit()->undo();
    QVERIFY(field.empty());
    // U+0065 U+0301 and U+00E9 are the same passphrase (NFC).
    PassphraseField other;
    field.edit()->setText(QString(QChar(0x00E9)));
    other.edit()->setText(s("e") + QChar(0x0301));
    QVERIFY(field.sameAs(other));
}

void ControlsTest::passphraseIsHiddenUntilTheEyeIsPressed()
{
    PassphraseField field;
    present(field);
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Password);
    auto *eye = field.findChild<QToolButton *>(s("passphrase.eye"));
    QTest::mouseClick(eye, Qt::LeftButton);
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Normal);
    field.wipe();
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Password);
}

void ControlsTest::passphraseShowsItsStrength()
{
    PassphraseField field;
    QByteArray seen;
    field.setStrength([&seen](QByteArrayView utf8) {
        seen = utf8.toByteArray();
        return utf8.size() > 8 ? 4 : 0;
    });
    present(field);
    QTest::keyClicks(field.edit(), s("abc"));
    QCOMPARE(seen, QByteArray("abc"));
    const auto words = [&field] {
        QStringList all;
        for (const QLabel *label : field.findChildren<QLabel *>())
            all.append(label->text());
        return all.join(u' ');
    };
    QVERIFY(words().contains(s("weak")));
    QTest::keyClicks(field.edit(), s("defghij"));
    QVERIFY(words().contains(s("Strong")));
}

void ControlsTest::tagsAreAddedAndRemoved()
{
    TagChips tags(TagChips::Mode::Editable);
    present(tags);
    QSignalSpy changed(&tags, &TagChips::tagsChanged);
    auto *edit = tags.findChild<QLineEdit *>(s("tags.edit"));
    QTest::keyClicks(edit, s(" web"));
    QTest::keyClick(edit, Qt::Key_Return);
    const auto *chip = tags.findChild<QToolButton *>(s("tag.web"));
    QTRY_VERIFY(edit->x() > chip->geometry().right()); // beside it, not below it
    QTest::keyClicks(edit, s("prod,"));
    QTest::keyClicks(edit, s("WEB"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(tags.tags(), QStringList({s("web"), s("prod")}));
    QTest::keyClick(edit, Qt::Key_Backspace);
    QCOMPARE(tags.tags(), QStringList({s("web")}));
    QTest::mouseClick(tags.findChild<QToolButton *>(s("tag.web")), Qt::LeftButton);
    QVERIFY(tags.tags().isEmpty());
    QCOMPARE(changed.size(), 4);
}

void ControlsTest::gridCopiesWithoutGrouping()
{
    KeyValueGrid grid;
    grid.setRow(s("serial"), s("Serial"), s("04A1B2C3D4"), KeyValueGrid::Style::Hex,
                KeyValueGrid::Copy::Yes);
    present(grid);
    QCOMPARE(grid.findChild<QLabel *>(s("value.serial"))->text(), s("04A1 B2C3 D4"));
    QTest::mouseClick(grid.findChild<QToolButton *>(s("copy.serial")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), s("04A1B2C3D4"));
    grid.setRow(s("serial"), s("Serial"), s(""), KeyValueGrid::Style::Hex, KeyValueGrid::Copy::Yes);
    QCOMPARE(grid.findChild<QLabel *>(s("value.serial"))->text(), s("—"));
    QVERIFY(!grid.findChild<QToolButton *>(s("copy.serial"))->isVisible());
}

void ControlsTest::gridShowsUntrustedTextAsItIs()
{
    KeyValueGrid grid;
    grid.setRow(s("cn"), s("CN"), s("<b>x</b>\u202Ey"));
    auto *label = grid.findChild<QLabel *>(s("value.cn"));
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(label->text(), s("<b>x</b>‹U+202E›y"));
}

void ControlsTest::codeIsCopiedUnchanged()
{
    CodeBlock code;
    const QString pem = s("-----BEGIN X-----\r\nabc\r\n-----END X-----\r\n");
    code.setText(pem);
    present(code, {500, 200});
    QTest::mouseClick(code.findChild<QToolButton *>(s("code.copy")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), pem);
}

void ControlsTest::messageOffersActionAndDetails()
{
    InlineMessage message;
    QVERIFY(message.isHidden());
    message.setMessage(InlineMessage::Kind::Error, s("It failed."));
    message.setAction(s("Try again"));
    message.setDetails(s("store.busy"));
    present(message);
    QSignalSpy triggered(&message, &InlineMessage::actionTriggered);
    QTest::mouseClick(message.findChild<QPushButton *>(s("message.action")), Qt::LeftButton);
    QCOMPARE(triggered.size(), 1);
    QTest::mouseClick(message.findChild<QPushButton *>(s("message.copy")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), s("store.busy"));
    message.setMessage(InlineMessage::Kind::Error, {});
    QVERIFY(message.isHidden());
}

void ControlsTest::chipsAreNamedAndSized()
{
    StatusChip chip(StatusKind::Good, s("Issued"));
    QCOMPARE(chip.accessibleName(), s("Issued"));
    QCOMPARE(chip.sizeHint().height(), 22);
    StatusChip longer(StatusKind::Warn, s("About To Expire"));
    QVERIFY(longer.sizeHint().width() > chip.sizeHint().width());
}

void ControlsTest::barsAreReachedByKeyboardAndDescribed()
{
    BarChart chart;
    chart.setBars(
        {{3, s("Nov"), s("Week 1: 3"), {}, false, {}}, {9, {}, s("Week 2: 9"), {}, false, {}}});
    present(chart, {400, 160});
    QCOMPARE(chart.accessibleDescription(), s("Week 1: 3; Week 2: 9"));
    QSignalSpy activated(&chart, &BarChart::barActivated);
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(activated.last().first().toInt(), 1);
    QTest::mouseClick(&chart, Qt::LeftButton, {}, {90, 80});
    QCOMPARE(activated.last().first().toInt(), 0);
}

void ControlsTest::expiryColoursByNearness()
{
    ExpiryChart chart;
    const QDate monday(2026, 11, 23);
    chart.setWeeks({{monday, 1}, {monday.addDays(7), 2}, {monday.addDays(70), 3}}, 30,
                   {{monday.addDays(72), s("rule")}});
    QCOMPARE(chart.bars().at(0).kind, std::optional(StatusKind::Bad));
    QCOMPARE(chart.bars().at(1).kind, std::optional(StatusKind::Warn));
    QVERIFY(!chart.bars().at(2).kind);
    QCOMPARE(chart.bars().at(2).marker, s("rule"));
    QSignalSpy week(&chart, &ExpiryChart::weekActivated);
    emit chart.barActivated(1);
    QCOMPARE(week.first().first().toDate(), monday.addDays(7));
}

void ControlsTest::ringAndChainOpenByKeyboard()
{
    StatusRing ring;
    ring.setParts({{StatusKind::Good, s("Issued"), 117}, {StatusKind::Bad, s("Expired"), 4}});
    present(ring, {300, 120});
    QCOMPARE(ring.accessibleDescription(), s("Issued 117; Expired 4"));
    QSignalSpy part(&ring, &StatusRing::partActivated);
    QTest::keyClick(&ring, Qt::Key_Down);
    QTest::keyClick(&ring, Qt::Key_Return);
    QCOMPARE(part.first().first().toInt(), 1);

    ChainTree chain;
    chain.setNodes({{s("Root"), s("note"), StatusKind::Good, s("Enabled"), false},
                    {s("Leaf"), {}, StatusKind::Neutral, {}, true}});
    present(chain, {300, 100});
    QSignalSpy node(&chain, &ChainTree::nodeActivated);
    QTest::keyClick(&chain, Qt::Key_Down);
    QTest::keyClick(&chain, Qt::Key_Return);
    QCOMPARE(node.first().first().toInt(), 1);
    QTest::mouseClick(&chain, Qt::LeftButton, {}, {40, 10});
    QCOMPARE(node.last().first().toInt(), 0);
}

QTEST_MAIN(ControlsTest)
#include "tst_controls.moc"
