// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/bulk.h"
#include "core/certificates/certificate_store.h"
#include "tests/ui/certificates/filled_store.h"
#include "tests/ui/certificates/page_window.h"
#include "ui/certificates/certificate_details_panel.h"
#include "ui/certificates/certificates_page.h"
#include "ui/certificates/rename_panel.h"
#include "ui/certificates/tags_panel.h"
#include "ui/kit/data_table.h"
#include "ui/kit/filter_bar.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/tab_strip.h"
#include "ui/kit/table_view.h"
#include "ui/kit/tag_chips.h"

#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>

using namespace cas;
using namespace cas::ui;

class CertificatesPageTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void listsEverythingInTheStore();
    void findsAsTyped();
    void showsWhatAnotherPageAsksFor();
    void sortsThroughTheQuery();
    void opensDetailsWithEnterAndDoubleClick();
    void renamesFromTheRowMenu();
    void refusesANameSomebodyElseChanged();
    void tagsOneCertificate();
    void deletesAndTakesItBack();
    void restoresFromRecentlyDeleted();
    void deletesForGoodWhatWasTypedOut();
    void saysWhyWhatACaIssuedStays();
    void tagsManyAndKeepsTheirOwn();
    void keepsTagsThatSomebodyElseChanged();
    void saysWhatABulkDeleteLeft();
    void downloadsManyWithoutOverwriting();
    void keepsRowAndScrollWhenTheStoreChanges();
    void walksThroughMoreThanOnePage();
    void leadsOutOfAnEmptyList();

private:
    [[nodiscard]] QString cell(int row, const char *column) const;
    [[nodiscard]] int rowNamed(const QString &name) const;
    /// Rows are there and nothing is fetched any more.
    void waitForRows(int rows);
    void openMenu(int row);
    void goTo(const char *place) const
    {
        m_page->findChild<TabStrip *>(QStringLiteral("certificates.places"))
            ->setCurrent(QString::fromLatin1(place));
    }
    /// A certificate from elsewhere, which was deleted.
    Result<CertificateId> deletedUpload(const QString &name);

    std::unique_ptr<FilledStore> m_store;
    std::unique_ptr<PageWindow> m_window;
    CertificatesPage *m_page = nullptr;
    DataTable *m_table = nullptr;
    CertificateId m_www;
    CertificateId m_mail;
    CertificateId m_old;
};

void CertificatesPageTest::init()
{
    m_store = std::make_unique<FilledStore>();
    VERIFY_RESULT(m_store->createWithCas());
    const auto old = m_store->issue({QStringLiteral("old.example.com")}, 10);
    VERIFY_RESULT(old);
    m_old = *old;
    const auto www =
        m_store->issue({QStringLiteral("www.example.com"), QStringLiteral("example.com"),
                        QStringLiteral("shop.example.com")});
    VERIFY_RESULT(www);
    m_www = *www;
    const auto mail = m_store->issue({QStringLiteral("mail.example.com")}, 180);
    VERIFY_RESULT(mail);
    m_mail = *mail;
    m_store->clock.set(m_store->clock.now().addDays(60)); // old.example.com is over

    m_page = new CertificatesPage(*m_store->console);
    m_window = std::make_unique<PageWindow>(m_page);
    m_table = m_page->findChild<DataTable *>(QStringLiteral("certificates.table"));
    QVERIFY(m_table);
    m_window->open();
    waitForRows(5);
}

void CertificatesPageTest::cleanup()
{
    m_window.reset();
    m_store.reset();
}

QString CertificatesPageTest::cell(int row, const char *column) const
{
    const auto &columns = m_table->model()->columns();
    for (int i = 0; i < columns.size(); ++i) {
        if (columns.at(i).id == QLatin1StringView(column))
            return m_table->model()->index(row, i).data().toString();
    }
    return QStringLiteral("no such column");
}

int CertificatesPageTest::rowNamed(const QString &name) const
{
    for (int row = 0; row < m_table->model()->rowCount(); ++row) {
        if (cell(row, "name").startsWith(name))
            return row;
    }
    return -1;
}

void CertificatesPageTest::waitForRows(int rows)
{
    QTRY_COMPARE(m_table->model()->total(), qint64(rows));
    QTRY_COMPARE(m_table->model()->rowCount(), rows);
}

void CertificatesPageTest::openMenu(int row)
{
    m_table->setCurrentRow(row);
    m_table->view()->setFocus();
    QTest::keyClick(m_table->view(), Qt::Key_F10, Qt::ShiftModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
}

void CertificatesPageTest::listsEverythingInTheStore()
{
    // The newest first: two CAs were made before the three certificates.
    QVERIFY(cell(0, "name").startsWith(QStringLiteral("mail.example.com")));
    QVERIFY(cell(4, "name").startsWith(QStringLiteral("Example Root")));
    const int www = rowNamed(QStringLiteral("www.example.com"));
    QCOMPARE(cell(www, "domains"), QStringLiteral("www.example.com +2"));
    QVERIFY(cell(www, "type").startsWith(QStringLiteral("Server · ECC P-256")));
    QCOMPARE(cell(www, "status"), QStringLiteral("Issued"));
    QVERIFY(cell(www, "type").contains(QStringLiteral("Example Servers S1")));
    QVERIFY(cell(www, "name").contains(m_www.toString()));
    QVERIFY(cell(www, "valid_to").contains(QStringLiteral("2027-06-01")));
    QVERIFY(cell(www, "valid_to").contains(QStringLiteral("305"))); // 365 days less 60
    QCOMPARE(cell(rowNamed(QStringLiteral("old")), "status"), QStringLiteral("Expired"));
}

void CertificatesPageTest::findsAsTyped()
{
    auto *search = m_page->findChild<QLineEdit *>();
    QVERIFY(search);
    m_page->focusSearch();
    QTest::keyClicks(search, QStringLiteral("shop.exa"));
    waitForRows(1);
    QVERIFY(cell(0, "name").startsWith(QStringLiteral("www.example.com")));
    search->selectAll();
    const auto row = m_store->console->certificates().row(m_mail);
    VERIFY_RESULT(row);
    QTest::keyClicks(search, QString::fromLatin1(row->serial.toHex(':')));
    QTRY_VERIFY(cell(0, "name").startsWith(QStringLiteral("mail.example.com")));
    waitForRows(1);
}

void CertificatesPageTest::showsWhatAnotherPageAsksFor()
{
    m_page->activated(QVariantMap{{QStringLiteral("status"), QStringLiteral("Expired")}});
    waitForRows(1);
    QVERIFY(cell(0, "name").startsWith(QStringLiteral("old")));
    m_page->activated(QVariantMap{{QStringLiteral("status"), kInForce}});
    QTRY_COMPARE(rowNamed(QStringLiteral("old")), -1);
    QVERIFY(rowNamed(QStringLiteral("www")) >= 0);
    m_page->activated(
        QVariantMap{{QStringLiteral("ends"), QStringLiteral("2027-05-31/2027-06-07")}});
    QTRY_VERIFY(cell(0, "name").startsWith(QStringLiteral("www")));
    waitForRows(1);
    m_page->activated(m_mail.toString());
    QTRY_VERIFY(m_window->panelAs<CertificateDetailsPanel>());
    QCOMPARE(m_window->panelAs<CertificateDetailsPanel>()->certificate(), m_mail);
}

void CertificatesPageTest::sortsThroughTheQuery()
{
    auto *header = m_table->view()->horizontalHeader();
    int column = 0;
    while (m_table->model()->columns().at(column).id != QLatin1StringView("valid_to"))
        ++column;
    const QPoint at(header->sectionViewportPosition(column) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    QTRY_VERIFY(cell(0, "name").startsWith(QStringLiteral("old")));
    QVERIFY(cell(4, "name").startsWith(QStringLiteral("Example Root")));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    QTRY_VERIFY(cell(0, "name").startsWith(QStringLiteral("Example Root")));
}

void CertificatesPageTest::opensDetailsWithEnterAndDoubleClick()
{
    m_table->setCurrentRow(rowNamed(QStringLiteral("www")));
    m_table->view()->setFocus();
    QTest::keyClick(m_table->view(), Qt::Key_Return);
    QTRY_VERIFY(m_window->panelAs<CertificateDetailsPanel>());
    QCOMPARE(m_window->panelAs<CertificateDetailsPanel>()->certificate(), m_www);
    QTest::keyClick(m_window->panel(), Qt::Key_Escape);
    QTRY_VERIFY(!m_window->panel());

    const auto at = m_table->view()->visualRect(m_table->model()->index(0, 3)).center();
    QTest::mouseClick(m_table->view()->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(m_table->view()->viewport(), Qt::LeftButton, {}, at);
    QTRY_VERIFY(m_window->panelAs<CertificateDetailsPanel>());
    QCOMPARE(m_window->panelAs<CertificateDetailsPanel>()->certificate(), m_mail);
}

void CertificatesPageTest::renamesFromTheRowMenu()
{
    openMenu(rowNamed(QStringLiteral("www")));
    QVERIFY(chooseFromMenu(QStringLiteral("Rename")));
    QTRY_VERIFY(m_window->panelAs<RenamePanel>());
    auto *name = m_window->panel()->findChild<QLineEdit *>(QStringLiteral("name"));
    QVERIFY(name);
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Shop front"));
    QTest::mouseClick(buttonSaying(m_window->panel(), QStringLiteral("Rename")), Qt::LeftButton);
    QTRY_VERIFY(!m_window->panel());
    QTRY_VERIFY(rowNamed(QStringLiteral("Shop front")) >= 0);
    QVERIFY(labelSays(m_window.get(), QStringLiteral("Renamed to Shop front")));
}

void CertificatesPageTest::refusesANameSomebodyElseChanged()
{
    openMenu(rowNamed(QStringLiteral("www")));
    QVERIFY(chooseFromMenu(QStringLiteral("Rename")));
    QTRY_VERIFY(m_window->panelAs<RenamePanel>());
    auto &service = m_store->console->certificates();
    const auto row = service.row(m_www);
    VERIFY_RESULT(row);
    VERIFY_RESULT(service.rename(m_www, QStringLiteral("by somebody else"), row->revision));
    auto *name = m_window->panel()->findChild<QLineEdit *>(QStringLiteral("name"));
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("mine"));
    QTest::keyClick(name, Qt::Key_Tab);
    m_window->panel()->submit();
    QTRY_VERIFY(!m_window->panel()->busy());
    QVERIFY(m_window->panel()); // it stays, with the error
    QCOMPARE(service.row(m_www)->name, QStringLiteral("by somebody else"));
}

void CertificatesPageTest::tagsOneCertificate()
{
    openMenu(rowNamed(QStringLiteral("www")));
    QVERIFY(chooseFromMenu(QStringLiteral("Tags")));
    QTRY_VERIFY(m_window->panelAs<TagsPanel>());
    auto *edit = m_window->panel()->findChild<TagChips *>()->findChild<QLineEdit *>();
    QVERIFY(edit);
    QTest::keyClicks(edit, QStringLiteral("env:prod"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::mouseClick(buttonSaying(m_window->panel(), QStringLiteral("Save")), Qt::LeftButton);
    QTRY_VERIFY(!m_window->panel());
    QTRY_VERIFY(cell(rowNamed(QStringLiteral("www")), "tags").contains(QStringLiteral("env:prod")));
    m_page->activated(QVariantMap{{QStringLiteral("tag"), QStringLiteral("env:prod")}});
    waitForRows(1);
}

void CertificatesPageTest::deletesAndTakesItBack()
{
    openMenu(rowNamed(QStringLiteral("old")));
    QVERIFY(chooseFromMenu(QStringLiteral("Delete")));
    waitForRows(4);
    QCOMPARE(rowNamed(QStringLiteral("old")), -1);
    QPushButton *undo = nullptr;
    QTRY_VERIFY((undo = buttonSaying(m_window.get(), QStringLiteral("Undo"))));
    QTest::mouseClick(undo, Qt::LeftButton);
    waitForRows(5);
    QVERIFY(rowNamed(QStringLiteral("old")) >= 0);
}

Result<CertificateId> CertificatesPageTest::deletedUpload(const QString &name)
{
    Console &console = *m_store->console;
    CAS_TRY(const auto key, crypto::PrivateKey::generate(crypto::KeyAlgorithm::EcP256));
    crypto::CertificateFields fields;
    fields.serial = crypto::newSerial();
    CAS_TRY(fields.subject, crypto::DistinguishedName::create({{QStringLiteral("CN"), name}}));
    fields.issuer = fields.subject;
    fields.publicKey = key.publicKey();
    fields.notBefore = m_store->clock.now();
    fields.notAfter = fields.notBefore.addDays(100);
    CAS_TRY(const QByteArray der, crypto::buildCertificate(fields, key));
    CAS_TRY(const auto certificate, crypto::Certificate::fromDer(der));
    audit::OperationRunner runner(console.store(), console.vault(), console.access());
    CAS_TRY(const CertificateId id,
            runner.run<CertificateId>(
                {QStringLiteral("UploadUserCertificate"), QStringLiteral("certificate"), {}, {}},
                [&](audit::OperationScope &scope) {
                    return certificates::certificate_store::insert(scope,
                                                                   {certificate,
                                                                    QStringLiteral("UPLOAD"),
                                                                    QStringLiteral("server"),
                                                                    QStringLiteral("Elsewhere"),
                                                                    name,
                                                                    {}});
                }));
    CAS_TRY_VOID(console.certificates().remove({id}));
    return id;
}

void CertificatesPageTest::restoresFromRecentlyDeleted()
{
    VERIFY_RESULT(m_store->console->certificates().remove({m_old}));
    goTo("deleted");
    waitForRows(1);
    QVERIFY(cell(0, "name").startsWith(QStringLiteral("old.example.com")));
    QVERIFY(cell(0, "deleted").contains(QStringLiteral("2026-07-31"))); // the clock's day
    openMenu(0);
    QVERIFY(chooseFromMenu(QStringLiteral("Restore")));
    waitForRows(0);
    goTo("living");
    waitForRows(5);
    QVERIFY(rowNamed(QStringLiteral("old")) >= 0);
    QVERIFY(cell(0, "valid_to").contains(QStringLiteral("20")));
}

void CertificatesPageTest::deletesForGoodWhatWasTypedOut()
{
    const auto id = deletedUpload(QStringLiteral("gone.example.net"));
    VERIFY_RESULT(id);
    goTo("deleted");
    waitForRows(1);
    openMenu(0);
    QVERIFY(chooseFromMenu(QStringLiteral("Delete for Good")));
    QLineEdit *typed = nullptr;
    QTRY_VERIFY((typed = m_window->findChild<QLineEdit *>(QStringLiteral("confirm.type"))));
    QPushButton *verb = buttonSaying(m_window.get(), QStringLiteral("Delete for Good"));
    QVERIFY(verb);
    QVERIFY(!verb->isEnabled());
    QTest::keyClicks(typed, QStringLiteral("gone.example.net"));
    QTRY_VERIFY(verb->isEnabled());
    QTest::mouseClick(verb, Qt::LeftButton);
    waitForRows(0);
    QCOMPARE(m_store->console->certificates().row(*id).error().code, ErrorCode::NotFound);

    // After 30 days nothing is typed.
    const auto later = deletedUpload(QStringLiteral("later.example.net"));
    VERIFY_RESULT(later);
    m_store->clock.set(m_store->clock.now().addDays(30));
    waitForRows(1);
    openMenu(0);
    QVERIFY(chooseFromMenu(QStringLiteral("Delete for Good")));
    QTRY_VERIFY((verb = buttonSaying(m_window.get(), QStringLiteral("Delete for Good"))));
    QVERIFY(verb->isEnabled());
    QTest::mouseClick(verb, Qt::LeftButton);
    waitForRows(0);
}

void CertificatesPageTest::saysWhyWhatACaIssuedStays()
{
    VERIFY_RESULT(m_store->console->certificates().remove({m_old}));
    goTo("deleted");
    waitForRows(1);
    openMenu(0);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    const auto actions = menu->actions();
    const auto erase = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->text() == QStringLiteral("Delete for Good");
    });
    QVERIFY(erase != actions.end());
    QVERIFY(!(*erase)->isEnabled());
    QVERIFY((*erase)->toolTip().contains(QStringLiteral("was issued by a CA of this store")));
    menu->close();
}

void CertificatesPageTest::keepsTagsThatSomebodyElseChanged()
{
    auto &service = m_store->console->certificates();
    const auto theirs = tags::Tag::parse(QStringLiteral("owner:them"));
    const auto mine = tags::Tag::parse(QStringLiteral("owner:me"));
    VERIFY_RESULT(theirs);
    VERIFY_RESULT(mine);
    const tags::KnownTags seen = service.row(m_www)->tags;
    VERIFY_RESULT(service.setTags(m_www, {*theirs}, seen));
    const auto stale = service.setTags(m_www, {*mine}, seen);
    QVERIFY(!stale);
    QCOMPARE(stale.error().code, ErrorCode::StaleRevision);
    QCOMPARE(service.row(m_www)->tags, QList<tags::Tag>{*theirs});
    VERIFY_RESULT(service.setTags(m_www, {*mine}, tags::KnownTags({*theirs})));
    QCOMPARE(service.row(m_www)->tags, QList<tags::Tag>{*mine});
}

void CertificatesPageTest::tagsManyAndKeepsTheirOwn()
{
    auto &service = m_store->console->certificates();
    const auto web = tags::Tag::parse(QStringLiteral("web"));
    VERIFY_RESULT(web);
    VERIFY_RESULT(service.setTags(m_www, {*web}));
    m_table->setCheckedRows({false, {m_www.value(), m_mail.value()}});
    QPushButton *add = nullptr;
    QTRY_VERIFY((add = buttonSaying(m_table, QStringLiteral("Add tags"))));
    QTest::mouseClick(add, Qt::LeftButton);
    QTRY_VERIFY(m_window->panelAs<TagsPanel>());
    auto *edit = m_window->panel()->findChild<TagChips *>()->findChild<QLineEdit *>();
    QTest::keyClicks(edit, QStringLiteral("owner:ops,"));
    m_window->panel()->submit();
    QTRY_COMPARE(service.row(m_mail)->tags.size(), 1);
    QTRY_COMPARE(service.row(m_www)->tags.size(), 2);
    QTRY_COMPARE(m_table->checkedCount(), qint64(0));
}

void CertificatesPageTest::saysWhatABulkDeleteLeft()
{
    m_table->setCheckedRows({false, {m_www.value(), m_old.value()}});
    QPushButton *remove = nullptr;
    QTRY_VERIFY((remove = buttonSaying(m_table, QStringLiteral("Delete"))));
    QTest::mouseClick(remove, Qt::LeftButton);
    waitForRows(4); // the expired one is gone, the issued one is still there
    QVERIFY(rowNamed(QStringLiteral("www")) >= 0);
    auto *message = m_page->findChild<InlineMessage *>(QStringLiteral("certificates.message"));
    QTRY_VERIFY(message->isVisible());
    QVERIFY(message->message().contains(QStringLiteral("www.example.com")));
    QCOMPARE(m_table->checkedCount() >= 1, true); // what was left stays checked
}

void CertificatesPageTest::downloadsManyWithoutOverwriting()
{
    auto &service = m_store->console->certificates();
    const auto row = service.row(m_mail);
    VERIFY_RESULT(service.rename(m_mail, QStringLiteral("www.example.com"), row->revision));
    const QTemporaryDir outside;
    const QDir folder(outside.filePath(QStringLiteral("not/there/yet")));
    certificates::CertificateSelection selection;
    selection.all = true; // everything but the CAs
    selection.filter.source = QStringLiteral("ISSUED");
    certificates::PackOptions options;
    options.format = certificates::PackFormat::Pem;
    auto job = certificates::bulkDownloadJob(service, m_store->executors->io, selection, options,
                                             folder.path(), {});
    const auto outcome = job.wait();
    const auto *done = std::get_if<Done<certificates::BulkReport>>(&outcome);
    QVERIFY(done);
    QCOMPARE(done->value.done.size(), 3);
    const QStringList files = folder.entryList(QDir::Files);
    QCOMPARE(files.size(), 3); // two of the same name stand beside each other
    const auto keyed = certificates::bulkDownloadJob(
                           service, m_store->executors->io, selection,
                           {certificates::PackFormat::CrtKey, true, true, {}}, folder.path(), {})
                           .wait();
    QCOMPARE(std::get<Done<certificates::BulkReport>>(keyed).value.failed.size(), 3);
}

void CertificatesPageTest::keepsRowAndScrollWhenTheStoreChanges()
{
    for (int i = 0; i < 60; ++i)
        VERIFY_RESULT(m_store->issue({QStringLiteral("host-%1.example.com").arg(i)}));
    waitForRows(65);
    m_table->view()->verticalScrollBar()->setValue(300);
    m_table->setCurrentRow(rowNamed(QStringLiteral("host-40.")));
    const qint64 key = m_table->currentKey();
    const int scroll = m_table->view()->verticalScrollBar()->value();
    const auto tag = tags::Tag::parse(QStringLiteral("seen"));
    VERIFY_RESULT(m_store->console->certificates().setTags(CertificateId(key), {*tag}));
    QTRY_VERIFY(cell(m_table->currentRow(), "tags").contains(QStringLiteral("seen")));
    QCOMPARE(m_table->currentKey(), key);
    QCOMPARE(m_table->view()->verticalScrollBar()->value(), scroll);
}

void CertificatesPageTest::walksThroughMoreThanOnePage()
{
    for (int i = 0; i < 110; ++i)
        VERIFY_RESULT(m_store->issue({QStringLiteral("host-%1.example.com").arg(i)}));
    waitForRows(115);
    auto *model = m_table->model();
    const auto &columns = model->columns();
    int sorted = 0;
    for (int index = 0; index < columns.size(); ++index) {
        if (!columns.at(index).sortable)
            continue;
        ++sorted;
        m_table->view()->sortByColumn(index, Qt::AscendingOrder);
        QCOMPARE(model->sortColumn(), index);
        QTRY_VERIFY(!model->loading());
        waitForRows(115);
        // Pages are fetched behind the row before them: none may be missing or come twice.
        QSet<qint64> keys;
        for (int row = 0; row < 115; ++row) {
            m_table->setCurrentRow(row);
            QTRY_VERIFY(!model->index(row, 1).data().isNull()); // looking at a row fetches it
            keys.insert(model->key(row));
        }
        QVERIFY2(keys.size() == 115, qPrintable(columns.at(index).id));
    }
    QCOMPARE(sorted, 6);
}

void CertificatesPageTest::leadsOutOfAnEmptyList()
{
    auto *filters = m_page->findChild<FilterBar *>();
    filters->setSearchText(QStringLiteral("nothing is called so"));
    QTRY_COMPARE(m_table->model()->total(), qint64(0));
    QPushButton *clear = nullptr;
    QTRY_VERIFY((clear = buttonSaying(m_table, QStringLiteral("Clear filters"))));
    QTest::mouseClick(clear, Qt::LeftButton);
    waitForRows(5);
}

QTEST_MAIN(CertificatesPageTest)
#include "tst_certificates_page.moc"
