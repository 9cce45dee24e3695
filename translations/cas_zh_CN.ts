<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>cas::ui::CodeBlock</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cas::ui::ConfirmPanel</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1 to confirm.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cas::ui::ErrorText</name>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be used as it is. Correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long. Use at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is out of range. Use a value from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is out of range. Choose another value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there twice. Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is there twice. Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 is already used. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name is already used. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The subject has a field that a certificate cannot carry. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The common name must have 1 to 64 characters and no control characters. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The country must be two letters, such as CN or DE. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a name a certificate can carry. Use a domain name, IP address, e-mail address or URI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name in the list is not one a certificate can carry. Use domain names, IP addresses, e-mail addresses or URIs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a valid domain name. Use letters, digits and hyphens, with labels of at most 63 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A domain name is not valid. Use letters, digits and hyphens, with labels of at most 63 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an IP address. Write it like 192.0.2.1 or 2001:db8::1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IP address is not valid. Write it like 192.0.2.1 or 2001:db8::1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an e-mail address. Write it like name@example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An e-mail address is not valid. Write it like name@example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a complete URI. Write it like https://example.com/.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A URI is not complete. Write it like https://example.com/.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many names. A certificate carries at most %1; remove some or issue several certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many names for one certificate. Remove some or issue several certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CA may not issue for %1: its name constraints forbid it. Choose another name or another CA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CA&apos;s name constraints forbid one of the names. Choose another name or another CA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The validity must end after it begins. Correct the dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate would outlive its CA, which ends on %1. Choose a shorter validity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate would outlive its CA. Choose a shorter validity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not have further CAs below it (path length). Choose a higher CA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This CA may not have further CAs below it (path length). Choose a higher CA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key algorithm does not fit here; %1 is needed. Choose another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key algorithm does not fit the CA. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is too weak. Use at least %1 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is too weak. Use a stronger one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The private key does not belong to this certificate. Choose the key that was made with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a private key that can be read. Choose a PEM, DER or PKCS#8 file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a certificate request that can be read. Paste the whole PEM text, including its first and last line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature of the certificate request is wrong. Have the request made again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a certificate that can be read. Choose a PEM or DER file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This certificate is not a CA. Choose one with the CA flag set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a complete address. Write it like https://example.com/path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is too easy to guess. Use a longer one, such as several unrelated words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content is protected. Enter its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase of the file is wrong. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs a confirmation. Confirm it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data end too early. Get the complete file and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are not valid DER. Check that this is the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is something behind the end of the data. Check that this is the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are nested too deeply to be read safely. Check where the file comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PEM text is damaged. Paste it again with its BEGIN and END lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of this file is not known. Use PEM, DER, PKCS#7, PKCS#12 or JKS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than %1. Choose a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large. Choose a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file asks for more key derivation rounds than is safe to run. Have it exported again with usual settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is encrypted with %1, which is not supported. Have it exported again with AES.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is encrypted in a way that is not supported. Have it exported again with AES.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no private key for %1 here. Import the key first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no private key for this certificate here. Import the key first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is already there. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is already there. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 was not found. Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not found. Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading or writing failed. Check the device, the permissions and the free space, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Free some space and try again; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a store of this program. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a store of this program. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a store at %1. Open it or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a store here. Open it or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no store at %1. Check the place or create a new store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store was not found. Check the place or create a new store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store can only be read. Check the permissions of its file, or open it without the read-only option.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the store. Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store was written by a newer version. Update this program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is damaged. Restore the latest backup; the file was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed outside this program and is not trusted. Run the store check and restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record was changed outside this program and is not trusted. Run the store check and restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is locked. Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is wrong. Check the keyboard layout and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain of this system does not answer. Unlock it, or use the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You do not have the permission %1. Ask an administrator for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You do not have the permission for this. Ask an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile. Look at the new state and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quota of %1 is used up. Purchase more under Orders &amp; Quota.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quota is used up. Purchase more under Orders &amp; Quota.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs %1 of the quota, but only %2 are left. Purchase more or choose fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quota that is left is too small. Purchase more or choose fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not found. It may have been deleted; refresh the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was not found. It may have been deleted; refresh the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not possible in the state %1. Refresh the list and look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not possible in the present state. Refresh the list and look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate was already revoked on %1. There is nothing left to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate is already revoked. There is nothing left to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CA %1 is disabled. Enable it under Private CA first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CA is disabled. Enable it under Private CA first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CA %1 has expired. Use another CA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CA has expired. Use another CA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CA %1 is revoked. Use another CA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CA is revoked. Use another CA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused or did not answer: %2. Check the connection and the settings, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused or did not answer. Check the connection and the settings, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side refused or did not answer. Check the connection and the settings, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program; nothing was changed. Copy the details and report them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not supported on this computer. Choose another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not supported on this computer. Choose another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cryptographic library refused the operation; nothing was changed. Copy the details and report them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was not understood. Check how it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version cannot do that yet. Look for an update.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cas::ui::ExpiryChart</name>
    <message numerus="yes">
        <source>Week of %1: %n certificate(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::FilterBar</name>
    <message>
        <source>%1: any</source>
        <comment>a filter that is not set</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove every filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cas::ui::FormField</name>
    <message>
        <source>%1 (required)</source>
        <extracomment>accessible name of a field that must be filled</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This field is needed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cas::ui::InlineMessage</name>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cas::ui::JobsBar</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cas::ui::KeyValueGrid</name>
    <message>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cas::ui::LineChart</name>
    <message>
        <source>From %1 to %2, at most %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cas::ui::PassphraseField</name>
    <message>
        <source>Hide what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cas::ui::SidePanel</name>
    <message numerus="yes">
        <source>%n problem(s) to solve</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cas::ui::TagChips</name>
    <message>
        <source>Remove the tag %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cas::ui::Text</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a date and how far away it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n s</source>
        <comment>seconds</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <comment>minutes</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h</source>
        <comment>hours</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cas::ui::Toast</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
