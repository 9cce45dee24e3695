// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/tokens.h"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace cas::ui {

/// The bar at the top: product, store and its state, account, search, jobs, messages, operator.
/// It only shows and asks; the main window decides.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent = nullptr);

    void setStore(const QString &name, const QString &state, StatusKind kind);
    void setAccount(const QString &text);
    void setOperator(const QString &name);
    void setJobs(int count);
    /// Actions the window adds (commands with inMenu); above Lock.
    [[nodiscard]] QMenu *operatorMenu() const { return m_menu; }
    void retranslate();

signals:
    void searchRequested();
    void storeRequested();
    void jobsRequested();
    void lockRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QLabel *m_product;
    QToolButton *m_store;
    QToolButton *m_account;
    QToolButton *m_search;
    QToolButton *m_jobs;
    QToolButton *m_operator;
    QMenu *m_menu;
    QAction *m_lock;
    QString m_storeName;
    QString m_storeState;
    StatusKind m_storeKind = StatusKind::Neutral;
    QString m_operatorName;
    int m_jobCount = 0;
};

} // namespace cas::ui
