<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>cas::ui::BackupCard</name>
    <message numerus="yes">
        <source>file(s)</source>
        <extracomment>after a number in a field: &quot;14 files&quot;</extracomment>
        <translation>
            <numerusform>file</numerusform>
            <numerusform>files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::BulkDownloadPanel</name>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::CaCards</name>
    <message numerus="yes">
        <source>%1: %n certificate(s)</source>
        <translation>
            <numerusform>%1: %n certificate</numerusform>
            <numerusform>%1: %n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revoked</source>
        <translation>
            <numerusform>%n revoked</numerusform>
            <numerusform>%n revoked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expire(s) within 30 days</source>
        <translation>
            <numerusform>%n expires within 30 days</numerusform>
            <numerusform>%n expire within 30 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing in these 30 days; %n certificate(s) in all.</source>
        <translation>
            <numerusform>Nothing in these 30 days; %n certificate in all.</numerusform>
            <numerusform>Nothing in these 30 days; %n certificates in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of a subordinate CA</source>
        <translation>
            <numerusform>%n of a subordinate CA</numerusform>
            <numerusform>%n of subordinate CAs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::CaCertificatesView</name>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::CertificateDetailsPanel</name>
    <message numerus="yes">
        <source>Show all %n event(s) in Operation Logs</source>
        <translation>
            <numerusform>Show the event in Operation Logs</numerusform>
            <numerusform>Show all %n events in Operation Logs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::CertificateOperations</name>
    <message numerus="yes">
        <source>Restoring %n certificate(s)</source>
        <translation>
            <numerusform>Restoring %n certificate</numerusform>
            <numerusform>Restoring %n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) restored</source>
        <translation>
            <numerusform>%n certificate restored</numerusform>
            <numerusform>%n certificates restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) deleted</source>
        <translation>
            <numerusform>%n certificate deleted</numerusform>
            <numerusform>%n certificates deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags added to %n certificate(s)</source>
        <translation>
            <numerusform>Tags added to %n certificate</numerusform>
            <numerusform>Tags added to %n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) written to %1</source>
        <translation>
            <numerusform>%n certificate written to %1</numerusform>
            <numerusform>%n certificates written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) were left as they are. %1: %2</source>
        <translation>
            <numerusform>%n certificate was left as it is. %1: %2</numerusform>
            <numerusform>%n certificates were left as they are. %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n certificate(s) for good?</source>
        <translation>
            <numerusform>Delete %n certificate for good?</numerusform>
            <numerusform>Delete %n certificates for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) deleted for good</source>
        <translation>
            <numerusform>%n certificate deleted for good</numerusform>
            <numerusform>%n certificates deleted for good</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::CertificatesPage</name>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::DataTable</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::DownloadPanel</name>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::ExpiryChart</name>
    <message numerus="yes">
        <source>Week of %1: %n certificate(s)</source>
        <translation>
            <numerusform>Week of %1: %n certificate</numerusform>
            <numerusform>Week of %1: %n certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::ImportCaPanel</name>
    <message numerus="yes">
        <source>%1 and %n other file(s) found no place here.</source>
        <translation>
            <numerusform>%1 and %n other file found no place here.</numerusform>
            <numerusform>%1 and %n other files found no place here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::ImportPanel</name>
    <message numerus="yes">
        <source>A password is needed for %n file(s). Give it and import again.</source>
        <translation>
            <numerusform>A password is needed for %n file. Give it and import again.</numerusform>
            <numerusform>A password is needed for %n files. Give it and import again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::ImportReportTable</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::NeedsCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::OperationLogsPage</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The log is whole: %n event(s) checked, none changed and none missing.</source>
        <translation>
            <numerusform>The log is whole: %n event checked, none changed and none missing.</numerusform>
            <numerusform>The log is whole: %n events checked, none changed and none missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The log was changed outside this program: chain broken at event %1 (%n finding(s) in all). Compare with a backup.</source>
        <translation>
            <numerusform>The log was changed outside this program: chain broken at event %1 (%n finding in all). Compare with a backup.</numerusform>
            <numerusform>The log was changed outside this program: chain broken at event %1 (%n findings in all). Compare with a backup.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::PrivateCaPage</name>
    <message numerus="yes">
        <source>%n CA(s)</source>
        <translation>
            <numerusform>%n CA</numerusform>
            <numerusform>%n CAs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::PublicationFields</name>
    <message numerus="yes">
        <source>day(s)</source>
        <extracomment>after the number in a field: &quot;30 days&quot;</extracomment>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::PurchasePanel</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::SettingsPage</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day(s)</source>
        <extracomment>after the number in a field: &quot;30 days&quot;</extracomment>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::SidePanel</name>
    <message numerus="yes">
        <source>%n problem(s) to solve</source>
        <translation>
            <numerusform>%n problem to solve</numerusform>
            <numerusform>%n problems to solve</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::StoreCard</name>
    <message numerus="yes">
        <source>%n finding(s): the store was damaged or changed outside this program. Restore a backup; the first is in the table %1.</source>
        <translation>
            <numerusform>%n finding: the store was damaged or changed outside this program. Restore a backup; the first is in the table %1.</numerusform>
            <numerusform>%n findings: the store was damaged or changed outside this program. Restore a backup; the first is in the table %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::TagsPanel</name>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::Text</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>about %n s</numerusform>
            <numerusform>about %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>about %n min</numerusform>
            <numerusform>about %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>about %n h</numerusform>
            <numerusform>about %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n year(s)</source>
        <translation>
            <numerusform>in %n year</numerusform>
            <numerusform>in %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::TopBar</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
</TS>
