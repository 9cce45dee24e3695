// SPDX-License-Identifier: GPL-3.0-or-later
// The compiled translations are inside every program that links cas::translations.
#include <QFile>
#include <QTest>
#include <QTranslator>

class I18nTest : public QObject
{
    Q_OBJECT
private slots:
    void carriesEveryLanguage_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("Chinese") << QStringLiteral(":/i18n/cas_zh_CN.qm");
        QTest::newRow("English plural forms") << QStringLiteral(":/i18n/cas_en.qm");
        QTest::newRow("Qt's own Chinese") << QStringLiteral(":/i18n/qtbase_zh_CN.qm");
    }
    void carriesEveryLanguage()
    {
        QFETCH(QString, file);
        QTranslator translator;
        QVERIFY2(QFile::exists(file), qPrintable(file));
        QVERIFY(translator.load(file));
        QVERIFY(!translator.isEmpty());
    }

    // The context is spelled as tr() asks for it at run time; lupdate spells it otherwise when it
    // does not find the header of the class.
    void translatesInTheContextThatTheProgramAsksFor()
    {
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/i18n/cas_zh_CN.qm")));
        QCOMPARE(translator.translate("cas::ui::ConfirmPanel", "Cancel"),
                 QStringLiteral(u"\u53d6\u6d88"));
    }
};

QTEST_GUILESS_MAIN(I18nTest)
#include "tst_i18n.moc"
