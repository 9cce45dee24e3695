// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/certificates/filled_store.h"
#include "tests/ui/certificates/page_window.h"
#include "ui/kit/code_block.h"
#include "ui/kit/data_table.h"
#include "ui/kit/filter_bar.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/table_view.h"
#include "ui/logs/event_panel.h"
#include "ui/logs/event_text.h"
#include "ui/logs/log_query.h"
#include "ui/logs/operation_logs_page.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QProcess>
#include <QSignalSpy>

using namespace cas;
using namespace cas::ui;

class OperationLogsTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void listsTheNewestFirst();
    void hasATitleForEveryEventThatHappens();
    void showsTheLastWeekAtFirst();
    void filtersByResultOperatorAndKeyword();
    void showsTheEventsOfOneObject();
    void opensTheParametersAsJson();
    void callsWhatAnEventIsAboutByItsName();
    void leadsToTheCertificate();
    void growsByItself();
    void findsTheLogWhole();
    void namesAnEventThatWasChangedOutside();
    void fillsNamesInWithoutReadingThemAsPlaces();

private:
    [[nodiscard]] QString cell(int row, int column) const
    {
        return m_table->model()->index(row, column).data().toString();
    }
    void waitForRows(int rows)
    {
        QTRY_COMPARE(m_table->model()->total(), qint64(rows));
        QTRY_COMPARE(m_table->model()->rowCount(), rows);
    }
    void choose(const char *filter, const QString &text);

    std::unique_ptr<FilledStore> m_store;
    std::unique_ptr<PageWindow> m_window;
    OperationLogsPage *m_page = nullptr;
    DataTable *m_table = nullptr;
    CertificateId m_www;
};

void OperationLogsTest::init()
{
    // CreateStore; CreateRootCACertificate, CreateSubCACertificate, each with its first PublishCrl;
    // CreateServerCertificate; one refusal: seven events.
    m_store = std::make_unique<FilledStore>();
    VERIFY_RESULT(m_store->createWithCas());
    const auto www = m_store->issue({QStringLiteral("www.example.com")});
    VERIFY_RESULT(www);
    m_www = *www;
    QVERIFY(!m_store->console->certificates().remove({m_www})); // still valid: refused
    m_page = new OperationLogsPage(*m_store->console);
    m_window = std::make_unique<PageWindow>(m_page);
    m_table = m_page->findChild<DataTable *>(QStringLiteral("logs.table"));
    m_window->open();
    waitForRows(7);
}

void OperationLogsTest::cleanup()
{
    m_window.reset();
    m_store.reset();
}

void OperationLogsTest::choose(const char *filter, const QString &text)
{
    auto *combo =
        m_page->findChild<QComboBox *>(QStringLiteral("filter.") + QLatin1StringView(filter));
    QVERIFY(combo);
    const int index = combo->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    combo->setFocus();
    combo->setCurrentIndex(index);
    emit combo->activated(index);
}

void OperationLogsTest::listsTheNewestFirst()
{
    QVERIFY(cell(0, 1).contains(QStringLiteral("DeleteUserCertificate")));
    QVERIFY(cell(6, 1).contains(QStringLiteral("CreateStore")));
    QCOMPARE(cell(0, 2), QStringLiteral("li.wei"));
    QCOMPARE(cell(0, 3), QStringLiteral("station-1"));
    QCOMPARE(cell(0, 4), QStringLiteral("www.example.com ") + m_www.toString());
    QCOMPARE(cell(0, 5), QStringLiteral("Refused"));
    QCOMPARE(cell(0, 6), QStringLiteral("state"));
    QCOMPARE(cell(1, 5), QStringLiteral("Succeeded"));
}

void OperationLogsTest::hasATitleForEveryEventThatHappens()
{
    auto &service = m_store->console->certificates();
    VERIFY_RESULT(service.rename(m_www, QStringLiteral("Shop"), service.row(m_www)->revision));
    VERIFY_RESULT(service.setTags(m_www, {}));
    certificates::PackOptions pem;
    QVERIFY(service.exportFiles(m_www, pem, SecretBytes()));
    VERIFY_RESULT(m_store->console->cas().disable(m_store->sub.id));
    VERIFY_RESULT(m_store->console->cas().enable(m_store->sub.id));
    VERIFY_RESULT(m_store->console->crls().revoke(m_www, crypto::RevocationReason::Superseded));
    VERIFY_RESULT(service.remove({m_www}));
    VERIFY_RESULT(service.restore({m_www}));
    const auto choices = m_store->console->audit().choices();
    VERIFY_RESULT(choices);
    QVERIFY(choices->eventNames.size() >= 10);
    for (const QString &name : choices->eventNames)
        QVERIFY2(titledEvents().contains(name), qPrintable(name));
    QCOMPARE(choices->operators, QStringList{QStringLiteral("li.wei")});
}

void OperationLogsTest::showsTheLastWeekAtFirst()
{
    m_store->clock.set(m_store->clock.now().addDays(8));
    VERIFY_RESULT(m_store->issue({QStringLiteral("new.example.com")}));
    m_page->refresh();
    waitForRows(1);
    choose("period", QStringLiteral("Last 30 days"));
    waitForRows(8);
}

void OperationLogsTest::filtersByResultOperatorAndKeyword()
{
    choose("result", QStringLiteral("Refused"));
    waitForRows(1);
    choose("result", QStringLiteral("Succeeded"));
    waitForRows(6);
    auto *search = m_page->findChild<QLineEdit *>();
    m_page->focusSearch();
    QTest::keyClicks(search, QStringLiteral("www.example"));
    waitForRows(1);
    QVERIFY(cell(0, 1).contains(QStringLiteral("CreateServerCertificate")));
}

void OperationLogsTest::showsTheEventsOfOneObject()
{
    m_page->activated(m_www.toString());
    waitForRows(2);
    QVERIFY(labelSays(m_page, QStringLiteral("2 ")));
}

void OperationLogsTest::opensTheParametersAsJson()
{
    m_table->setCurrentRow(1);
    m_table->view()->setFocus();
    QTest::keyClick(m_table->view(), Qt::Key_Return);
    QTRY_VERIFY(m_window->panelAs<EventPanel>());
    const QString json = m_window->panel()->findChild<CodeBlock *>()->text();
    const auto object = QJsonDocument::fromJson(json.toUtf8()).object();
    QCOMPARE(object.value(QStringLiteral("common_name")).toString(),
             QStringLiteral("www.example.com"));
    QVERIFY(json.contains(u'\n')); // for people
    QCOMPARE(m_window->panel()->findChild<QLabel *>(QStringLiteral("event.sentence"))->text(),
             QStringLiteral("li.wei issued www.example.com"));
}

void OperationLogsTest::callsWhatAnEventIsAboutByItsName()
{
    VERIFY_RESULT(m_store->console->cas().disable(m_store->sub.id));
    waitForRows(8);
    m_table->setCurrentRow(0);
    m_table->view()->setFocus();
    QTest::keyClick(m_table->view(), Qt::Key_Return);
    QTRY_VERIFY(m_window->panelAs<EventPanel>());
    const QString sentence =
        m_window->panel()->findChild<QLabel *>(QStringLiteral("event.sentence"))->text();
    QVERIFY2(sentence.endsWith(m_store->sub.name), qPrintable(sentence));
    const QString json = m_window->panel()->findChild<CodeBlock *>()->text();
    QCOMPARE(
        QJsonDocument::fromJson(json.toUtf8()).object().value(QStringLiteral("status")).toString(),
        QStringLiteral("Disabled"));
}

void OperationLogsTest::leadsToTheCertificate()
{
    m_table->setCurrentRow(1);
    m_table->view()->setFocus();
    QTest::keyClick(m_table->view(), Qt::Key_Return);
    QTRY_VERIFY(m_window->panelAs<EventPanel>());
    QTest::mouseClick(buttonSaying(m_window->panel(), QStringLiteral("Show certificate")),
                      Qt::LeftButton);
    QCOMPARE(m_window->pages, QStringList{QStringLiteral("certificates")});
    QCOMPARE(m_window->arguments.constFirst().toString(), m_www.toString());
}

void OperationLogsTest::growsByItself()
{
    VERIFY_RESULT(m_store->issue({QStringLiteral("new.example.com")}));
    waitForRows(8);
    QVERIFY(cell(0, 1).contains(QStringLiteral("CreateServerCertificate")));
}

void OperationLogsTest::findsTheLogWhole()
{
    QSignalSpy verified(m_page, &OperationLogsPage::verified);
    QTest::mouseClick(m_page->findChild<QPushButton *>(QStringLiteral("logs.verify")),
                      Qt::LeftButton);
    QVERIFY(verified.wait());
    auto *message = m_page->findChild<InlineMessage *>(QStringLiteral("logs.message"));
    QVERIFY(message->isVisible());
    QVERIFY(message->kind() == InlineMessage::Kind::Success);
    QVERIFY(message->message().contains(u'7'));
}

void OperationLogsTest::namesAnEventThatWasChangedOutside()
{
    const auto page = m_store->console->audit().page({}, {1, {}, 0});
    VERIFY_RESULT(page);
    const AuditId refused = page->items.constFirst().id;
    QProcess sqlite;
    sqlite.start(
        QStringLiteral("sqlite3"),
        {m_store->path(),
         QStringLiteral("UPDATE audit SET result = 'ok' WHERE id = %1").arg(refused.value())});
    QVERIFY(sqlite.waitForFinished());
    QVERIFY2(sqlite.exitCode() == 0, sqlite.readAllStandardError().constData());
    QSignalSpy verified(m_page, &OperationLogsPage::verified);
    QTest::mouseClick(m_page->findChild<QPushButton *>(QStringLiteral("logs.verify")),
                      Qt::LeftButton);
    QVERIFY(verified.wait());
    auto *message = m_page->findChild<InlineMessage *>(QStringLiteral("logs.message"));
    QVERIFY(message->kind() == InlineMessage::Kind::Error);
    QVERIFY2(message->message().contains(refused.toString()), qPrintable(message->message()));
}

void OperationLogsTest::fillsNamesInWithoutReadingThemAsPlaces()
{
    audit::AuditEvent event;
    event.operatorName = QStringLiteral("%2");
    event.eventName = QStringLiteral("CreateServerCertificate");
    event.parameters = {{QStringLiteral("common_name"), QStringLiteral("%1\u202E<b>")}};
    QCOMPARE(eventSentence(event), QStringLiteral("%2 issued %1‹U+202E›<b>"));
}

QTEST_MAIN(OperationLogsTest)
#include "tst_operation_logs.moc"
