<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>cas::ui::AssignPanel</name>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Subordinate CA</source>
        <translation>子CA</translation>
    </message>
    <message>
        <source>Rest count</source>
        <translation>剩余数量</translation>
    </message>
    <message>
        <source>What the subordinate CA may still issue afterwards; a lower number gives the difference back to the root CA.</source>
        <translation>分配后子CA还可签发的数量；填写更小的数值会将差额退还给根CA。</translation>
    </message>
    <message>
        <source>not limited</source>
        <translation>不限量</translation>
    </message>
    <message>
        <source>Not assigned</source>
        <translation>未分配</translation>
    </message>
    <message>
        <source>Rest count now</source>
        <translation>当前剩余数量</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>Assigning…</source>
        <translation>正在分配…</translation>
    </message>
    <message>
        <source>Apply</source>
        <comment>the new rest count; not an application</comment>
        <translation>分配</translation>
    </message>
    <message>
        <source>This CA is not limited now. Once a number is assigned it may issue only so many.</source>
        <translation>该CA目前不限量。一旦分配数量，就只能签发这么多。</translation>
    </message>
</context>
<context>
    <name>cas::ui::BackupCard</name>
    <message>
        <source>%1, %2</source>
        <extracomment>a time and how far away it is: &quot;2026-11-27 03:00, 2 days ago&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>The folder %1 is not there. Connect the drive or choose another one.</source>
        <translation>文件夹 %1 不存在。请连接驱动器或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>上次备份</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Proved</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>%1, every page and seal checked</source>
        <translation>%1，已检查所有数据页和封印</translation>
    </message>
    <message>
        <source>%1, every page checked; the store was locked, so the seals were not</source>
        <translation>%1，已检查所有数据页；数据存储当时已锁定，因此未检查封印</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>%1: cannot be restored. %2</source>
        <translation>%1：无法恢复。%2</translation>
    </message>
    <message>
        <source>%1: can be restored</source>
        <translation>%1：可以恢复</translation>
    </message>
    <message>
        <source>Last tested</source>
        <translation>上次测试</translation>
    </message>
    <message>
        <source>Next backup</source>
        <translation>下次备份</translation>
    </message>
    <message>
        <source>By hand only</source>
        <translation>仅手动</translation>
    </message>
    <message>
        <source>The backup of %1 failed. %2 It is tried again every hour.</source>
        <translation>%1 的备份失败。%2 每小时会重试一次。</translation>
    </message>
    <message>
        <source>No folder is chosen, so no backups are made.</source>
        <translation>尚未选择文件夹，因此不会备份。</translation>
    </message>
    <message>
        <source>The backup that was due is late.</source>
        <translation>到期的备份尚未完成。</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>Back up the store</source>
        <translation>备份数据存储</translation>
    </message>
    <message>
        <source>Backing up the store</source>
        <translation>正在备份数据存储</translation>
    </message>
    <message>
        <source>Backed up to %1</source>
        <translation>已备份到 %1</translation>
    </message>
    <message>
        <source>Testing the newest backup</source>
        <translation>正在测试最新的备份</translation>
    </message>
    <message>
        <source>%1 cannot be restored. %2</source>
        <translation>%1 无法恢复。%2</translation>
    </message>
    <message>
        <source>%1 can be restored: it was put back for a moment, every page and seal in it was checked, and a certificate and a private key were read.</source>
        <translation>%1 可以恢复：已将其临时恢复，检查了所有数据页和封印，并读取了一个证书和一个私钥。</translation>
    </message>
    <message numerus="yes">
        <source>file(s)</source>
        <extracomment>after a number in a field: &quot;14 files&quot;</extracomment>
        <translation>
            <numerusform>个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Automatic backup</source>
        <translation>自动备份</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Every Monday</source>
        <translation>每周一</translation>
    </message>
    <message>
        <source>Hour of the backup</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>at %1</source>
        <extracomment>an hour of the day: &quot;at 03:00&quot;</extracomment>
        <translation>%1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Keep the newest</source>
        <translation>保留最新</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Test a Backup</source>
        <translation>测试备份</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
</context>
<context>
    <name>cas::ui::BatchChoices</name>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次输入的密码不一致。</translation>
    </message>
    <message>
        <source>Folder for the certificates</source>
        <translation>证书的保存文件夹</translation>
    </message>
    <message>
        <source>There is no such folder. Choose another one or make it first.</source>
        <translation>该文件夹不存在。请另选一个，或先创建它。</translation>
    </message>
    <message>
        <source>Nothing can be written to this folder. Choose another one.</source>
        <translation>此文件夹不可写。请另选一个。</translation>
    </message>
    <message>
        <source>Key Algorithm</source>
        <translation>密钥算法</translation>
    </message>
    <message>
        <source>Type where none is given</source>
        <translation>未写明时的类型</translation>
    </message>
    <message>
        <source>Server Certificate</source>
        <translation>服务端证书</translation>
    </message>
    <message>
        <source>Client Certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>Days where none are given</source>
        <translation>未写明时的天数</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>One file for each certificate, NAME-SERIAL.crt, with the chain after it.</source>
        <translation>每张证书一个文件（NAME-SERIAL.crt），其后附证书链。</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Do not write files</source>
        <translation>不写文件</translation>
    </message>
    <message>
        <source>Certificates and keys are kept in this store in any case.</source>
        <translation>证书和密钥总会保存在此数据存储中。</translation>
    </message>
    <message>
        <source>Write key files too</source>
        <translation>同时写密钥文件</translation>
    </message>
    <message>
        <source>NAME-SERIAL.key beside each certificate, encrypted (PKCS#8).</source>
        <translation>每张证书旁写加密的 NAME-SERIAL.key（PKCS#8）。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Repeat the password</source>
        <translation>再次输入密码</translation>
    </message>
</context>
<context>
    <name>cas::ui::BatchPreview</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Common Name</source>
        <translation>通用名称</translation>
    </message>
    <message>
        <source>SANs</source>
        <translation>SAN</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Issued before</source>
        <translation>先前已签发</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column of a CSV file, what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务端</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
</context>
<context>
    <name>cas::ui::BatchPreviewTable</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Issued before</source>
        <translation>先前已签发</translation>
    </message>
    <message>
        <source>Line %1. %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>文件中的行</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>No such line.</source>
        <translation>没有这样的行。</translation>
    </message>
    <message>
        <source>Search names</source>
        <translation>搜索名称</translation>
    </message>
    <message>
        <source>Show lines</source>
        <translation>显示的行</translation>
    </message>
    <message>
        <source>Next error (F8)</source>
        <translation>下一个错误 (F8)</translation>
    </message>
    <message>
        <source>Save the refused lines…</source>
        <translation>保存被拒绝的行…</translation>
    </message>
</context>
<context>
    <name>cas::ui::BatchRun</name>
    <message>
        <source>Issuing certificates</source>
        <translation>正在签发证书</translation>
    </message>
</context>
<context>
    <name>cas::ui::BatchRunCard</name>
    <message>
        <source>Lines done</source>
        <translation>已完成的行</translation>
    </message>
    <message>
        <source>Stop issuing</source>
        <translation>停止签发</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>另一个文件</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>Issued before</source>
        <translation>先前已签发</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>This panel may be closed; issuing goes on and stands at the bottom of the window.</source>
        <translation>可以关闭此面板；签发会继续，并显示在窗口底部。</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 / %2 行</translation>
    </message>
    <message>
        <source>Stopping after what is begun…</source>
        <translation>完成已开始的部分后停止…</translation>
    </message>
    <message>
        <source>%1 lines a second</source>
        <translation>每秒 %1 行</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还需 %1</translation>
    </message>
    <message>
        <source>1 certificate is issued.</source>
        <translation>已签发 1 张证书。</translation>
    </message>
    <message>
        <source>%1 certificates are issued.</source>
        <translation>已签发 %1 张证书。</translation>
    </message>
    <message>
        <source>Stopped. What is issued is whole and stays; run the same file again and it goes on from there.</source>
        <translation>已停止。已签发的证书完整保留；再次运行同一文件会从此处继续。</translation>
    </message>
    <message>
        <source>%1 What is issued stays; run the same file again to go on.</source>
        <translation>%1 已签发的证书保留；再次运行同一文件即可继续。</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
</context>
<context>
    <name>cas::ui::BatchSource</name>
    <message>
        <source>Drop one CSV file at a time.</source>
        <translation>一次只拖入一个 CSV 文件。</translation>
    </message>
    <message>
        <source>Bulk request</source>
        <translation>批量申请</translation>
    </message>
    <message>
        <source>CSV files (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>CSV 文件 (*.csv *.tsv *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The clipboard holds no text and no file.</source>
        <translation>剪贴板中没有文本或文件。</translation>
    </message>
    <message>
        <source>The file has changed on disk.</source>
        <translation>磁盘上的文件已更改。</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>Save a template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Drop a CSV file here: a first line with cn, san, type, days, then one certificate a line.</source>
        <translation>将 CSV 文件拖到此处：首行为 cn, san, type, days，之后每行一张证书。</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>cas::ui::BulkDownloadPanel</name>
    <message>
        <source>Folder for the certificates</source>
        <translation>证书的保存文件夹</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>All certificates of this list</source>
        <translation>此列表中的所有证书</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n 张证书</numerusform>
        </translation>
    </message>
    <message>
        <source>PEM</source>
        <translation>PEM</translation>
    </message>
    <message>
        <source>DER</source>
        <translation>DER</translation>
    </message>
    <message>
        <source>P7B</source>
        <translation>P7B</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Without private keys. Download a certificate by itself to get its key.</source>
        <translation>不含私钥。要取得私钥，请单独下载该证书。</translation>
    </message>
    <message>
        <source>Include the chain</source>
        <translation>包含证书链</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>One file for each certificate, named after it.</source>
        <translation>每张证书一个文件，以证书名命名。</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Give the whole path of a folder.</source>
        <translation>请填写文件夹的完整路径。</translation>
    </message>
</context>
<context>
    <name>cas::ui::BulkRequestPanel</name>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>This CA has no certificates left and would issue none of the %1. Assign more to it first.</source>
        <translation>此CA的剩余数量为零，%1均无法签发。请先为其分配。</translation>
    </message>
    <message>
        <source>This CA has %1 certificates left and %2 are ready. The first ones are issued, the others refused; assign more and run the same file again.</source>
        <translation>此CA的剩余数量为 %1，而就绪的有 %2。将签发靠前的行，其余被拒绝；分配后再次运行同一文件。</translation>
    </message>
    <message>
        <source>Issue Certificates</source>
        <translation>签发证书</translation>
    </message>
    <message>
        <source>Issue 1 Certificate</source>
        <translation>签发 1 张证书</translation>
    </message>
    <message>
        <source>Issue %1 Certificates</source>
        <translation>签发 %1 张证书</translation>
    </message>
    <message>
        <source>1 refused line is left out.</source>
        <translation>1 行被拒绝，不会签发。</translation>
    </message>
    <message>
        <source>%1 refused lines are left out.</source>
        <translation>%1 行被拒绝，不会签发。</translation>
    </message>
    <message>
        <source>%1 issued before.</source>
        <translation>先前已签发 %1 张。</translation>
    </message>
    <message>
        <source>Check the Files</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Choose a CSV file.</source>
        <translation>请选择 CSV 文件。</translation>
    </message>
    <message>
        <source>Looking at the lines…</source>
        <translation>正在检查各行…</translation>
    </message>
    <message>
        <source>Choose a folder that can be written to.</source>
        <translation>请选择可写的文件夹。</translation>
    </message>
    <message>
        <source>The file cannot be used as it is.</source>
        <translation>此文件目前无法使用。</translation>
    </message>
    <message>
        <source>No line is ready.</source>
        <translation>没有就绪的行。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save the refused lines</source>
        <translation>保存被拒绝的行</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Bulk Request</source>
        <translation>批量申请</translation>
    </message>
    <message>
        <source>Many certificates of %1 from a CSV file</source>
        <translation>由 %1 按 CSV 文件签发多张证书</translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>CSV 文件</translation>
    </message>
</context>
<context>
    <name>cas::ui::BuyPanel</name>
    <message>
        <source>Buy</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Number of certificates</source>
        <translation>证书数量</translation>
    </message>
    <message>
        <source>Not assigned yet: %1</source>
        <translation>尚未分配：%1</translation>
    </message>
    <message>
        <source>This CA is not limited. Once something is bought for it, what it can hand on is counted; subordinate CAs stay unlimited until they are assigned a rest count.</source>
        <translation>该CA不限量。购买数量后，其可分配的数量将开始计数；子CA在分配剩余数量之前仍不限量。</translation>
    </message>
    <message>
        <source>Price: %1</source>
        <translation>价格：%1</translation>
    </message>
    <message>
        <source>Buying…</source>
        <translation>正在购买…</translation>
    </message>
    <message>
        <source>Booked at the internal price list; no money moves.</source>
        <translation>按内部价目表记账，不产生实际付款。</translation>
    </message>
</context>
<context>
    <name>cas::ui::CaCards</name>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Issued per day, last 30 days</source>
        <translation>最近 30 天每日签发量</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>证书链</translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>立即发布</translation>
    </message>
    <message>
        <source>Sign a new revocation list at once</source>
        <translation>立即签发新的吊销列表</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Download the revocation list</source>
        <translation>下载吊销列表</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n certificate(s)</source>
        <translation>
            <numerusform>%1：%n 张证书</numerusform>
        </translation>
    </message>
    <message>
        <source>CRL of %1</source>
        <translation>%1 的CRL</translation>
    </message>
    <message>
        <source>No revocation list was made yet.</source>
        <translation>尚未生成吊销列表。</translation>
    </message>
    <message>
        <source>This CA publishes no revocation list.</source>
        <translation>该CA不发布吊销列表。</translation>
    </message>
    <message>
        <source>Number %1 · %2 · next update %3</source>
        <translation>编号 %1 · %2 · 下次更新 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n revoked</source>
        <translation>
            <numerusform>%n 张已吊销</numerusform>
        </translation>
    </message>
    <message>
        <source>No address is written into certificates.</source>
        <translation>证书中不写入地址。</translation>
    </message>
    <message numerus="yes">
        <source>%n expire(s) within 30 days</source>
        <translation>
            <numerusform>%n 张将在 30 天内过期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n 张证书</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing in these 30 days; %n certificate(s) in all.</source>
        <translation>
            <numerusform>这 30 天内未签发；累计签发 %n 张证书。</numerusform>
        </translation>
    </message>
    <message>
        <source>This CA has not issued anything yet.</source>
        <translation>该CA尚未签发任何证书。</translation>
    </message>
    <message numerus="yes">
        <source>%n of a subordinate CA</source>
        <translation>
            <numerusform>其中 %n 张属于子CA</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::CaCertificatesView</name>
    <message>
        <source>Private CA</source>
        <translation>私有CA</translation>
    </message>
    <message>
        <source>Back to Private CA</source>
        <translation>返回私有CA</translation>
    </message>
    <message>
        <source>Request Certificate</source>
        <translation>申请证书</translation>
    </message>
    <message>
        <source>Name, domain, serial, fingerprint</source>
        <translation>名称、域名、序列号、指纹</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Certificates of the CA</source>
        <translation>该CA的证书</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n 张证书</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificate List</source>
        <translation>证书列表</translation>
    </message>
    <message>
        <source>Issued by %1 · %2</source>
        <translation>由 %1 签发 · %2</translation>
    </message>
    <message>
        <source>No certificate fits the filter.</source>
        <translation>没有符合筛选条件的证书。</translation>
    </message>
    <message>
        <source>This CA has not issued anything yet.</source>
        <translation>该CA尚未签发任何证书。</translation>
    </message>
</context>
<context>
    <name>cas::ui::CaDetailsPanel</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>证书链</translation>
    </message>
    <message>
        <source>Revocation list</source>
        <translation>吊销列表</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>发布设置</translation>
    </message>
    <message>
        <source>Certificate (PEM)</source>
        <translation>证书（PEM）</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>立即发布</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>标识符</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>签发者</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>%1, signed with %2</source>
        <translation>%1，签名算法 %2</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>路径长度</translation>
    </message>
    <message>
        <source>not limited</source>
        <translation>不限量</translation>
    </message>
    <message>
        <source>Permitted DNS names</source>
        <translation>允许的 DNS 名称</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint</source>
        <translation>SHA-256 指纹</translation>
    </message>
    <message>
        <source>SHA-1 fingerprint</source>
        <translation>SHA-1 指纹</translation>
    </message>
    <message>
        <source>Issued / Rest count</source>
        <translation>已签发/剩余数量</translation>
    </message>
    <message>
        <source>Service ends</source>
        <translation>服务到期时间</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目数</translation>
    </message>
    <message>
        <source>This update</source>
        <translation>本次更新</translation>
    </message>
    <message>
        <source>Next update</source>
        <translation>下次更新</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>被拒绝：%1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Revocation list number %1 is signed.</source>
        <translation>编号 %1 的吊销列表已签名。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Permitted IP addresses</source>
        <translation>允许的 IP 地址</translation>
    </message>
    <message>
        <source>Permitted e-mail</source>
        <translation>允许的邮箱</translation>
    </message>
    <message>
        <source>Permitted URIs</source>
        <translation>允许的 URI</translation>
    </message>
    <message>
        <source>Permitted subjects</source>
        <translation>允许的主体</translation>
    </message>
    <message>
        <source>Permitted, other</source>
        <translation>允许的其他名称</translation>
    </message>
    <message>
        <source>Excluded DNS names</source>
        <translation>禁止的 DNS 名称</translation>
    </message>
    <message>
        <source>Excluded IP addresses</source>
        <translation>禁止的 IP 地址</translation>
    </message>
    <message>
        <source>Excluded e-mail</source>
        <translation>禁止的邮箱</translation>
    </message>
    <message>
        <source>Excluded URIs</source>
        <translation>禁止的 URI</translation>
    </message>
    <message>
        <source>Excluded subjects</source>
        <translation>禁止的主体</translation>
    </message>
    <message>
        <source>Excluded, other</source>
        <translation>禁止的其他名称</translation>
    </message>
    <message>
        <source>Bulk Request</source>
        <translation>批量申请</translation>
    </message>
</context>
<context>
    <name>cas::ui::CaFormPanel</name>
    <message>
        <source>Algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年限</translation>
    </message>
    <message>
        <source>Name in this console</source>
        <translation>在本控制台中的名称</translation>
    </message>
    <message>
        <source>Optional; the common name is used where it is empty.</source>
        <translation>选填；留空则使用通用名称。</translation>
    </message>
    <message>
        <source>Making the key and the certificate…</source>
        <translation>正在生成密钥和证书…</translation>
    </message>
</context>
<context>
    <name>cas::ui::CaOperations</name>
    <message>
        <source>%1 is enabled.</source>
        <translation>%1 已启用。</translation>
    </message>
    <message>
        <source>%1 is imported.</source>
        <translation>%1 已导入。</translation>
    </message>
    <message>
        <source>%1 is disabled: it issues nothing, its revocation list goes on.</source>
        <translation>%1 已禁用：不再签发证书，吊销列表照常更新。</translation>
    </message>
    <message>
        <source>Revocation list number %1 is signed.</source>
        <translation>编号 %1 的吊销列表已签名。</translation>
    </message>
    <message>
        <source>Save the revocation list</source>
        <translation>保存吊销列表</translation>
    </message>
    <message>
        <source>Revocation list, DER (*.crl);;Revocation list, PEM (*.pem)</source>
        <translation>吊销列表，DER (*.crl);;吊销列表，PEM (*.pem)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 已删除。</translation>
    </message>
    <message>
        <source>Root CA %1</source>
        <translation>根CA %1</translation>
    </message>
    <message>
        <source>Tags of %1 saved.</source>
        <translation>已保存 %1 的标签。</translation>
    </message>
    <message>
        <source>Rest count of %1: %2</source>
        <translation>%1 的剩余数量：%2</translation>
    </message>
    <message>
        <source>%1 is imported without a revocation list: it may not sign one.</source>
        <translation>已导入 %1，但不含吊销列表：它不能签发吊销列表。</translation>
    </message>
    <message>
        <source>Bulk Request: %1 issued, %2 refused.</source>
        <translation>批量申请：已签发 %1 张，拒绝 %2 行。</translation>
    </message>
</context>
<context>
    <name>cas::ui::CaTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Issued / Rest count</source>
        <translation>已签发/剩余数量</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Service ended</source>
        <translation>服务已到期</translation>
    </message>
    <message>
        <source>Service to %1</source>
        <translation>服务至 %1</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Request Certificate</source>
        <translation>申请证书</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Certificate List</source>
        <translation>证书列表</translation>
    </message>
    <message>
        <source>Purchase sub-CA</source>
        <translation>购买子CA</translation>
    </message>
    <message>
        <source>Create subordinate CA</source>
        <translation>创建子CA</translation>
    </message>
    <message>
        <source>Download CA certificate</source>
        <translation>下载CA证书</translation>
    </message>
    <message>
        <source>Download CRL</source>
        <translation>下载CRL</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>禁用</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Bulk Request</source>
        <translation>批量申请</translation>
    </message>
</context>
<context>
    <name>cas::ui::CaText</name>
    <message>
        <source>Pending Enable</source>
        <translation>待启用</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已禁用</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已吊销</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>根CA</translation>
    </message>
    <message>
        <source>Subordinate</source>
        <translation>子CA</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>not limited</source>
        <translation>不限量</translation>
    </message>
</context>
<context>
    <name>cas::ui::CertificateActions</name>
    <message>
        <source>This store is open for reading only.</source>
        <translation>该数据存储以只读方式打开。</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Delete for Good</source>
        <translation>彻底删除</translation>
    </message>
</context>
<context>
    <name>cas::ui::CertificateCells</name>
    <message>
        <source>Issued</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>About To Expire</source>
        <translation>即将过期</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已吊销</translation>
    </message>
    <message>
        <source>Server</source>
        <comment>type of a certificate</comment>
        <translation>服务端</translation>
    </message>
    <message>
        <source>Client</source>
        <comment>type of a certificate</comment>
        <translation>客户端</translation>
    </message>
    <message>
        <source>CA</source>
        <comment>type of a certificate</comment>
        <translation>CA</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>type of a certificate</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>Issued by a CA of this store</source>
        <translation>由本数据存储中的CA签发</translation>
    </message>
    <message>
        <source>A CA of this store</source>
        <translation>本数据存储中的CA</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>revoked %1</source>
        <translation>于 %1 吊销</translation>
    </message>
    <message>
        <source>Name / ID</source>
        <translation>名称/ID</translation>
    </message>
    <message>
        <source>Type and CA</source>
        <translation>类型与CA</translation>
    </message>
    <message>
        <source>Bound domains</source>
        <translation>绑定域名</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>type and key of a certificate: &quot;Server · ECC P-256&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>cas::ui::CertificateColumns</name>
    <message>
        <source>Alias / Identifier</source>
        <translation>别名/标识符</translation>
    </message>
    <message>
        <source>Common Name</source>
        <translation>通用名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>SANs</source>
        <translation>SAN</translation>
    </message>
    <message>
        <source>Valid From</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>revoked %1</source>
        <translation>于 %1 吊销</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>到期时间</translation>
    </message>
</context>
<context>
    <name>cas::ui::CertificateDetailsPanel</name>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>This store is open for reading only.</source>
        <translation>该数据存储以只读方式打开。</translation>
    </message>
    <message>
        <source>Begins %1.</source>
        <translation>%1 生效。</translation>
    </message>
    <message>
        <source>Ends %1.</source>
        <translation>%1 到期。</translation>
    </message>
    <message>
        <source>Ended %1.</source>
        <translation>已于 %1 到期。</translation>
    </message>
    <message>
        <source>Revoked %1: %2.</source>
        <translation>已于 %1 吊销：%2。</translation>
    </message>
    <message>
        <source>Revoked %1.</source>
        <translation>已于 %1 吊销。</translation>
    </message>
    <message>
        <source>Alternative names</source>
        <translation>备用名称</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>签发者</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>In this store, sealed</source>
        <translation>在本数据存储中，已封存</translation>
    </message>
    <message>
        <source>Not in this store</source>
        <translation>不在本数据存储中</translation>
    </message>
    <message>
        <source>Signature algorithm</source>
        <translation>签名算法</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>In this store since</source>
        <translation>存入时间</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-1</source>
        <translation>SHA-1</translation>
    </message>
    <message>
        <source>Key identifier</source>
        <translation>密钥标识符</translation>
    </message>
    <message>
        <source>This certificate</source>
        <translation>此证书</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>根CA</translation>
    </message>
    <message>
        <source>The operation log names this certificate nowhere.</source>
        <translation>操作日志中没有该证书的记录。</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n event(s) in Operation Logs</source>
        <translation>
            <numerusform>在操作日志中查看全部 %n 条事件</numerusform>
        </translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>证书链</translation>
    </message>
    <message>
        <source>Fingerprints</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>PEM</source>
        <translation>PEM</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>key:value</source>
        <translation>key:value</translation>
    </message>
</context>
<context>
    <name>cas::ui::CertificateDossier</name>
    <message>
        <source>Common name</source>
        <translation>通用名称</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Organizational unit</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Locality</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>State or province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>Login account</source>
        <translation>登录账号</translation>
    </message>
    <message>
        <source>Serial number of the subject</source>
        <translation>主体序列号</translation>
    </message>
    <message>
        <source>Domain component</source>
        <translation>域组件</translation>
    </message>
    <message>
        <source>A key that cannot be read</source>
        <translation>无法读取的密钥</translation>
    </message>
    <message>
        <source>%1 (weak)</source>
        <comment>a key</comment>
        <translation>%1（弱）</translation>
    </message>
    <message>
        <source>%1 (critical)</source>
        <comment>an extension</comment>
        <translation>%1（关键）</translation>
    </message>
</context>
<context>
    <name>cas::ui::CertificateOperations</name>
    <message>
        <source>Tags of %1 saved</source>
        <translation>已保存 %1 的标签</translation>
    </message>
    <message>
        <source>Renamed to %1</source>
        <translation>已重命名为 %1</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>已删除 %1</translation>
    </message>
    <message numerus="yes">
        <source>Restoring %n certificate(s)</source>
        <translation>
            <numerusform>正在恢复 %n 张证书</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) restored</source>
        <translation>
            <numerusform>已恢复 %n 张证书</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting certificates</source>
        <translation>正在删除证书</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) deleted</source>
        <translation>
            <numerusform>已删除 %n 张证书</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding tags</source>
        <translation>正在添加标签</translation>
    </message>
    <message numerus="yes">
        <source>Tags added to %n certificate(s)</source>
        <translation>
            <numerusform>已为 %n 张证书添加标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Downloading certificates</source>
        <translation>正在下载证书</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) written to %1</source>
        <translation>
            <numerusform>已将 %n 张证书写入 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) were left as they are. %1: %2</source>
        <translation>
            <numerusform>%n 张证书保持原样。%1：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1 for good?</source>
        <translation>要彻底删除 %1 吗？</translation>
    </message>
    <message>
        <source>The certificate and its private key are erased; the key stays only where another certificate uses it. This cannot be undone.</source>
        <translation>将清除该证书及其私钥；仅当其他证书使用该私钥时才会保留私钥。此操作无法撤消。</translation>
    </message>
    <message>
        <source>The certificate is erased. This cannot be undone.</source>
        <translation>将清除该证书。此操作无法撤消。</translation>
    </message>
    <message>
        <source>Delete for Good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Delete all of them for good?</source>
        <translation>要全部彻底删除吗？</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n certificate(s) for good?</source>
        <translation>
            <numerusform>要彻底删除 %n 个证书吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>They are erased, with the private keys that no other certificate uses. Those that a CA of this store issued stay. This cannot be undone.</source>
        <translation>将清除这些证书，以及其他证书不使用的私钥。由本数据存储的CA签发的证书会保留。此操作无法撤消。</translation>
    </message>
    <message>
        <source>all</source>
        <extracomment>what a person types to confirm that many certificates are erased</extracomment>
        <translation>全部</translation>
    </message>
    <message>
        <source>Deleting certificates for good</source>
        <translation>正在彻底删除证书</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) deleted for good</source>
        <translation>
            <numerusform>已彻底删除 %n 个证书</numerusform>
        </translation>
    </message>
    <message>
        <source>Export list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>CSV for spreadsheets (*.csv);;JSON (*.json)</source>
        <translation>电子表格 CSV (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Exporting the list</source>
        <translation>正在导出列表</translation>
    </message>
</context>
<context>
    <name>cas::ui::CertificatesPage</name>
    <message>
        <source>expires %1 to %2</source>
        <translation>到期时间 %1 至 %2</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>CA</source>
        <translation>CA</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Everything in this store: issued, your own CAs, uploaded.</source>
        <translation>本数据存储中的所有证书：已签发的、自建CA的、上传的。</translation>
    </message>
    <message>
        <source>Name, domain, serial, fingerprint</source>
        <translation>名称、域名、序列号、指纹</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n 张证书</numerusform>
        </translation>
    </message>
    <message>
        <source>No certificate fits these filters.</source>
        <translation>没有符合筛选条件的证书。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选条件</translation>
    </message>
    <message>
        <source>There are no certificates yet. A private CA can issue the first one.</source>
        <translation>还没有证书。可以用私有CA签发第一张。</translation>
    </message>
    <message>
        <source>Open Private CA</source>
        <translation>打开私有CA</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>This store is open for reading only.</source>
        <translation>该数据存储以只读方式打开。</translation>
    </message>
    <message>
        <source>Certificates, keys, PFX files and folders</source>
        <translation>证书、密钥、PFX 文件和文件夹</translation>
    </message>
    <message>
        <source>All certificates</source>
        <translation>全部证书</translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation>最近删除</translation>
    </message>
    <message>
        <source>Nothing that was deleted is waiting here.</source>
        <translation>这里没有已删除的证书。</translation>
    </message>
    <message>
        <source>Back to the certificates</source>
        <translation>返回证书</translation>
    </message>
    <message>
        <source>Export list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>What the list shows, or the ticked rows, as CSV or JSON</source>
        <translation>将列表内容或勾选的行导出为 CSV 或 JSON</translation>
    </message>
    <message>
        <source>Hide expired and revoked</source>
        <translation>隐藏已过期和已吊销</translation>
    </message>
</context>
<context>
    <name>cas::ui::CodeBlock</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>cas::ui::CommandPalette</name>
    <message>
        <source>Search pages, actions, certificates…</source>
        <translation>搜索页面、操作、证书…</translation>
    </message>
    <message>
        <source>Search pages, actions and certificates</source>
        <translation>搜索页面、操作和证书</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>没有找到。</translation>
    </message>
</context>
<context>
    <name>cas::ui::ConfirmPanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Type %1 to confirm.</source>
        <translation>请输入 %1 以确认。</translation>
    </message>
</context>
<context>
    <name>cas::ui::CreateRootPanel</name>
    <message>
        <source>Purchase and Enable</source>
        <translation>购买并启用</translation>
    </message>
    <message>
        <source>A root CA of your own, ready to use</source>
        <translation>自有的根CA，立即可用</translation>
    </message>
    <message>
        <source>Enable root CA</source>
        <translation>启用根CA</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
</context>
<context>
    <name>cas::ui::CreateSubPanel</name>
    <message>
        <source>%1 ends on %2.</source>
        <translation>%1 于 %2 到期。</translation>
    </message>
    <message>
        <source>Create subordinate CA</source>
        <translation>创建子CA</translation>
    </message>
    <message>
        <source>It issues the certificates; the root only signs it</source>
        <translation>用于签发证书；根CA仅为其签名</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>上级CA</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>路径长度</translation>
    </message>
    <message>
        <source>How many levels of CAs may stand below it; 0: none.</source>
        <translation>其下最多可有几级CA；0 表示不允许。</translation>
    </message>
    <message>
        <source>Permitted DNS names</source>
        <translation>允许的 DNS 名称</translation>
    </message>
    <message>
        <source>Optional name constraint: it may then issue for these domains only.</source>
        <translation>选填的名称约束：填写后仅可为这些域名签发证书。</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Enable subordinate CA</source>
        <translation>启用子CA</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
</context>
<context>
    <name>cas::ui::DataTable</name>
    <message>
        <source>All selected</source>
        <translation>已全选</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选择 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose columns and sorting</source>
        <translation>选择列和排序方式</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>%1, ascending</source>
        <translation>%1，升序</translation>
    </message>
    <message>
        <source>%1, descending</source>
        <translation>%1，降序</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>共 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 selected</source>
        <comment>row count, checked rows</comment>
        <translation>%1 · 已选择 %2 项</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <comment>first and last row in view, total</comment>
        <translation>第 %1–%2 行，共 %3 行</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>More</source>
        <comment>opens the rest of a row&apos;s actions</comment>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>cas::ui::Desktop</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>SSL Certificates</source>
        <translation>SSL证书</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Private Certificates</source>
        <translation>私有证书</translation>
    </message>
    <message>
        <source>Private CA</source>
        <translation>私有CA</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Operation Logs</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>已解锁</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>offline station</source>
        <translation>离线工作站</translation>
    </message>
    <message>
        <source>Purchase and Enable</source>
        <translation>购买并启用</translation>
    </message>
    <message>
        <source>Import CA</source>
        <translation>导入CA</translation>
    </message>
    <message>
        <source>Create subordinate CA</source>
        <translation>创建子CA</translation>
    </message>
    <message>
        <source>Request Certificate</source>
        <translation>申请证书</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Bulk Request</source>
        <translation>批量申请</translation>
    </message>
</context>
<context>
    <name>cas::ui::DownloadPanel</name>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次输入的密码不一致。</translation>
    </message>
    <message>
        <source>Choose the folder to write to.</source>
        <translation>请选择要写入的文件夹。</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>PEM: certificate and key (.crt, .key)</source>
        <translation>PEM：证书和私钥（.crt、.key）</translation>
    </message>
    <message>
        <source>PFX: certificate and key in one file (.pfx)</source>
        <translation>PFX：证书和私钥在同一文件中（.pfx）</translation>
    </message>
    <message>
        <source>P7B: certificates only (.p7b)</source>
        <translation>P7B：仅证书（.p7b）</translation>
    </message>
    <message>
        <source>CER: the certificate alone, DER (.cer)</source>
        <translation>CER：仅证书，DER（.cer）</translation>
    </message>
    <message>
        <source>PKCS#8: the key alone, encrypted (.key)</source>
        <translation>PKCS#8：仅私钥，已加密（.key）</translation>
    </message>
    <message>
        <source>PEM: certificates only (.pem)</source>
        <translation>PEM：仅证书（.pem）</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Include the chain</source>
        <translation>包含证书链</translation>
    </message>
    <message>
        <source>The certificates of the issuing CAs, as servers need them.</source>
        <translation>签发CA的证书，服务器需要它们。</translation>
    </message>
    <message>
        <source>Write the key without a password</source>
        <translation>写入不带密码的私钥</translation>
    </message>
    <message>
        <source>I agree: whoever can read the file can use the key.</source>
        <translation>我同意：能读取该文件的人都能使用其中的私钥。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>8 characters or more. It is not stored.</source>
        <translation>至少 8 个字符，不会被保存。</translation>
    </message>
    <message>
        <source>Repeat the password</source>
        <translation>再次输入密码</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密方式</translation>
    </message>
    <message>
        <source>Current (AES-256, SHA-256)</source>
        <translation>当前标准（AES-256、SHA-256）</translation>
    </message>
    <message>
        <source>Compatible (3DES, SHA-1)</source>
        <translation>兼容（3DES、SHA-1）</translation>
    </message>
    <message>
        <source>Compatible is for old Windows, Java and macOS only.</source>
        <translation>“兼容”仅适用于旧版 Windows、Java 和 macOS。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Deploy SSL certificates</source>
        <translation>部署SSL证书</translation>
    </message>
    <message>
        <source>How to install these files on servers and clients</source>
        <translation>如何在服务器和客户端上安装这些文件</translation>
    </message>
    <message>
        <source>This certificate is revoked: it is offered without its private key.</source>
        <translation>该证书已吊销：只能下载不含私钥的证书。</translation>
    </message>
    <message>
        <source>Its private key is not in this store: only certificates can be downloaded.</source>
        <translation>其私钥不在本数据存储中：只能下载证书。</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Use 8 characters or more.</source>
        <translation>请使用至少 8 个字符。</translation>
    </message>
    <message>
        <source>Folder to download to</source>
        <translation>下载到的文件夹</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>%1 is already there.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>已写入 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>Certificate and key</source>
        <translation>证书和私钥</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>There is no such folder. Choose another one or make it first.</source>
        <translation>该文件夹不存在。请另选一个，或先创建它。</translation>
    </message>
</context>
<context>
    <name>cas::ui::ErrorText</name>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>此项为必填项，请填写。</translation>
    </message>
    <message>
        <source>This cannot be used as it is. Correct it and try again.</source>
        <translation>当前内容无法使用，请改正后重试。</translation>
    </message>
    <message>
        <source>This is too long. Use at most %1 characters.</source>
        <translation>内容过长，最多 %1 个字符。</translation>
    </message>
    <message>
        <source>This is too long. Shorten it.</source>
        <translation>内容过长，请缩短。</translation>
    </message>
    <message>
        <source>This is out of range. Use a value from %1 to %2.</source>
        <translation>超出范围，请使用 %1 到 %2 之间的值。</translation>
    </message>
    <message>
        <source>This is out of range. Choose another value.</source>
        <translation>超出范围，请选择其他值。</translation>
    </message>
    <message>
        <source>%1 is there twice. Remove one of them.</source>
        <translation>%1 重复，请移除其中一个。</translation>
    </message>
    <message>
        <source>A value is there twice. Remove one of them.</source>
        <translation>存在重复的值，请移除其中一个。</translation>
    </message>
    <message>
        <source>The name %1 is already used. Choose another one.</source>
        <translation>名称 %1 已被使用，请换一个。</translation>
    </message>
    <message>
        <source>This name is already used. Choose another one.</source>
        <translation>该名称已被使用，请换一个。</translation>
    </message>
    <message>
        <source>The subject has a field that a certificate cannot carry. Correct it.</source>
        <translation>主体中包含证书无法携带的字段，请改正。</translation>
    </message>
    <message>
        <source>The common name must have 1 to 64 characters and no control characters. Correct it.</source>
        <translation>通用名称须为 1 到 64 个字符，且不含控制字符，请改正。</translation>
    </message>
    <message>
        <source>The country must be two letters, such as CN or DE. Correct it.</source>
        <translation>国家须为两个字母的代码，例如 CN 或 DE，请改正。</translation>
    </message>
    <message>
        <source>%1 is not a name a certificate can carry. Use a domain name, IP address, e-mail address or URI.</source>
        <translation>证书无法携带名称 %1，请使用域名、IP 地址、邮箱或 URI。</translation>
    </message>
    <message>
        <source>A name in the list is not one a certificate can carry. Use domain names, IP addresses, e-mail addresses or URIs.</source>
        <translation>列表中有证书无法携带的名称，请使用域名、IP 地址、邮箱或 URI。</translation>
    </message>
    <message>
        <source>%1 is not a valid domain name. Use letters, digits and hyphens, with labels of at most 63 characters.</source>
        <translation>%1 不是有效的域名，请使用字母、数字和连字符，每段最多 63 个字符。</translation>
    </message>
    <message>
        <source>A domain name is not valid. Use letters, digits and hyphens, with labels of at most 63 characters.</source>
        <translation>存在无效的域名，请使用字母、数字和连字符，每段最多 63 个字符。</translation>
    </message>
    <message>
        <source>%1 is not an IP address. Write it like 192.0.2.1 or 2001:db8::1.</source>
        <translation>%1 不是 IP 地址，请按 192.0.2.1 或 2001:db8::1 的格式填写。</translation>
    </message>
    <message>
        <source>An IP address is not valid. Write it like 192.0.2.1 or 2001:db8::1.</source>
        <translation>存在无效的 IP 地址，请按 192.0.2.1 或 2001:db8::1 的格式填写。</translation>
    </message>
    <message>
        <source>%1 is not an e-mail address. Write it like name@example.com.</source>
        <translation>%1 不是邮箱地址，请按 name@example.com 的格式填写。</translation>
    </message>
    <message>
        <source>An e-mail address is not valid. Write it like name@example.com.</source>
        <translation>存在无效的邮箱地址，请按 name@example.com 的格式填写。</translation>
    </message>
    <message>
        <source>%1 is not a complete URI. Write it like https://example.com/.</source>
        <translation>%1 不是完整的 URI，请按 https://example.com/ 的格式填写。</translation>
    </message>
    <message>
        <source>A URI is not complete. Write it like https://example.com/.</source>
        <translation>存在不完整的 URI，请按 https://example.com/ 的格式填写。</translation>
    </message>
    <message>
        <source>There are too many names. A certificate carries at most %1; remove some or issue several certificates.</source>
        <translation>名称过多。一张证书最多携带 %1 个名称，请移除一部分或签发多张证书。</translation>
    </message>
    <message>
        <source>There are too many names for one certificate. Remove some or issue several certificates.</source>
        <translation>一张证书中的名称过多，请移除一部分或签发多张证书。</translation>
    </message>
    <message>
        <source>The CA may not issue for %1: its name constraints forbid it. Choose another name or another CA.</source>
        <translation>该CA不能为 %1 签发证书：其名称约束不允许。请换一个名称或CA。</translation>
    </message>
    <message>
        <source>The CA&apos;s name constraints forbid one of the names. Choose another name or another CA.</source>
        <translation>该CA的名称约束不允许其中一个名称，请换一个名称或CA。</translation>
    </message>
    <message>
        <source>The validity must end after it begins. Correct the dates.</source>
        <translation>到期时间必须晚于生效时间，请改正日期。</translation>
    </message>
    <message>
        <source>The certificate would outlive its CA, which ends on %1. Choose a shorter validity.</source>
        <translation>证书的到期时间将晚于其CA（%1 到期），请选择更短的有效期。</translation>
    </message>
    <message>
        <source>The certificate would outlive its CA. Choose a shorter validity.</source>
        <translation>证书的到期时间将晚于其CA，请选择更短的有效期。</translation>
    </message>
    <message>
        <source>%1 may not have further CAs below it (path length). Choose a higher CA.</source>
        <translation>%1 之下不能再有CA（路径长度限制），请选择更上级的CA。</translation>
    </message>
    <message>
        <source>This CA may not have further CAs below it (path length). Choose a higher CA.</source>
        <translation>该CA之下不能再有CA（路径长度限制），请选择更上级的CA。</translation>
    </message>
    <message>
        <source>The key algorithm does not fit here; %1 is needed. Choose another key.</source>
        <translation>密钥算法不适用，需要 %1，请选择其他密钥。</translation>
    </message>
    <message>
        <source>The key algorithm does not fit the CA. Choose another one.</source>
        <translation>密钥算法与CA不匹配，请换一种。</translation>
    </message>
    <message>
        <source>The private key does not belong to this certificate. Choose the key that was made with it.</source>
        <translation>私钥与该证书不匹配，请选择与其一同生成的私钥。</translation>
    </message>
    <message>
        <source>This is not a private key that can be read. Choose a PEM, DER or PKCS#8 file.</source>
        <translation>无法读取该私钥，请选择 PEM、DER 或 PKCS#8 文件。</translation>
    </message>
    <message>
        <source>This is not a certificate request that can be read. Paste the whole PEM text, including its first and last line.</source>
        <translation>无法读取该证书签名请求，请粘贴完整的 PEM 文本，包括首行和末行。</translation>
    </message>
    <message>
        <source>The signature of the certificate request is wrong. Have the request made again.</source>
        <translation>证书签名请求的签名不正确，请重新生成。</translation>
    </message>
    <message>
        <source>This is not a certificate that can be read. Choose a PEM or DER file.</source>
        <translation>无法读取该证书，请选择 PEM 或 DER 文件。</translation>
    </message>
    <message>
        <source>This certificate is not a CA. Choose one with the CA flag set.</source>
        <translation>该证书不是CA证书，请选择带有CA标志的证书。</translation>
    </message>
    <message>
        <source>The passphrase is too easy to guess. Use a longer one, such as several unrelated words.</source>
        <translation>口令太容易被猜到，请使用更长的口令，例如几个互不相关的词。</translation>
    </message>
    <message>
        <source>The content is protected. Enter its passphrase.</source>
        <translation>内容受保护，请输入口令。</translation>
    </message>
    <message>
        <source>The passphrase of the file is wrong. Try again.</source>
        <translation>文件的口令不正确，请重试。</translation>
    </message>
    <message>
        <source>This needs a confirmation. Confirm it and try again.</source>
        <translation>此操作需要确认，请确认后重试。</translation>
    </message>
    <message>
        <source>The data end too early. Get the complete file and try again.</source>
        <translation>数据不完整，请获取完整的文件后重试。</translation>
    </message>
    <message>
        <source>The data are not valid DER. Check that this is the right file.</source>
        <translation>数据不是有效的 DER，请检查文件是否正确。</translation>
    </message>
    <message>
        <source>There is something behind the end of the data. Check that this is the right file.</source>
        <translation>数据末尾有多余内容，请检查文件是否正确。</translation>
    </message>
    <message>
        <source>The data are nested too deeply to be read safely. Check where the file comes from.</source>
        <translation>数据嵌套过深，无法安全读取，请检查文件来源。</translation>
    </message>
    <message>
        <source>The PEM text is damaged. Paste it again with its BEGIN and END lines.</source>
        <translation>PEM 文本已损坏，请连同 BEGIN 和 END 行重新粘贴。</translation>
    </message>
    <message>
        <source>The format of this file is not known. Use PEM, DER, PKCS#7, PKCS#12 or JKS.</source>
        <translation>无法识别该文件的格式，请使用 PEM、DER、PKCS#7、PKCS#12 或 JKS。</translation>
    </message>
    <message>
        <source>The file is larger than %1. Choose a smaller one.</source>
        <translation>文件大于 %1，请选择更小的文件。</translation>
    </message>
    <message>
        <source>The file is too large. Choose a smaller one.</source>
        <translation>文件过大，请选择更小的文件。</translation>
    </message>
    <message>
        <source>The file asks for more key derivation rounds than is safe to run. Have it exported again with usual settings.</source>
        <translation>文件要求的密钥派生轮数超出安全范围，请用常规设置重新导出。</translation>
    </message>
    <message>
        <source>The file is encrypted with %1, which is not supported. Have it exported again with AES.</source>
        <translation>文件使用 %1 加密，暂不支持，请改用 AES 重新导出。</translation>
    </message>
    <message>
        <source>The file is encrypted in a way that is not supported. Have it exported again with AES.</source>
        <translation>不支持该文件的加密方式，请改用 AES 重新导出。</translation>
    </message>
    <message>
        <source>There is no private key for %1 here. Import the key first.</source>
        <translation>此处没有 %1 的私钥，请先导入私钥。</translation>
    </message>
    <message>
        <source>There is no private key for this certificate here. Import the key first.</source>
        <translation>此处没有该证书的私钥，请先导入私钥。</translation>
    </message>
    <message>
        <source>%1 is already there. Choose another name.</source>
        <translation>%1 已存在，请换一个名称。</translation>
    </message>
    <message>
        <source>The file is already there. Choose another name.</source>
        <translation>文件已存在，请换一个名称。</translation>
    </message>
    <message>
        <source>The file %1 was not found. Check the name.</source>
        <translation>找不到文件 %1，请检查名称。</translation>
    </message>
    <message>
        <source>The file was not found. Check the name.</source>
        <translation>找不到文件，请检查名称。</translation>
    </message>
    <message>
        <source>Reading or writing failed. Check the device, the permissions and the free space, and try again.</source>
        <translation>读写失败，请检查设备、权限和可用空间后重试。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and try again; nothing was changed.</source>
        <translation>磁盘已满，请释放空间后重试；未作任何更改。</translation>
    </message>
    <message>
        <source>%1 is not a store of this program. Choose another file.</source>
        <translation>%1 不是本程序的数据存储，请选择其他文件。</translation>
    </message>
    <message>
        <source>This is not a store of this program. Choose another file.</source>
        <translation>这不是本程序的数据存储，请选择其他文件。</translation>
    </message>
    <message>
        <source>There is no store at %1. Check the place or create a new store.</source>
        <translation>%1 处没有数据存储，请检查位置或新建数据存储。</translation>
    </message>
    <message>
        <source>The store was not found. Check the place or create a new store.</source>
        <translation>找不到数据存储，请检查位置或新建数据存储。</translation>
    </message>
    <message>
        <source>The store can only be read. Check the permissions of its file, or open it without the read-only option.</source>
        <translation>数据存储为只读，请检查文件权限，或不使用只读选项打开。</translation>
    </message>
    <message>
        <source>Another program is using the store. Wait a moment and try again.</source>
        <translation>其他程序正在使用数据存储，请稍候重试。</translation>
    </message>
    <message>
        <source>The store was written by a newer version. Update this program to open it.</source>
        <translation>该数据存储由更新的版本写入，请升级本程序后再打开。</translation>
    </message>
    <message>
        <source>The store is damaged. Restore the latest backup; the file was not changed.</source>
        <translation>数据存储已损坏，请恢复最近的备份；文件未作更改。</translation>
    </message>
    <message>
        <source>%1 was changed outside this program and is not trusted. Run the store check and restore a backup.</source>
        <translation>%1 曾在本程序之外被更改，不可信任。请检查数据存储并恢复备份。</translation>
    </message>
    <message>
        <source>A record was changed outside this program and is not trusted. Run the store check and restore a backup.</source>
        <translation>有一条记录曾在本程序之外被更改，不可信任。请检查数据存储并恢复备份。</translation>
    </message>
    <message>
        <source>The store is locked. Unlock it and try again.</source>
        <translation>数据存储已锁定，请解锁后重试。</translation>
    </message>
    <message>
        <source>The passphrase is wrong. Check the keyboard layout and try again.</source>
        <translation>口令不正确，请检查键盘布局后重试。</translation>
    </message>
    <message>
        <source>The keychain of this system does not answer. Unlock it, or use the passphrase.</source>
        <translation>系统钥匙串没有响应，请将其解锁，或使用口令。</translation>
    </message>
    <message>
        <source>You do not have the permission %1. Ask an administrator for it.</source>
        <translation>缺少权限 %1，请联系管理员授权。</translation>
    </message>
    <message>
        <source>You do not have the permission for this. Ask an administrator.</source>
        <translation>没有执行此操作的权限，请联系管理员。</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile. Look at the new state and try again.</source>
        <translation>其间已有他人更改，请查看最新状态后重试。</translation>
    </message>
    <message>
        <source>This needs %1 of the quota, but only %2 are left. Purchase more or choose fewer.</source>
        <translation>此操作需要 %1 个配额，仅剩 %2 个，请购买或减少数量。</translation>
    </message>
    <message>
        <source>The quota that is left is too small. Purchase more or choose fewer.</source>
        <translation>剩余配额不足，请购买或减少数量。</translation>
    </message>
    <message>
        <source>%1 was not found. It may have been deleted; refresh the list.</source>
        <translation>找不到 %1，可能已被删除，请刷新列表。</translation>
    </message>
    <message>
        <source>This was not found. It may have been deleted; refresh the list.</source>
        <translation>找不到该对象，可能已被删除，请刷新列表。</translation>
    </message>
    <message>
        <source>This is not possible in the state %1. Refresh the list and look again.</source>
        <translation>当前状态（%1）不允许此操作，请刷新列表后查看。</translation>
    </message>
    <message>
        <source>This is not possible in the present state. Refresh the list and look again.</source>
        <translation>当前状态不允许此操作，请刷新列表后查看。</translation>
    </message>
    <message>
        <source>The certificate was already revoked on %1. There is nothing left to do.</source>
        <translation>证书已于 %1 吊销，无需再操作。</translation>
    </message>
    <message>
        <source>The certificate is already revoked. There is nothing left to do.</source>
        <translation>证书已吊销，无需再操作。</translation>
    </message>
    <message>
        <source>The CA %1 is disabled. Enable it under Private CA first.</source>
        <translation>CA %1 已禁用，请先在“私有CA”中启用。</translation>
    </message>
    <message>
        <source>The CA is disabled. Enable it under Private CA first.</source>
        <translation>该CA已禁用，请先在“私有CA”中启用。</translation>
    </message>
    <message>
        <source>The CA %1 has expired. Use another CA.</source>
        <translation>CA %1 已过期，请使用其他CA。</translation>
    </message>
    <message>
        <source>The CA has expired. Use another CA.</source>
        <translation>该CA已过期，请使用其他CA。</translation>
    </message>
    <message>
        <source>The CA %1 is revoked. Use another CA.</source>
        <translation>CA %1 已吊销，请使用其他CA。</translation>
    </message>
    <message>
        <source>The CA is revoked. Use another CA.</source>
        <translation>该CA已吊销，请使用其他CA。</translation>
    </message>
    <message>
        <source>%1 refused or did not answer: %2. Check the connection and the settings, and try again.</source>
        <translation>%1 拒绝或没有响应：%2。请检查连接和设置后重试。</translation>
    </message>
    <message>
        <source>%1 refused or did not answer. Check the connection and the settings, and try again.</source>
        <translation>%1 拒绝或没有响应，请检查连接和设置后重试。</translation>
    </message>
    <message>
        <source>The other side refused or did not answer. Check the connection and the settings, and try again.</source>
        <translation>对方拒绝或没有响应，请检查连接和设置后重试。</translation>
    </message>
    <message>
        <source>Something went wrong inside the program; nothing was changed. Copy the details and report them.</source>
        <translation>程序内部出错，未作任何更改。请复制详情并报告。</translation>
    </message>
    <message>
        <source>%1 is not supported on this computer. Choose another way.</source>
        <translation>此计算机不支持 %1，请选择其他方式。</translation>
    </message>
    <message>
        <source>This is not supported on this computer. Choose another way.</source>
        <translation>此计算机不支持该功能，请选择其他方式。</translation>
    </message>
    <message>
        <source>The cryptographic library refused the operation; nothing was changed. Copy the details and report them.</source>
        <translation>密码库拒绝了该操作，未作任何更改。请复制详情并报告。</translation>
    </message>
    <message>
        <source>The request was not understood. Check how it is written.</source>
        <translation>无法理解该请求，请检查写法。</translation>
    </message>
    <message>
        <source>This version cannot do that yet. Look for an update.</source>
        <translation>当前版本尚不支持，请查看是否有更新。</translation>
    </message>
    <message>
        <source>%1 cannot be used here. Use %2.</source>
        <translation>%1 不能用于此处，请使用 %2。</translation>
    </message>
    <message>
        <source>The key (%1) is too weak. Use RSA with 2048 bits or more, ECC P-256 or better, Ed25519 or SM2.</source>
        <translation>密钥（%1）强度不足，请使用 2048 位及以上的 RSA、P-256 及以上的 ECC、Ed25519 或 SM2。</translation>
    </message>
    <message>
        <source>The key is too weak. Use RSA with 2048 bits or more, ECC P-256 or better, Ed25519 or SM2.</source>
        <translation>密钥强度不足，请使用 2048 位及以上的 RSA、P-256 及以上的 ECC、Ed25519 或 SM2。</translation>
    </message>
    <message>
        <source>This is not a complete http address. Write it like http://pki.example.com/root.crl.</source>
        <translation>这不是完整的 http 地址，请按 http://pki.example.com/root.crl 的格式填写。</translation>
    </message>
    <message>
        <source>The CA still has the subordinate CA %1. Revoke that one first.</source>
        <translation>该CA下还有子CA %1，请先吊销它。</translation>
    </message>
    <message>
        <source>The CA still has subordinate CAs. Revoke them first.</source>
        <translation>该CA下还有子CA，请先吊销它们。</translation>
    </message>
    <message>
        <source>The rest count of %1 is 0. Assign quota to it first.</source>
        <translation>%1 的剩余数量为 0。请先分配配额。</translation>
    </message>
    <message>
        <source>The rest count is 0. Assign quota first.</source>
        <translation>剩余数量为 0。请先分配配额。</translation>
    </message>
    <message>
        <source>%1 is in use or not a regular file, so it is not replaced. Choose another name.</source>
        <translation>%1 正在使用中，或者不是普通文件，因此不会被替换，请换一个名称。</translation>
    </message>
    <message>
        <source>There is already a file at %1. If it is a store, open it; else choose another name.</source>
        <translation>%1 处已有文件。如果它是数据存储，请打开它；否则请换一个名称。</translation>
    </message>
    <message>
        <source>There is already a file here. If it is a store, open it; else choose another name.</source>
        <translation>此处已有文件。如果它是数据存储，请打开它；否则请换一个名称。</translation>
    </message>
    <message>
        <source>There are %1 certificate requests here. Use them one at a time.</source>
        <translation>此处有 %1 个证书请求。请每次使用一个。</translation>
    </message>
    <message>
        <source>There are several certificate requests here. Use them one at a time.</source>
        <translation>此处有多个证书请求。请每次使用一个。</translation>
    </message>
    <message>
        <source>The certificate&apos;s signature is wrong. Get the file again from where it was made.</source>
        <translation>证书的签名错误。请向制作方重新获取文件。</translation>
    </message>
    <message>
        <source>This certificate is already in this store, as %1. Choose another one.</source>
        <translation>此证书已在此数据存储中，名称为 %1。请选择其他证书。</translation>
    </message>
    <message>
        <source>This certificate is already in this store. Choose another one.</source>
        <translation>此证书已在此数据存储中。请选择其他证书。</translation>
    </message>
    <message>
        <source>The certificate has a critical extension that is not known here, so what it signs could not be checked. Choose another one.</source>
        <translation>此证书含有无法识别的关键扩展，其签发的证书将无法验证。请选择其他证书。</translation>
    </message>
    <message>
        <source>This CA may not sign revocation lists: its key usage lacks cRLSign. Leave the list off.</source>
        <translation>此CA不能签发吊销列表：其密钥用法中没有 cRLSign。请保持吊销列表关闭。</translation>
    </message>
    <message>
        <source>Nothing in the file tells whether it was changed (it has no MAC). Export it again with a password.</source>
        <translation>文件中没有可用于判断其是否被更改的校验（没有 MAC）。请设置密码后重新导出。</translation>
    </message>
    <message>
        <source>Line %1 of the CSV file cannot be read. Write it again as CSV in UTF-8, with each quote closed.</source>
        <translation>CSV 文件的第 %1 行无法读取。请以 UTF-8 编码重新保存为 CSV，并确认每个引号都已闭合。</translation>
    </message>
    <message>
        <source>The CSV file cannot be read. Write it again as CSV in UTF-8, with each quote closed.</source>
        <translation>CSV 文件无法读取。请以 UTF-8 编码重新保存为 CSV，并确认每个引号都已闭合。</translation>
    </message>
    <message>
        <source>Check the column %1 in the first line of the CSV file: cn must be there, san, type and days may be, each once and no others.</source>
        <translation>请检查 CSV 文件首行中的列 %1：必须有 cn，可以有 san、type 和 days，每列只能出现一次，且不能有其他列。</translation>
    </message>
    <message>
        <source>Check the first line of the CSV file: cn must be there, san, type and days may be, each once and no others.</source>
        <translation>请检查 CSV 文件的首行：必须有 cn，可以有 san、type 和 days，每列只能出现一次，且不能有其他列。</translation>
    </message>
    <message>
        <source>This is a certificate request (CSR), not a certificate. Have a CA issue it and import what it returns.</source>
        <translation>这是证书请求（CSR），不是证书。请交由 CA 签发，再导入签发的证书。</translation>
    </message>
    <message>
        <source>This is a revocation list (CRL), not a certificate. It need not be imported.</source>
        <translation>这是吊销列表（CRL），不是证书，无需导入。</translation>
    </message>
    <message>
        <source>There is no certificate and no key in this. Choose another file.</source>
        <translation>其中没有证书，也没有密钥。请选择其他文件。</translation>
    </message>
    <message>
        <source>The copy did not pass its check, so it was not kept. Run the store check; earlier backups are as they were.</source>
        <translation>副本未通过检查，因此未保留。请检查数据存储；以前的备份保持原样。</translation>
    </message>
    <message>
        <source>%1 was issued by a CA of this store, whose revocation lists and operation log refer to it. It can be deleted, but not for good.</source>
        <translation>%1 由本数据存储的CA签发，吊销列表和操作日志仍引用它。可以删除，但不能彻底删除。</translation>
    </message>
    <message>
        <source>This was issued by a CA of this store, whose revocation lists and operation log refer to it. It can be deleted, but not for good.</source>
        <translation>该证书由本数据存储的CA签发，吊销列表和操作日志仍引用它。可以删除，但不能彻底删除。</translation>
    </message>
    <message>
        <source>%1 is still needed: other entries of this store refer to it. Delete those first.</source>
        <translation>仍需要 %1：本数据存储的其他条目引用它。请先删除那些条目。</translation>
    </message>
    <message>
        <source>This is still needed: other entries of this store refer to it. Delete those first.</source>
        <translation>仍需要它：本数据存储的其他条目引用它。请先删除那些条目。</translation>
    </message>
</context>
<context>
    <name>cas::ui::EventPanel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Event name</source>
        <translation>事件名称</translation>
    </message>
    <message>
        <source>Event ID</source>
        <translation>事件ID</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>Request parameters</source>
        <translation>请求参数</translation>
    </message>
    <message>
        <source>Show certificate</source>
        <translation>查看证书</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>cas::ui::Events</name>
    <message>
        <source>Create store</source>
        <translation>创建数据存储</translation>
    </message>
    <message>
        <source>%1 created the store</source>
        <translation>%1 创建了数据存储</translation>
    </message>
    <message>
        <source>Change metering</source>
        <translation>更改计量方式</translation>
    </message>
    <message>
        <source>%1 changed the metering of the account</source>
        <translation>%1 更改了账号的计量方式</translation>
    </message>
    <message>
        <source>Change setting</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>%1 changed the setting %2</source>
        <translation>%1 更改了设置 %2</translation>
    </message>
    <message>
        <source>Create root CA</source>
        <translation>创建根CA</translation>
    </message>
    <message>
        <source>%1 created the root CA %2</source>
        <translation>%1 创建了根CA %2</translation>
    </message>
    <message>
        <source>Create subordinate CA</source>
        <translation>创建子CA</translation>
    </message>
    <message>
        <source>%1 created the subordinate CA %2</source>
        <translation>%1 创建了子CA %2</translation>
    </message>
    <message>
        <source>Import CA</source>
        <translation>导入CA</translation>
    </message>
    <message>
        <source>%1 imported the CA %2</source>
        <translation>%1 导入了CA %2</translation>
    </message>
    <message>
        <source>Change CA status</source>
        <translation>更改CA状态</translation>
    </message>
    <message>
        <source>%1 changed the status of the CA %2</source>
        <translation>%1 更改了CA %2 的状态</translation>
    </message>
    <message>
        <source>Change CA publication</source>
        <translation>更改CA发布设置</translation>
    </message>
    <message>
        <source>%1 changed where the CA %2 publishes</source>
        <translation>%1 更改了CA %2 的发布地址</translation>
    </message>
    <message>
        <source>Publish CRL</source>
        <translation>发布CRL</translation>
    </message>
    <message>
        <source>%1 published a CRL of %2</source>
        <translation>%1 发布了 %2 的CRL</translation>
    </message>
    <message>
        <source>Buy certificates</source>
        <translation>购买证书数量</translation>
    </message>
    <message>
        <source>%1 bought certificates for %2</source>
        <translation>%1 为 %2 购买了证书数量</translation>
    </message>
    <message>
        <source>Assign certificates</source>
        <translation>分配证书数量</translation>
    </message>
    <message>
        <source>%1 assigned certificates to %2</source>
        <translation>%1 为 %2 分配了证书数量</translation>
    </message>
    <message>
        <source>Issue server certificate</source>
        <translation>签发服务端证书</translation>
    </message>
    <message>
        <source>%1 issued %2</source>
        <translation>%1 签发了 %2</translation>
    </message>
    <message>
        <source>Issue server certificate from CSR</source>
        <translation>用CSR签发服务端证书</translation>
    </message>
    <message>
        <source>%1 issued %2 from a CSR</source>
        <translation>%1 用CSR签发了 %2</translation>
    </message>
    <message>
        <source>Issue client certificate</source>
        <translation>签发客户端证书</translation>
    </message>
    <message>
        <source>Issue client certificate from CSR</source>
        <translation>用CSR签发客户端证书</translation>
    </message>
    <message>
        <source>Revoke certificate</source>
        <translation>吊销证书</translation>
    </message>
    <message>
        <source>%1 revoked %2</source>
        <translation>%1 吊销了 %2</translation>
    </message>
    <message>
        <source>Rename certificate</source>
        <translation>重命名证书</translation>
    </message>
    <message>
        <source>%1 renamed a certificate to %2</source>
        <translation>%1 将证书重命名为 %2</translation>
    </message>
    <message>
        <source>Change tags</source>
        <translation>更改标签</translation>
    </message>
    <message>
        <source>%1 changed the tags of %2</source>
        <translation>%1 更改了 %2 的标签</translation>
    </message>
    <message>
        <source>Delete certificate</source>
        <translation>删除证书</translation>
    </message>
    <message>
        <source>%1 deleted %2</source>
        <translation>%1 删除了 %2</translation>
    </message>
    <message>
        <source>Restore certificate</source>
        <translation>恢复证书</translation>
    </message>
    <message>
        <source>%1 restored %2</source>
        <translation>%1 恢复了 %2</translation>
    </message>
    <message>
        <source>Download certificate</source>
        <translation>下载证书</translation>
    </message>
    <message>
        <source>%1 downloaded %2</source>
        <translation>%1 下载了 %2</translation>
    </message>
    <message>
        <source>Download certificate with key</source>
        <translation>下载证书和私钥</translation>
    </message>
    <message>
        <source>%1 downloaded %2 with its private key</source>
        <translation>%1 下载了 %2 及其私钥</translation>
    </message>
    <message>
        <source>several objects</source>
        <extracomment>stands where the name of a certificate or CA would stand in a sentence of the log</extracomment>
        <translation>多个对象</translation>
    </message>
    <message>
        <source>%1 was refused: %2</source>
        <comment>%1 operator, %2 title of the operation</comment>
        <translation>%1 被拒绝：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1 operator, %2 event</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Import certificate</source>
        <translation>导入证书</translation>
    </message>
    <message>
        <source>%1 imported the certificate %2</source>
        <translation>%1 导入了证书 %2</translation>
    </message>
    <message>
        <source>Import private key</source>
        <translation>导入私钥</translation>
    </message>
    <message>
        <source>%1 imported the private key %2</source>
        <translation>%1 导入了私钥 %2</translation>
    </message>
    <message>
        <source>Find issued certificates</source>
        <translation>查找已签发的证书</translation>
    </message>
    <message>
        <source>%1 found certificates that %2 issued</source>
        <translation>%1 找到了由 %2 签发的证书</translation>
    </message>
    <message>
        <source>Delete certificate for good</source>
        <translation>彻底删除证书</translation>
    </message>
    <message>
        <source>%1 deleted %2 for good</source>
        <translation>%1 彻底删除了 %2</translation>
    </message>
    <message>
        <source>Back up the store</source>
        <translation>备份数据存储</translation>
    </message>
    <message>
        <source>%1 backed up the store</source>
        <translation>%1 备份了数据存储</translation>
    </message>
    <message>
        <source>Restore the store</source>
        <translation>恢复数据存储</translation>
    </message>
    <message>
        <source>%1 restored the store from a backup</source>
        <translation>%1 从备份恢复了数据存储</translation>
    </message>
    <message>
        <source>Test a backup</source>
        <translation>测试备份</translation>
    </message>
    <message>
        <source>%1 tested a backup</source>
        <translation>%1 测试了备份</translation>
    </message>
</context>
<context>
    <name>cas::ui::ExpiryChart</name>
    <message numerus="yes">
        <source>Week of %1: %n certificate(s)</source>
        <translation>
            <numerusform>%1 当周：%n 张证书</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::FileInput</name>
    <message>
        <source>or drop the file above</source>
        <translation>或将文件拖放到上方</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The file is still being read.</source>
        <translation>文件仍在读取中。</translation>
    </message>
</context>
<context>
    <name>cas::ui::FilterBar</name>
    <message>
        <source>%1: any</source>
        <comment>a filter that is not set</comment>
        <translation>%1：不限</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>移除筛选条件 %1</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Remove every filter</source>
        <translation>移除所有筛选条件</translation>
    </message>
    <message>
        <source>Empty the search field</source>
        <translation>清空搜索框</translation>
    </message>
</context>
<context>
    <name>cas::ui::FirstStepsCard</name>
    <message>
        <source>Next steps</source>
        <translation>后续步骤</translation>
    </message>
    <message>
        <source>Create a root CA</source>
        <translation>创建根CA</translation>
    </message>
    <message>
        <source>It is trusted by hand, once, on every device. Its key signs CAs only.</source>
        <translation>需在每台设备上手动信任一次。其密钥仅用于签发CA。</translation>
    </message>
    <message>
        <source>Create root CA</source>
        <translation>创建根CA</translation>
    </message>
    <message>
        <source>Create a subordinate CA</source>
        <translation>创建子CA</translation>
    </message>
    <message>
        <source>It issues the certificates; if it is lost, the root makes another one.</source>
        <translation>用于签发证书；如果丢失，可由根CA重新创建。</translation>
    </message>
    <message>
        <source>Create subordinate CA</source>
        <translation>创建子CA</translation>
    </message>
    <message>
        <source>Request a certificate</source>
        <translation>申请证书</translation>
    </message>
    <message>
        <source>For a server by its names, or for a person, company or application.</source>
        <translation>按名称签发给服务端，或签发给个人、公司或应用程序。</translation>
    </message>
    <message>
        <source>Request certificate</source>
        <translation>申请证书</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>cas::ui::FormField</name>
    <message>
        <source>required</source>
        <extracomment>spoken with a field that must be filled</extracomment>
        <translation>必填</translation>
    </message>
    <message>
        <source>This field is needed.</source>
        <translation>此项为必填项。</translation>
    </message>
</context>
<context>
    <name>cas::ui::GuidePanel</name>
    <message>
        <source>Deploy SSL certificates</source>
        <translation>部署SSL证书</translation>
    </message>
    <message>
        <source>Install the files on servers and clients</source>
        <translation>在服务器和客户端上安装文件</translation>
    </message>
    <message>
        <source>Install guides</source>
        <translation>安装指南</translation>
    </message>
</context>
<context>
    <name>cas::ui::Guides</name>
    <message>
        <source>nginx</source>
        <translation>nginx</translation>
    </message>
    <message>
        <source>Apache</source>
        <translation>Apache</translation>
    </message>
    <message>
        <source>IIS</source>
        <translation>IIS</translation>
    </message>
    <message>
        <source>Browsers</source>
        <translation>浏览器</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>This needs the certificate and the key as PEM files: download the format &quot;PEM: certificate and key&quot;.</source>
        <translation>需要 PEM 格式的证书和私钥：请下载“PEM：证书和私钥”格式。</translation>
    </message>
    <message>
        <source>The key file has a password: the server asks for it at every start, or needs it in a protected file.</source>
        <translation>私钥文件有密码：服务器每次启动时都会询问，或需要写在受保护的文件中。</translation>
    </message>
    <message>
        <source>This needs a PFX file: download the format &quot;PFX&quot;.</source>
        <translation>需要 PFX 文件：请下载“PFX”格式。</translation>
    </message>
    <message>
        <source>Copy the certificate and the key to the server.</source>
        <translation>将证书和私钥复制到服务器。</translation>
    </message>
    <message>
        <source>Name both in the server block; put your own name into server_name.</source>
        <translation>在 server 块中写明这两个文件；server_name 填自己的域名。</translation>
    </message>
    <message>
        <source>Check the configuration and reload.</source>
        <translation>检查配置并重新加载。</translation>
    </message>
    <message>
        <source>Look at what the server sends now.</source>
        <translation>查看服务器现在发送的证书。</translation>
    </message>
    <message>
        <source>Switch the TLS module on (Debian, Ubuntu; elsewhere install mod_ssl).</source>
        <translation>启用 TLS 模块（Debian、Ubuntu；其他系统请安装 mod_ssl）。</translation>
    </message>
    <message>
        <source>Name both in the virtual host. The file holds the chain as well, which Apache 2.4.8 and later reads from it.</source>
        <translation>在虚拟主机中写明这两个文件。证书文件中已包含证书链，Apache 2.4.8 及以上版本会从中读取。</translation>
    </message>
    <message>
        <source>Copy %1 to the server and import it into the computer&apos;s store; the password of the file is asked for.</source>
        <translation>将 %1 复制到服务器并导入计算机的证书存储；需要输入文件的密码。</translation>
    </message>
    <message>
        <source>Open Internet Information Services (IIS) Manager, select the site and choose Bindings in the Actions pane.</source>
        <translation>打开 Internet Information Services (IIS) 管理器，选择站点，在“操作”窗格中选择“绑定”。</translation>
    </message>
    <message>
        <source>Add a binding of type https, or edit the one that is there, and choose the certificate in the list SSL certificate.</source>
        <translation>添加类型为 https 的绑定，或编辑已有的绑定，并在“SSL证书”列表中选择该证书。</translation>
    </message>
    <message>
        <source>Close the dialog and open the site with https.</source>
        <translation>关闭对话框，用 https 打开网站。</translation>
    </message>
    <message>
        <source>A private CA is not known to any browser: install its root certificate on every client first. In the list of CAs choose More &gt; Download CA certificate.</source>
        <translation>浏览器不认识私有CA：请先在每个客户端安装其根证书。在CA列表中选择“更多 &gt; 下载CA证书”。</translation>
    </message>
    <message>
        <source>Chrome and Edge on Windows use the certificates of Windows: follow the guide Windows. On macOS open the file in Keychain Access and set it to Always Trust.</source>
        <translation>Windows 上的 Chrome 和 Edge 使用 Windows 的证书：请参照 Windows 指南。在 macOS 上用“钥匙串访问”打开该文件，并设为“始终信任”。</translation>
    </message>
    <message>
        <source>Chrome on Linux uses the NSS database of the user.</source>
        <translation>Linux 上的 Chrome 使用用户的 NSS 数据库。</translation>
    </message>
    <message>
        <source>Firefox: Settings &gt; Privacy &amp; Security &gt; View Certificates &gt; Authorities &gt; Import, and tick &quot;Trust this CA to identify websites&quot;.</source>
        <translation>Firefox：设置 &gt; 隐私与安全 &gt; 查看证书 &gt; 证书颁发机构 &gt; 导入，并勾选“信任由此证书颁发机构来标识网站”。</translation>
    </message>
    <message>
        <source>A client certificate is imported as a PFX file. Firefox: View Certificates &gt; Your Certificates &gt; Import. Windows: double-click the file. Chrome on Linux:</source>
        <translation>客户端证书以 PFX 文件导入。Firefox：查看证书 &gt; 您的证书 &gt; 导入。Windows：双击该文件。Linux 上的 Chrome：</translation>
    </message>
    <message>
        <source>Restart the browser and open the site.</source>
        <translation>重启浏览器并打开网站。</translation>
    </message>
    <message>
        <source>Press Win+R to open the Run dialog box, enter &apos;mmc&apos;, and click OK.</source>
        <translation>按 Win+R 打开“运行”对话框，输入“mmc”，单击“确定”。</translation>
    </message>
    <message>
        <source>In the MMC console, choose File &gt; Add/Remove Snap-in from the menu bar.</source>
        <translation>在 MMC 控制台的菜单栏中选择“文件 &gt; 添加/删除管理单元”。</translation>
    </message>
    <message>
        <source>Select Certificates from the Available Snap-ins list and click Add.</source>
        <translation>在“可用的管理单元”列表中选择“证书”，单击“添加”。</translation>
    </message>
    <message>
        <source>Select Computer Account and click Next.</source>
        <translation>选择“计算机账户”，单击“下一步”。</translation>
    </message>
    <message>
        <source>Select Local computer (the computer this console is running on) and click Finish.</source>
        <translation>选择“本地计算机(运行此控制台的计算机)”，单击“完成”。</translation>
    </message>
    <message>
        <source>Expand Certificates (Local Computer) and select the destination folder, such as Enterprise Trust. A root CA that all programs shall trust goes into Trusted Root Certification Authorities, a certificate with its key into Personal.</source>
        <translation>展开“证书(本地计算机)”，选择目标文件夹，例如“企业信任”。需要所有程序信任的根CA放入“受信任的根证书颁发机构”，带私钥的证书放入“个人”。</translation>
    </message>
    <message>
        <source>Right-click the folder, choose All Tasks &gt; Import, and choose %1.</source>
        <translation>右键单击该文件夹，选择“所有任务 &gt; 导入”，然后选择 %1。</translation>
    </message>
    <message>
        <source>Put the password of the key into a file that only root can read; it is asked for.</source>
        <translation>将私钥密码写入只有 root 可读的文件；执行时会要求输入。</translation>
    </message>
    <message>
        <source>Apache asks for the password of the key whenever it starts. For a server that starts by itself, download the key without a password.</source>
        <translation>Apache 每次启动都会询问私钥密码。需要无人值守启动的服务器，请下载不带密码的私钥。</translation>
    </message>
</context>
<context>
    <name>cas::ui::ImportCaPanel</name>
    <message>
        <source>Choose the file, drop it here or paste its text.</source>
        <translation>请选择文件、将文件拖放到此处或粘贴其内容。</translation>
    </message>
    <message>
        <source>Import CA</source>
        <translation>导入CA</translation>
    </message>
    <message>
        <source>A CA made elsewhere, with its private key</source>
        <translation>在别处创建的CA及其私钥</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>CA证书</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>PEM or DER, PKCS#8 or traditional. It is sealed in this store.</source>
        <translation>PEM 或 DER，PKCS#8 或传统格式。私钥将加密保存在此数据存储中。</translation>
    </message>
    <message>
        <source>Keys (*.key *.pem *.der *.p8);;All files (*)</source>
        <translation>私钥 (*.key *.pem *.der *.p8);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>私钥口令</translation>
    </message>
    <message>
        <source>Name in this console</source>
        <translation>在本控制台中的名称</translation>
    </message>
    <message>
        <source>Optional; the common name is used where it is empty.</source>
        <translation>选填；留空则使用通用名称。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Checking certificate and key…</source>
        <translation>正在检查证书和私钥…</translation>
    </message>
    <message>
        <source>Choose certificate file…</source>
        <translation>选择证书文件…</translation>
    </message>
    <message>
        <source>Choose key file…</source>
        <translation>选择私钥文件…</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>文件口令</translation>
    </message>
    <message>
        <source>PEM, DER or P7B; the certificates of its issuers may follow. Or PFX, with the key.</source>
        <translation>PEM、DER 或 P7B，后面可跟签发者的证书；或含私钥的 PFX。</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der *.p7b *.p7c *.pfx *.p12);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer *.der *.p7b *.p7c *.pfx *.p12);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 found no place here.</source>
        <translation>%1 未被采用。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other file(s) found no place here.</source>
        <translation>
            <numerusform>%1 及另外 %n 个文件未被采用。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 A CA comes as one certificate and its key, or as one PFX.</source>
        <translation>%1一个CA由一个证书文件及其私钥组成，或为一个PFX文件。</translation>
    </message>
</context>
<context>
    <name>cas::ui::ImportPanel</name>
    <message>
        <source>Certificates and keys</source>
        <translation>证书和密钥</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.der *.p7b *.p7c *.pfx *.p12 *.key *.p8);;All files (*)</source>
        <translation>证书和密钥 (*.pem *.crt *.cer *.der *.p7b *.p7c *.pfx *.p12 *.key *.p8);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Folder with certificates</source>
        <translation>证书所在文件夹</translation>
    </message>
    <message>
        <source>The text holds no certificate and no key in PEM. Copy it with its BEGIN and END lines.</source>
        <translation>文本中没有 PEM 格式的证书或密钥。请连同 BEGIN 和 END 行一起复制。</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>Choose what to import.</source>
        <translation>请选择要导入的内容。</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Importing certificates</source>
        <translation>正在导入证书</translation>
    </message>
    <message>
        <source>Nothing tells whether a PFX file was changed: it has no MAC. Import again only if you know where it comes from.</source>
        <translation>无法判断 PFX 文件是否被改动：它没有 MAC。仅在确知其来源时再次导入。</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Certificates and keys made elsewhere</source>
        <translation>在别处生成的证书和密钥</translation>
    </message>
    <message>
        <source>Drop certificates, keys, PFX files or folders here, or paste PEM text. What a file is, its content says.</source>
        <translation>将证书、密钥、PFX 文件或文件夹拖放到此处，或粘贴 PEM 文本。文件类型按内容识别。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Password of protected files</source>
        <translation>受保护文件的密码</translation>
    </message>
    <message>
        <source>For PFX files and encrypted keys. It is tried on each of them.</source>
        <translation>用于 PFX 文件和加密的密钥，将逐一尝试。</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等另外 %2 项</translation>
    </message>
    <message numerus="yes">
        <source>A password is needed for %n file(s). Give it and import again.</source>
        <translation>
            <numerusform>%n 个文件需要密码。请输入密码后再次导入。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::ImportReportTable</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What was refused</source>
        <translation>被拒绝的内容</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 imported</source>
        <translation>已导入 %1 项</translation>
    </message>
    <message>
        <source>%1 already here</source>
        <translation>%1 项已存在</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>拒绝 %1 项</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>cas::ui::InlineMessage</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>cas::ui::IssuedCard</name>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Issue another</source>
        <translation>继续签发</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>证书链</translation>
    </message>
    <message>
        <source>%1 is issued.</source>
        <translation>%1 已签发。</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Rest count</source>
        <translation>剩余数量</translation>
    </message>
    <message>
        <source>Issuing CA</source>
        <translation>签发CA</translation>
    </message>
    <message>
        <source>The new certificate</source>
        <translation>新证书</translation>
    </message>
    <message>
        <source>Root CA</source>
        <translation>根CA</translation>
    </message>
    <message>
        <source>Intermediate CA</source>
        <translation>中间CA</translation>
    </message>
</context>
<context>
    <name>cas::ui::JobsBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>已完成 %1</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还需 %1</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消 %1</translation>
    </message>
</context>
<context>
    <name>cas::ui::KeyValueGrid</name>
    <message>
        <source>Copy %1</source>
        <translation>复制%1</translation>
    </message>
</context>
<context>
    <name>cas::ui::LineChart</name>
    <message>
        <source>From %1 to %2, at most %3</source>
        <translation>从 %1 到 %2，最多 %3</translation>
    </message>
</context>
<context>
    <name>cas::ui::LockCover</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Unlock the store to go on.</source>
        <translation>请解锁数据存储以继续。</translation>
    </message>
    <message>
        <source>Unlock %1 to go on.</source>
        <translation>请解锁 %1 以继续。</translation>
    </message>
</context>
<context>
    <name>cas::ui::MainWindow</name>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>%1 - CAS Console</source>
        <comment>page title</comment>
        <translation>%1 - CAS Console</translation>
    </message>
    <message>
        <source>CAS Console</source>
        <translation>CAS Console</translation>
    </message>
</context>
<context>
    <name>cas::ui::ManualPanel</name>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>搜索手册</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>en</source>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>Nothing in the manual fits. Try another word.</source>
        <translation>手册中没有相符的内容。请换一个词。</translation>
    </message>
</context>
<context>
    <name>cas::ui::NamesOnly</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>cas::ui::Navigation</name>
    <message>
        <source>Navigation</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>%1 (Ctrl+B)</source>
        <translation>%1（Ctrl+B）</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1（Ctrl+%2）</translation>
    </message>
</context>
<context>
    <name>cas::ui::NeedsCard</name>
    <message>
        <source>Nothing. No certificate ends soon and every revocation list is fresh.</source>
        <translation>暂无待处理事项。没有即将过期的证书，所有吊销列表均在有效期内。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>no CRL</source>
        <translation>无CRL</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 expires</source>
        <comment>a certificate</comment>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>The CRL of %1 is out of date</source>
        <translation>%1 的CRL已过期</translation>
    </message>
    <message>
        <source>The CRL of %1 ends</source>
        <translation>%1 的CRL即将到期</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>%1 has published no CRL</source>
        <translation>%1 尚未发布CRL</translation>
    </message>
    <message>
        <source>Its certificates name a place for it.</source>
        <translation>其签发的证书中已写入CRL地址。</translation>
    </message>
    <message>
        <source>no backup</source>
        <translation>无备份</translation>
    </message>
    <message>
        <source>The last backup failed</source>
        <translation>上次备份失败</translation>
    </message>
    <message>
        <source>The backup that was due was not made</source>
        <translation>到期的备份未完成</translation>
    </message>
    <message>
        <source>Settings say why.</source>
        <translation>原因见设置。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>cas::ui::OperationLogsPage</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Event name</source>
        <translation>事件名称</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Show certificate</source>
        <translation>查看证书</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>Operation Logs</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Every operation on this store, also the refused ones. Nobody can change or delete an event without Verify noticing.</source>
        <translation>对本数据存储的每次操作，包括被拒绝的。任何更改或删除都会被“验证”发现。</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Checks the seal of every event and that none is missing.</source>
        <translation>检查每条事件的封印，并确认没有缺失。</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 条事件</numerusform>
        </translation>
    </message>
    <message>
        <source>No operation fits these filters.</source>
        <translation>没有符合筛选条件的操作。</translation>
    </message>
    <message>
        <source>Show all history</source>
        <translation>查看全部历史记录</translation>
    </message>
    <message>
        <source>Verifying the operation log</source>
        <translation>正在验证操作日志</translation>
    </message>
    <message numerus="yes">
        <source>The log is whole: %n event(s) checked, none changed and none missing.</source>
        <translation>
            <numerusform>日志完整：已检查 %n 条事件，没有更改，也没有缺失。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The log was changed outside this program: chain broken at event %1 (%n finding(s) in all). Compare with a backup.</source>
        <translation>
            <numerusform>日志曾在本程序之外被更改：链在事件 %1 处断开（共 %n 处问题）。请与备份比对。</numerusform>
        </translation>
    </message>
    <message>
        <source>Event, operator, resource</source>
        <translation>事件、操作员、资源</translation>
    </message>
</context>
<context>
    <name>cas::ui::OverviewPage</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>%1 · everything in this store</source>
        <comment>%1 the date in words</comment>
        <translation>%1 · 此数据存储的全部内容</translation>
    </message>
    <message>
        <source>Show the certificates with the status %1</source>
        <translation>显示状态为“%1”的证书</translation>
    </message>
    <message>
        <source>Private CAs</source>
        <translation>私有CA</translation>
    </message>
    <message>
        <source>Show the private CAs</source>
        <translation>显示私有CA</translation>
    </message>
    <message>
        <source>Expiries by week, next 6 months</source>
        <translation>未来 6 个月每周到期数</translation>
    </message>
    <message>
        <source>Needs a person today</source>
        <translation>今日待处理</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近操作</translation>
    </message>
    <message>
        <source>Operation Logs</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
</context>
<context>
    <name>cas::ui::PassphraseField</name>
    <message>
        <source>Hide what is typed</source>
        <translation>隐藏输入内容</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入内容</translation>
    </message>
    <message>
        <source>Very weak</source>
        <translation>很弱</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>强</translation>
    </message>
</context>
<context>
    <name>cas::ui::PassphrasePanel</name>
    <message>
        <source>This differs from the passphrase above.</source>
        <translation>与上面的口令不一致。</translation>
    </message>
    <message>
        <source>Changing the passphrase…</source>
        <translation>正在更改口令…</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>The private keys stay as they are; only what opens them changes.</source>
        <translation>私钥保持不变，只更改打开它们的口令。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Current passphrase</source>
        <translation>当前口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>Repeat the new passphrase</source>
        <translation>再次输入新口令</translation>
    </message>
</context>
<context>
    <name>cas::ui::PrivateCaPage</name>
    <message>
        <source>Private CA</source>
        <translation>私有CA</translation>
    </message>
    <message>
        <source>Run your own root and subordinate CAs; certificates are issued at once.</source>
        <translation>运行自有的根CA和子CA，证书即时签发。</translation>
    </message>
    <message>
        <source>Import CA</source>
        <translation>导入CA</translation>
    </message>
    <message>
        <source>Purchase and Enable</source>
        <translation>购买并启用</translation>
    </message>
    <message>
        <source>Certificate authorities</source>
        <translation>证书颁发机构</translation>
    </message>
    <message numerus="yes">
        <source>%n CA(s)</source>
        <translation>
            <numerusform>%n 个CA</numerusform>
        </translation>
    </message>
    <message>
        <source>No CA yet. Make a root CA and issue certificates at once.</source>
        <translation>暂无CA。创建根CA后即可签发证书。</translation>
    </message>
    <message>
        <source>Create a root CA first; it signs the subordinate CA.</source>
        <translation>请先创建根CA，由它签发子CA。</translation>
    </message>
    <message>
        <source>Create a subordinate CA first; it issues the certificates.</source>
        <translation>请先创建子CA，由它签发证书。</translation>
    </message>
</context>
<context>
    <name>cas::ui::PublicationFields</name>
    <message>
        <source>Revocation list (CRL)</source>
        <translation>吊销列表（CRL）</translation>
    </message>
    <message>
        <source>Made anew at each revocation and at 80 % of its validity.</source>
        <translation>每次吊销时以及有效期过去 80% 时重新生成。</translation>
    </message>
    <message>
        <source>CRL validity</source>
        <translation>CRL有效期</translation>
    </message>
    <message>
        <source>CRL address (CDP)</source>
        <translation>CRL地址（CDP）</translation>
    </message>
    <message>
        <source>Written into every certificate this CA issues; http only.</source>
        <translation>写入该CA签发的每张证书；仅支持 http。</translation>
    </message>
    <message>
        <source>Issuer address (AIA)</source>
        <translation>签发者地址（AIA）</translation>
    </message>
    <message>
        <source>OCSP address</source>
        <translation>OCSP地址</translation>
    </message>
    <message>
        <source>Hide addresses</source>
        <translation>隐藏地址</translation>
    </message>
    <message>
        <source>Addresses for CRL, issuer and OCSP…</source>
        <translation>CRL、签发者和OCSP地址…</translation>
    </message>
    <message numerus="yes">
        <source>day(s)</source>
        <extracomment>after the number in a field: &quot;30 days&quot;</extracomment>
        <translation>
            <numerusform>天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::PurchasePanel</name>
    <message>
        <source>Purchase sub-CA</source>
        <translation>购买子CA</translation>
    </message>
    <message>
        <source>Purchase and Enable</source>
        <translation>购买并启用</translation>
    </message>
    <message>
        <source>Below %1</source>
        <translation>位于 %1 之下</translation>
    </message>
    <message>
        <source>A private root CA with one subordinate CA</source>
        <translation>一个私有根CA，附带一个子CA</translation>
    </message>
    <message>
        <source>Name in this console</source>
        <translation>在本控制台中的名称</translation>
    </message>
    <message>
        <source>It can be changed when the CA is enabled.</source>
        <translation>启用CA时可以修改。</translation>
    </message>
    <message>
        <source>Service period</source>
        <translation>服务时长</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>The root brings %1 certificates to assign and %2 free ones that live at most %3 days.</source>
        <translation>根CA附带 %1 张可分配的证书，以及 %2 张有效期不超过 %3 天的免费证书。</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Price: %1</source>
        <translation>价格：%1</translation>
    </message>
    <message>
        <source>Booking the order…</source>
        <translation>正在下单…</translation>
    </message>
    <message>
        <source>Paid. The subordinate CA waits for Enable.</source>
        <translation>已支付。子CA待启用。</translation>
    </message>
    <message>
        <source>Paid. The root CA and its subordinate CA wait for Enable; the root comes first.</source>
        <translation>已支付。根CA及其子CA待启用；请先启用根CA。</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Subordinate CA</source>
        <translation>子CA</translation>
    </message>
    <message>
        <source>Private CA</source>
        <translation>私有CA</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>支付时间</translation>
    </message>
    <message>
        <source>Service ends</source>
        <translation>服务到期时间</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Enable subordinate CA</source>
        <translation>启用子CA</translation>
    </message>
    <message>
        <source>Enable root CA</source>
        <translation>启用根CA</translation>
    </message>
    <message>
        <source>Booked at the internal price list; no money moves.</source>
        <translation>按内部价目表记账，不产生实际付款。</translation>
    </message>
</context>
<context>
    <name>cas::ui::RecoveryKeyPanel</name>
    <message>
        <source>Making a new recovery key…</source>
        <translation>正在生成新的恢复密钥…</translation>
    </message>
    <message>
        <source>This is the new key. Write it down now; the old one is worthless.</source>
        <translation>这是新的恢复密钥，请立即记下；旧的已作废。</translation>
    </message>
    <message>
        <source>New recovery key</source>
        <translation>新的恢复密钥</translation>
    </message>
    <message>
        <source>It opens the store when the passphrase is lost, and is shown only once.</source>
        <translation>遗忘口令时可用它打开数据存储，只显示一次。</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>生成新密钥</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The key was taken away when the window was locked. Unless you have written it down, make a new one.</source>
        <translation>窗口锁定时已隐去密钥。如果尚未抄下，请重新生成一个。</translation>
    </message>
</context>
<context>
    <name>cas::ui::RenamePanel</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Only this store calls it so; the certificate does not change.</source>
        <translation>该名称只在本数据存储中使用，证书本身不变。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>cas::ui::RequestPanel</name>
    <message>
        <source>Choose the request, drop it here or paste its text.</source>
        <translation>请选择证书请求文件、将其拖放到此处或粘贴其内容。</translation>
    </message>
    <message>
        <source>Request Certificate</source>
        <translation>申请证书</translation>
    </message>
    <message>
        <source>Issued by %1 at once</source>
        <translation>由 %1 立即签发</translation>
    </message>
    <message>
        <source>Certificate Type</source>
        <translation>证书类型</translation>
    </message>
    <message>
        <source>Server Certificate</source>
        <translation>服务端证书</translation>
    </message>
    <message>
        <source>Client Certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>Common Name</source>
        <translation>通用名称</translation>
    </message>
    <message>
        <source>Validity Period</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Validity Period, number</source>
        <translation>有效期，数值</translation>
    </message>
    <message>
        <source>Validity Period, unit</source>
        <translation>有效期，单位</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>The CA ends on %1.</source>
        <translation>该CA于 %1 到期。</translation>
    </message>
    <message>
        <source>Subject Alternative Name (SAN)</source>
        <translation>主体备用名称（SAN）</translation>
    </message>
    <message>
        <source>Domain names, IP addresses, e-mail addresses or URIs; up to 10.</source>
        <translation>域名、IP 地址、邮箱地址或 URI，最多 10 个。</translation>
    </message>
    <message>
        <source>Key Container</source>
        <translation>密钥容器</translation>
    </message>
    <message>
        <source>Console Managed</source>
        <translation>控制台托管</translation>
    </message>
    <message>
        <source>Use a CSR</source>
        <translation>使用CSR</translation>
    </message>
    <message>
        <source>Certificate request (CSR)</source>
        <translation>证书请求（CSR）</translation>
    </message>
    <message>
        <source>Certificate request</source>
        <translation>证书请求</translation>
    </message>
    <message>
        <source>Requests (*.csr *.req *.p10 *.pem);;All files (*)</source>
        <translation>证书请求 (*.csr *.req *.p10 *.pem);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Key Algorithm</source>
        <translation>密钥算法</translation>
    </message>
    <message>
        <source>Account ID / Login Account</source>
        <translation>账号ID/登录账号</translation>
    </message>
    <message>
        <source>Optional; written into the subject as UID.</source>
        <translation>选填；将作为 UID 写入主体。</translation>
    </message>
    <message>
        <source>Include CRL and issuer addresses</source>
        <translation>包含CRL和签发者地址</translation>
    </message>
    <message>
        <source>Rest count: %1</source>
        <translation>剩余数量：%1</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>The key stays where the request was made.</source>
        <translation>私钥保留在生成证书请求的位置。</translation>
    </message>
    <message>
        <source>The key is made here and sealed in this store.</source>
        <translation>密钥在此生成，并加密保存在此数据存储中。</translation>
    </message>
    <message>
        <source>A domain name or an IP address.</source>
        <translation>域名或 IP 地址。</translation>
    </message>
    <message>
        <source>A person, company or application.</source>
        <translation>个人、公司或应用程序。</translation>
    </message>
    <message>
        <source>%1 key. Common name and names were taken from the request; change them as needed.</source>
        <translation>%1 密钥。通用名称和备用名称取自证书请求，可按需修改。</translation>
    </message>
    <message>
        <source>A server&apos;s common name is a domain name or an IP address.</source>
        <translation>服务端证书的通用名称须为域名或 IP 地址。</translation>
    </message>
    <message>
        <source>Issuing…</source>
        <translation>正在签发…</translation>
    </message>
    <message>
        <source>Years</source>
        <comment>unit after a number</comment>
        <translation>年</translation>
    </message>
    <message>
        <source>Hide organization and place</source>
        <translation>收起组织和所在地</translation>
    </message>
    <message>
        <source>Organization and place…</source>
        <translation>组织和所在地…</translation>
    </message>
    <message>
        <source>What stays empty is taken from the CA.</source>
        <translation>留空的内容取自CA。</translation>
    </message>
    <message>
        <source>Assign to this CA</source>
        <translation>分配给此CA</translation>
    </message>
    <message>
        <source>Certificates that %1 assigns to it before this one is issued.</source>
        <translation>签发前由 %1 分配给它的证书数量。</translation>
    </message>
    <message>
        <source>Assigning…</source>
        <translation>正在分配…</translation>
    </message>
    <message>
        <source>Choose request file…</source>
        <translation>选择CSR文件…</translation>
    </message>
</context>
<context>
    <name>cas::ui::RestorePanel</name>
    <message>
        <source>Choose the backup.</source>
        <translation>请选择备份。</translation>
    </message>
    <message>
        <source>Say where the restored store shall be.</source>
        <translation>请指定恢复后的数据存储的位置。</translation>
    </message>
    <message>
        <source>Choose the backup</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>Restore into</source>
        <translation>恢复到</translation>
    </message>
    <message>
        <source>Checking and restoring…</source>
        <translation>正在检查并恢复…</translation>
    </message>
    <message>
        <source>Restoring a backup</source>
        <translation>正在恢复备份</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Into the new file</source>
        <translation>恢复到新文件</translation>
    </message>
    <message>
        <source>Nothing is overwritten.</source>
        <translation>不会覆盖任何文件。</translation>
    </message>
    <message>
        <source>Passphrase of the backup</source>
        <translation>备份的口令</translation>
    </message>
    <message>
        <source>With it every seal is checked first. It is the one the store had at that time.</source>
        <translation>提供口令后会先检查所有封印。它是数据存储当时的口令。</translation>
    </message>
    <message>
        <source>The store that is open stays as it is.</source>
        <translation>当前打开的数据存储保持不变。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Open in a New Window</source>
        <translation>在新窗口中打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Restored to %1, as the store was on %2.</source>
        <translation>已恢复到 %1，即数据存储在 %2 时的状态。</translation>
    </message>
    <message>
        <source>Two stores now hold the same CAs: go on with one of them only, or serial numbers and revocation lists will contradict each other.</source>
        <extracomment>after a sentence that says that a backup was restored</extracomment>
        <translation>现在有两个数据存储包含相同的CA：请只继续使用其中一个，否则序列号和吊销列表会相互矛盾。</translation>
    </message>
</context>
<context>
    <name>cas::ui::RevocationReasons</name>
    <message>
        <source>The private key is compromised (keyCompromise)</source>
        <translation>私钥已泄露（keyCompromise）</translation>
    </message>
    <message>
        <source>The holder&apos;s name or organisation changed (affiliationChanged)</source>
        <translation>持有者的名称或组织已变更（affiliationChanged）</translation>
    </message>
    <message>
        <source>Replaced by another certificate (superseded)</source>
        <translation>已被其他证书取代（superseded）</translation>
    </message>
    <message>
        <source>No longer in use (cessationOfOperation)</source>
        <translation>不再使用（cessationOfOperation）</translation>
    </message>
    <message>
        <source>The holder may no longer use it (privilegeWithdrawn)</source>
        <translation>持有者不再有权使用（privilegeWithdrawn）</translation>
    </message>
    <message>
        <source>No reason given (unspecified)</source>
        <translation>未说明原因（unspecified）</translation>
    </message>
</context>
<context>
    <name>cas::ui::RevokeCaPanel</name>
    <message>
        <source>Revoke CA</source>
        <translation>吊销CA</translation>
    </message>
    <message>
        <source>A revoked CA cannot be recovered. It issues nothing any more; whoever trusts this root must take it out of the trust store by hand.</source>
        <translation>吊销后的CA无法恢复，也不能再签发证书；信任此根CA的设备需手动将其从信任库中移除。</translation>
    </message>
    <message>
        <source>A revoked CA cannot be recovered. It goes onto its issuer&apos;s revocation list, and no certificate it issued is accepted any more.</source>
        <translation>吊销后的CA无法恢复。它将列入其签发者的吊销列表，由它签发的证书将不再被信任。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Name of the CA</source>
        <translation>CA名称</translation>
    </message>
    <message>
        <source>Type %1 to confirm.</source>
        <translation>请输入 %1 以确认。</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
    <message>
        <source>Type the CA&apos;s name to confirm.</source>
        <translation>请输入CA名称以确认。</translation>
    </message>
    <message>
        <source>Revoking…</source>
        <translation>正在吊销…</translation>
    </message>
</context>
<context>
    <name>cas::ui::RevokePanel</name>
    <message>
        <source>Revoke certificate</source>
        <translation>吊销证书</translation>
    </message>
    <message>
        <source>Revoked certificates cannot be recovered. The certificate goes onto the CA&apos;s revocation list at once.</source>
        <translation>证书吊销后无法恢复，并会立即列入该CA的吊销列表。</translation>
    </message>
    <message>
        <source>Common Name</source>
        <translation>通用名称</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>签发者</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>It is written into the revocation list.</source>
        <translation>原因会写入吊销列表。</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
    <message>
        <source>Revoking…</source>
        <translation>正在吊销…</translation>
    </message>
    <message>
        <source>%1 is revoked.</source>
        <translation>%1 已吊销。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Kept in the operation log.</source>
        <translation>将记录在操作日志中。</translation>
    </message>
    <message>
        <source>I know that this cannot be undone</source>
        <translation>我知道此操作无法撤销</translation>
    </message>
    <message>
        <source>Tick the box to go on.</source>
        <translation>请先勾选复选框。</translation>
    </message>
    <message>
        <source>%1 is revoked. The revocation list could not be made and is tried again. %2</source>
        <translation>%1 已吊销。吊销列表未能生成，将自动重试。%2</translation>
    </message>
    <message>
        <source>%1 is revoked (revocation list number %2).</source>
        <translation>%1 已吊销（吊销列表编号 %2）。</translation>
    </message>
</context>
<context>
    <name>cas::ui::SanEditor</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>There is no room for more names</source>
        <translation>名称数量已达上限</translation>
    </message>
    <message>
        <source>from the common name</source>
        <translation>取自通用名称</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Type of the name</source>
        <translation>名称类型</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>cas::ui::SelectionBar</name>
    <message>
        <source>Clear selection</source>
        <translation>取消选择</translation>
    </message>
</context>
<context>
    <name>cas::ui::SettingsPage</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Everything here applies at once.</source>
        <translation>所有设置立即生效。</translation>
    </message>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>保险库</translation>
    </message>
    <message>
        <source>Private CA</source>
        <translation>私有CA</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Lock when idle for</source>
        <translation>闲置多久后锁定</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Unlock with the keychain of this computer</source>
        <translation>使用此计算机的钥匙串解锁</translation>
    </message>
    <message>
        <source>Whoever is signed in here opens the store without the passphrase.</source>
        <translation>登录此计算机的人无需口令即可打开数据存储。</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>New recovery key</source>
        <translation>新的恢复密钥</translation>
    </message>
    <message>
        <source>CRL validity of new CAs</source>
        <translation>新建CA的CRL有效期</translation>
    </message>
    <message>
        <source>A new CRL is made at each revocation and at 80 % of its life.</source>
        <translation>每次吊销时以及有效期过去 80% 时都会生成新的CRL。</translation>
    </message>
    <message>
        <source>Metered: orders and quota are enforced</source>
        <translation>计量：订单与配额生效</translation>
    </message>
    <message>
        <source>For organisations that charge or limit their own departments. CAs and certificates that exist stay as they are.</source>
        <translation>适用于对内部部门计费或限量的组织。已有的CA和证书保持不变。</translation>
    </message>
    <message numerus="yes">
        <source>day(s)</source>
        <extracomment>after the number in a field: &quot;30 days&quot;</extracomment>
        <translation>
            <numerusform>天</numerusform>
        </translation>
    </message>
    <message>
        <source>Base address of publications</source>
        <translation>发布地址前缀</translation>
    </message>
    <message>
        <source>Proposed for the CRL and issuer addresses of new CAs; what is written into certificates can be changed for each CA.</source>
        <translation>用于预填新建CA的CRL地址和颁发者证书地址；每个CA写入证书的地址可单独修改。</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>口令已更改。</translation>
    </message>
</context>
<context>
    <name>cas::ui::SidePanel</name>
    <message numerus="yes">
        <source>%n problem(s) to solve</source>
        <translation>
            <numerusform>有 %n 处需要修正</numerusform>
        </translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>放弃已输入的内容？</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>cas::ui::StoreCard</name>
    <message>
        <source>Store</source>
        <translation>数据存储</translation>
    </message>
    <message>
        <source>Check store</source>
        <translation>检查数据存储</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>架构版本</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Offline CA station</source>
        <translation>离线CA工作站</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>The store is sound: every page, seal and balance was checked.</source>
        <translation>数据存储完好：已检查所有数据页、封印和余额。</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s): the store was damaged or changed outside this program. Restore a backup; the first is in the table %1.</source>
        <translation>
            <numerusform>发现 %n 处问题：数据存储已损坏或在本程序之外被更改。请恢复备份；第一处在表 %1 中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::SubjectFields</name>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Organizational Unit</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Common Name</source>
        <translation>通用名称</translation>
    </message>
    <message>
        <source>2 letters: CN</source>
        <translation>两个字母：CN</translation>
    </message>
    <message>
        <source>The name that certificates show as their issuer.</source>
        <translation>证书中显示的签发者名称。</translation>
    </message>
</context>
<context>
    <name>cas::ui::TagChips</name>
    <message>
        <source>Remove the tag %1</source>
        <translation>移除标签 %1</translation>
    </message>
</context>
<context>
    <name>cas::ui::TagsPanel</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>All certificates of this list</source>
        <translation>此列表中的所有证书</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n 张证书</numerusform>
        </translation>
    </message>
    <message>
        <source>Type a tag as key or key:value and press Enter. At most %1.</source>
        <translation>以 key 或 key:value 的形式输入标签并按回车，最多 %1 个。</translation>
    </message>
    <message>
        <source>key:value</source>
        <translation>key:value</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>cas::ui::Text</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>%n 小时后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a date and how far away it is</comment>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>about %n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>约 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>约 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>约 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n year(s)</source>
        <translation>
            <numerusform>%n 年后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n 年前</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::Toast</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>cas::ui::TopBar</name>
    <message>
        <source>CAS Console</source>
        <translation>CAS Console</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>store name, its state</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Search pages, actions, certificates…</source>
        <translation>搜索页面、操作、证书…</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Running jobs</source>
        <translation>进行中的任务</translation>
    </message>
    <message>
        <source>Operator %1</source>
        <translation>操作员 %1</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>The open store; its settings</source>
        <translation>已打开的数据存储及其设置</translation>
    </message>
    <message>
        <source>Operator and lock</source>
        <translation>操作员与锁定</translation>
    </message>
</context>
<context>
    <name>cas::ui::UnlockForm</name>
    <message>
        <source>Enter the passphrase of this store.</source>
        <translation>请输入该数据存储的口令。</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>正在解锁…</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>使用口令</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>使用恢复密钥</translation>
    </message>
</context>
<context>
    <name>cas::ui::WelcomeWindow</name>
    <message>
        <source>This differs from the passphrase above.</source>
        <translation>与上面的口令不一致。</translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation>打开数据存储</translation>
    </message>
    <message>
        <source>Stores (*.cas);;All files (*)</source>
        <translation>数据存储 (*.cas);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>正在创建…</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>保存恢复密钥</translation>
    </message>
    <message>
        <source>Saved to %1. Move it to a safe place.</source>
        <translation>已保存到 %1，请将其移至安全的地方。</translation>
    </message>
    <message>
        <source>Welcome to CAS Console</source>
        <translation>欢迎使用 CAS Console</translation>
    </message>
    <message>
        <source>Create your store</source>
        <translation>创建数据存储</translation>
    </message>
    <message>
        <source>Everything CAS Console knows is kept in one file that belongs to you. A passphrase seals the private keys in it.</source>
        <translation>CAS Console 的所有数据都保存在一个归使用者所有的文件中，其中的私钥由口令封存。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Store file</source>
        <translation>数据存储文件</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Eight characters or more; several unrelated words are best. It cannot be looked up anywhere.</source>
        <translation>至少 8 个字符，最好是几个互不相关的词。口令无法从任何地方找回。</translation>
    </message>
    <message>
        <source>Repeat the passphrase</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>Unlock with the keychain of this computer</source>
        <translation>使用此计算机的钥匙串解锁</translation>
    </message>
    <message>
        <source>Offline CA station: never use a network</source>
        <translation>离线CA工作站：从不使用网络</translation>
    </message>
    <message>
        <source>Cannot be changed later without making a new store.</source>
        <translation>之后无法更改，除非新建数据存储。</translation>
    </message>
    <message>
        <source>Metered: orders and quota are enforced</source>
        <translation>计量：订单与配额生效</translation>
    </message>
    <message>
        <source>For organisations that charge or limit their own departments.</source>
        <translation>适用于对内部部门计费或限量的组织。</translation>
    </message>
    <message>
        <source>Names, dates and certificates in the file can be read by whoever can read the file; private keys and passwords cannot.</source>
        <translation>能读取该文件的人可以看到其中的名称、日期和证书，但看不到私钥和口令。</translation>
    </message>
    <message>
        <source>Open an existing store</source>
        <translation>打开已有的数据存储</translation>
    </message>
    <message>
        <source>Create store</source>
        <translation>创建数据存储</translation>
    </message>
    <message>
        <source>Keep the recovery key</source>
        <translation>保管好恢复密钥</translation>
    </message>
    <message>
        <source>It opens the store when the passphrase is lost, and it is shown only this once. Write it down or print it, and keep it away from this computer.</source>
        <translation>遗忘口令时可用它打开数据存储，且只显示这一次。请抄写或打印，并存放在此计算机以外的地方。</translation>
    </message>
    <message>
        <source>Save to a file</source>
        <translation>保存到文件</translation>
    </message>
    <message>
        <source>I have put the recovery key in a safe place</source>
        <translation>我已将恢复密钥存放在安全的地方</translation>
    </message>
    <message>
        <source>Open CAS Console</source>
        <translation>打开 CAS Console</translation>
    </message>
    <message>
        <source>Folder of the store</source>
        <translation>数据存储所在文件夹</translation>
    </message>
    <message>
        <source>The folder %1 will be made.</source>
        <translation>将创建文件夹 %1。</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
</context>
<context>
    <name>cas::ui::WindowedTableModel</name>
    <message>
        <source>Selected</source>
        <translation>已选择</translation>
    </message>
</context>
</TS>
