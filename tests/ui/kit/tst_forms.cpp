// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/confirm_panel.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/panel_host.h"
#include "ui/kit/passphrase_field.h"
#include "ui/kit/side_panel.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace cas::ui;

class FormsTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void beginsInItsFirstField();
    void tabGoesPastTheEyeOfAPassphrase();
    void tabGoesRoundAsTheEyeDoes();
    void showsAnErrorWhenFocusLeaves();
    void takesTheErrorAwayWhileTyping();
    void keepsAServicesErrorUntilEdited();
    void namesTheEditorForScreenReaders();
    void namesWhatIsTypedIntoInAComposedEditor();
    void validatesVisibleFieldsAndFocusesTheFirstBadOne();
    void putsAServicesErrorAtItsField();
    void submitsOnlyWhenValid();
    void isBlockedOnlyWithAVisibleReason();
    void escapeClosesACleanPanel();
    void asksInlineBeforeDiscarding();
    void cannotBeClosedWhileBusy();
    void showsErrorsThatBelongToNoField();
    void keepsADirtyPanelWhenAnotherIsOpened();
    void leavesTheListVisibleBehind();
    void confirmNeedsTheNameTyped();
    void confirmNeedsTheRequiredTick();
    void confirmGoesAwayByEscape();
    void confirmStaysForProgressAndErrors();
    void toastUndoesOnce();

private:
    template <class T>
    T *child(const char *name) const
    {
        return m_host->findChild<T *>(QString::fromLatin1(name));
    }
    /// A panel with one required field "name" that refuses "bad".
    SidePanel *open();

    std::unique_ptr<PanelHost> m_host;
    QLineEdit *m_name = nullptr;
    FormField *m_field = nullptr;
    Form *m_form = nullptr;
};

void FormsTest::init()
{
    m_host = std::make_unique<PanelHost>();
    auto *content = new QWidget;
    m_host->setContent(content);
    m_host->resize(1024, 700);
    m_host->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_host.get()));
    m_host->activateWindow();
}

void FormsTest::cleanup()
{
    m_host.reset();
}

SidePanel *FormsTest::open()
{
    auto *panel = new SidePanel;
    panel->setTitle(QStringLiteral("Apply"));
    m_form = panel->addForm();
    m_name = new QLineEdit;
    m_field = m_form->add(m_name, QStringLiteral("name"));
    m_field->setLabel(QStringLiteral("Name"));
    m_field->setHelp(QStringLiteral("Any name."));
    m_field->setRequired(true);
    m_field->setValidator([this] {
        return m_name->text() == QStringLiteral("bad") ? QStringLiteral("Not this one.")
                                                       : QString();
    });
    m_form->add(new QLineEdit, QStringLiteral("note"));
    panel->setPrimary(QStringLiteral("OK"));
    m_host->openPanel(panel);
    return panel;
}

void FormsTest::beginsInItsFirstField()
{
    open();
    QTRY_VERIFY(m_name->hasFocus());
}

void FormsTest::tabGoesPastTheEyeOfAPassphrase()
{
    auto *panel = open();
    auto *first = new PassphraseField;
    auto *second = new PassphraseField;
    m_form->add(first, QStringLiteral("first"));
    m_form->add(second, QStringLiteral("second"));
    QTRY_VERIFY(second->isVisible());
    first->edit()->setFocus();
    QTest::keyClicks(first->edit(), QStringLiteral("one"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("two words"));
    QCOMPARE(first->edit()->text(), QStringLiteral("one"));
    QCOMPARE(second->edit()->text(), QStringLiteral("two words"));
    panel->setDirty(false);
}

void FormsTest::tabGoesRoundAsTheEyeDoes()
{
    auto *late = new QCheckBox; // made before the fields above it
    auto *panel = open();
    m_form->addWidget(late);
    auto *between = new QLineEdit; // comes while the panel is open, before the last
    auto *field = new FormField(between, QStringLiteral("between"));
    static_cast<QVBoxLayout *>(m_form->layout())->insertWidget(1, field);
    QTRY_VERIFY(between->isVisible());
    m_name->setFocus();
    QStringList seen;
    for (int i = 0; i < 7; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget *now = QApplication::focusWidget();
        QVERIFY(panel->isAncestorOf(now));
        seen.append(now == late ? QStringLiteral("late") : now->objectName());
    }
    QCOMPARE(seen.join(u' '), QStringLiteral("between note late panel.cancel panel.primary "
                                             "panel.close name"));
    QTest::keyClick(m_name, Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("panel.close"));
}

void FormsTest::showsAnErrorWhenFocusLeaves()
{
    open();
    m_name->setFocus();
    QTest::keyClicks(m_name, QStringLiteral("bad"));
    QVERIFY(m_field->error().isEmpty());
    QTest::keyClick(m_name, Qt::Key_Tab);
    QCOMPARE(m_field->error(), QStringLiteral("Not this one."));
    QVERIFY(m_field->findChild<QLabel *>(QStringLiteral("error"))->isVisible());
    QVERIFY(m_name->property("invalid").toBool());
    QCOMPARE(child<QLabel>("panel.message")->text().left(1), QStringLiteral("1"));
}

void FormsTest::takesTheErrorAwayWhileTyping()
{
    open();
    m_name->setFocus();
    QTest::keyClicks(m_name, QStringLiteral("bad"));
    QVERIFY(!m_field->validate());
    QTest::keyClicks(m_name, QStringLiteral("ge"));
    QVERIFY(m_field->error().isEmpty());
}

void FormsTest::keepsAServicesErrorUntilEdited()
{
    open();
    m_name->setText(QStringLiteral("root"));
    m_field->setError(QStringLiteral("Taken."));
    QVERIFY(!m_form->validate());
    QCOMPARE(m_field->error(), QStringLiteral("Taken."));
    QTest::keyClicks(m_name, QStringLiteral("2"));
    QVERIFY(m_field->error().isEmpty());
    QVERIFY(m_form->validate());
}

void FormsTest::namesTheEditorForScreenReaders()
{
    open();
    QCOMPARE(m_name->accessibleName(), QStringLiteral("Name"));
    QCOMPARE(m_name->accessibleDescription(), QStringLiteral("required; Any name."));
    m_field->setError(QStringLiteral("Taken."));
    QCOMPARE(m_name->accessibleDescription(), QStringLiteral("required; Taken."));
    QCOMPARE(m_name->objectName(), QStringLiteral("name"));
}

void FormsTest::namesWhatIsTypedIntoInAComposedEditor()
{
    auto *composed = new QWidget;
    auto *edit = new QLineEdit(composed);
    composed->setFocusProxy(edit);
    FormField field(composed, QStringLiteral("san"));
    field.setLabel(QStringLiteral("Names"));
    field.setHelp(QStringLiteral("Up to 10."));
    QCOMPARE(edit->accessibleName(), QStringLiteral("Names"));
    QCOMPARE(edit->accessibleDescription(), QStringLiteral("Up to 10."));
    field.setLabel(QStringLiteral("Other names"));
    QCOMPARE(edit->accessibleName(), QStringLiteral("Other names"));
    edit->setAccessibleName(QStringLiteral("First name"));
    field.setLabel(QStringLiteral("Names"));
    QCOMPARE(edit->accessibleName(), QStringLiteral("First name")); // a name of its own is kept
}

void FormsTest::validatesVisibleFieldsAndFocusesTheFirstBadOne()
{
    open();
    QVERIFY(!m_form->validate());
    QCOMPARE(m_form->errorCount(), 1);
    QTRY_VERIFY(m_name->hasFocus());
    m_field->setVisible(false);
    QVERIFY(m_form->validate());
    QCOMPARE(m_form->errorCount(), 0);
}

void FormsTest::putsAServicesErrorAtItsField()
{
    SidePanel *panel = open();
    panel->showError(
        cas::fail(cas::ErrorCode::NameTaken, QStringLiteral("name.0"), {QStringLiteral("x")}));
    QVERIFY(m_field->error().contains(QStringLiteral("already used")));
    QVERIFY(!child<InlineMessage>("panel.error")->isVisible());
}

void FormsTest::submitsOnlyWhenValid()
{
    SidePanel *panel = open();
    QSignalSpy submitted(panel, &SidePanel::submitted);
    QTest::mouseClick(child<QPushButton>("panel.primary"), Qt::LeftButton);
    QCOMPARE(submitted.size(), 0);
    QTest::keyClicks(m_name, QStringLiteral("good"));
    QTest::mouseClick(child<QPushButton>("panel.primary"), Qt::LeftButton);
    QCOMPARE(submitted.size(), 1);
    QTest::keyClick(m_name, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(submitted.size(), 2);
}

void FormsTest::isBlockedOnlyWithAVisibleReason()
{
    SidePanel *panel = open();
    panel->setBlocked(QStringLiteral("The quota is used up."));
    QVERIFY(!child<QPushButton>("panel.primary")->isEnabled());
    QCOMPARE(child<QLabel>("panel.message")->text(), QStringLiteral("The quota is used up."));
    panel->setBlocked({});
    QVERIFY(child<QPushButton>("panel.primary")->isEnabled());
}

void FormsTest::escapeClosesACleanPanel()
{
    const QPointer<SidePanel> panel = open();
    QTest::keyClick(m_name, Qt::Key_Escape);
    QVERIFY(!m_host->panel());
    QTRY_VERIFY(!panel);
}

void FormsTest::asksInlineBeforeDiscarding()
{
    const QPointer<SidePanel> panel = open();
    QTest::keyClicks(m_name, QStringLiteral("typed"));
    QTest::keyClick(m_name, Qt::Key_Escape);
    QVERIFY(m_host->panel());
    QVERIFY(child<QWidget>("panel.discardRow")->isVisible());
    QTest::mouseClick(child<QPushButton>("panel.keep"), Qt::LeftButton);
    QVERIFY(!child<QWidget>("panel.discardRow")->isVisible());
    QVERIFY(m_name->hasFocus()); // where it was
    QTest::mouseClick(child<QPushButton>("panel.cancel"), Qt::LeftButton);
    QTest::mouseClick(child<QPushButton>("panel.discard"), Qt::LeftButton);
    QVERIFY(!m_host->panel());
    QTRY_VERIFY(!panel);
}

void FormsTest::cannotBeClosedWhileBusy()
{
    SidePanel *panel = open();
    panel->setBusy(QStringLiteral("Submitting…"));
    QVERIFY(!m_name->isEnabled());
    QTest::keyClick(panel, Qt::Key_Escape);
    QVERIFY(m_host->panel());
    QCOMPARE(child<QLabel>("panel.message")->text(), QStringLiteral("Submitting…"));
    panel->setBusy({});
    QVERIFY(m_name->isEnabled());
    QTest::keyClick(panel, Qt::Key_Escape);
    QVERIFY(!m_host->panel());
}

void FormsTest::showsErrorsThatBelongToNoField()
{
    SidePanel *panel = open();
    panel->setBusy(QStringLiteral("Submitting…"));
    panel->showError(cas::fail(cas::ErrorCode::Locked));
    QVERIFY(!panel->busy());
    QVERIFY(child<InlineMessage>("panel.error")->isVisible());
    QVERIFY(child<InlineMessage>("panel.error")->message().contains(QStringLiteral("locked")));
    QTest::keyClicks(m_name, QStringLiteral("x"));
    QVERIFY(!child<InlineMessage>("panel.error")->isVisible());
}

void FormsTest::keepsADirtyPanelWhenAnotherIsOpened()
{
    SidePanel *panel = open();
    QTest::keyClicks(m_name, QStringLiteral("typed"));
    const QPointer<SidePanel> other = new SidePanel;
    QVERIFY(!m_host->openPanel(other));
    QCOMPARE(m_host->panel(), panel);
    QTRY_VERIFY(!other);
    panel->setDirty(false);
    QVERIFY(m_host->openPanel(new SidePanel));
}

void FormsTest::leavesTheListVisibleBehind()
{
    SidePanel *panel = open();
    QCOMPARE(panel->geometry(), QRect(1024 - 480, 0, 480, 700));
    m_host->resize(400, 500);
    QCOMPARE(panel->geometry(), QRect(0, 0, 400, 500));
    const QPushButton *ok = child<QPushButton>("panel.primary");
    QVERIFY(panel->rect().contains(ok->mapTo(panel, ok->rect().bottomRight())));
}

void FormsTest::confirmNeedsTheNameTyped()
{
    ConfirmPanel::Question question;
    question.title = QStringLiteral("Delete Root R1?");
    question.verb = QStringLiteral("Delete");
    question.typeToConfirm = QStringLiteral("Root R1");
    auto *confirm = new ConfirmPanel(question);
    QSignalSpy confirmed(confirm, &ConfirmPanel::confirmed);
    m_host->openConfirm(confirm);
    auto *verb = child<QPushButton>("confirm.verb");
    auto *type = child<QLineEdit>("confirm.type");
    QTRY_VERIFY(type->hasFocus());
    QVERIFY(!verb->isEnabled());
    QTest::keyClicks(type, QStringLiteral("root r1"));
    QVERIFY(!verb->isEnabled());
    type->clear();
    QTest::keyClicks(type, QStringLiteral("Root R1"));
    QTest::keyClick(type, Qt::Key_Return);
    QCOMPARE(confirmed.size(), 1);
    QVERIFY(!m_host->confirm());
}

void FormsTest::confirmNeedsTheRequiredTick()
{
    ConfirmPanel::Question question;
    question.title = QStringLiteral("Empty?");
    question.verb = QStringLiteral("Empty");
    question.checkText = QStringLiteral("I have a backup");
    question.checkRequired = true;
    auto *confirm = new ConfirmPanel(question);
    QSignalSpy confirmed(confirm, &ConfirmPanel::confirmed);
    m_host->openConfirm(confirm);
    QVERIFY(!child<QPushButton>("confirm.verb")->isEnabled());
    QTest::keyClick(child<QCheckBox>("confirm.check"), Qt::Key_Space);
    QTest::mouseClick(child<QPushButton>("confirm.verb"), Qt::LeftButton);
    QCOMPARE(confirmed.size(), 1);
    QCOMPARE(confirmed.first().first().toBool(), true);
}

void FormsTest::confirmGoesAwayByEscape()
{
    ConfirmPanel::Question question;
    question.title = QStringLiteral("Revoke?");
    question.verb = QStringLiteral("Revoke");
    auto *confirm = new ConfirmPanel(question);
    QSignalSpy confirmed(confirm, &ConfirmPanel::confirmed);
    m_host->openConfirm(confirm);
    QTRY_VERIFY(child<QPushButton>("confirm.cancel")->hasFocus());
    QTest::keyClick(child<QPushButton>("confirm.cancel"), Qt::Key_Escape);
    QVERIFY(!m_host->confirm());
    QVERIFY(confirmed.isEmpty());
}

void FormsTest::confirmStaysForProgressAndErrors()
{
    ConfirmPanel::Question question;
    question.title = QStringLiteral("Revoke?");
    question.verb = QStringLiteral("Revoke");
    auto *confirm = new ConfirmPanel(question);
    confirm->setCloseOnConfirm(false);
    m_host->openConfirm(confirm);
    QTest::mouseClick(child<QPushButton>("confirm.verb"), Qt::LeftButton);
    QCOMPARE(m_host->confirm(), confirm);
    confirm->setBusy(QStringLiteral("Revoking…"));
    QTest::keyClick(confirm, Qt::Key_Escape);
    QCOMPARE(m_host->confirm(), confirm);
    confirm->showError(cas::fail(cas::ErrorCode::AlreadyRevoked));
    QVERIFY(child<QPushButton>("confirm.cancel")->isEnabled());
    QTest::keyClick(confirm, Qt::Key_Escape);
    QVERIFY(!m_host->confirm());
}

void FormsTest::toastUndoesOnce()
{
    int undone = 0;
    m_host->toast(QStringLiteral("Deleted"), [&undone] { ++undone; });
    auto *undo = child<QPushButton>("toast.undo");
    QVERIFY(undo->isVisible());
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(undone, 1);
    QVERIFY(!undo->isVisible());
    for (int i = 0; i < 5; ++i)
        m_host->toast(QStringLiteral("Saved"));
    int visible = 0;
    for (const QWidget *toast : m_host->findChildren<QWidget *>(QStringLiteral("toast")))
        visible += toast->isVisible();
    QCOMPARE(visible, 3);
}

QTEST_MAIN(FormsTest)
#include "tst_forms.moc"
