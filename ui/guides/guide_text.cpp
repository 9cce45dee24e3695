// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guides/guide_text.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace cas::ui {

namespace {

QString orElse(const QString &path, const QString &fallback)
{
    return path.isEmpty() ? fallback : path;
}

QString fileName(const QString &path)
{
    return QFileInfo(path).fileName();
}

// PowerShell's literal string: only the single quote itself is doubled.
QString powershellWord(const QString &text)
{
    QString escaped = QDir::toNativeSeparators(text);
    escaped.replace(u'\'', QStringLiteral("''"));
    return u'\'' + escaped + u'\'';
}

} // namespace

QList<Guides::Id> Guides::all()
{
    return {Id::Nginx, Id::Apache, Id::Iis, Id::Browsers, Id::Windows};
}

QString Guides::name(Id id)
{
    static constexpr const char *names[] = {"nginx", "apache", "iis", "browsers", "windows"};
    return QString::fromLatin1(names[size_t(id)]);
}

QString Guides::title(Id id)
{
    switch (id) {
    case Id::Nginx:
        return tr("nginx");
    case Id::Apache:
        return tr("Apache");
    case Id::Iis:
        return tr("IIS");
    case Id::Browsers:
        return tr("Browsers");
    case Id::Windows:
        break;
    }
    return tr("Windows");
}

QString Guides::hint(Id id, const GuideFiles &files)
{
    const bool anything = files != GuideFiles();
    switch (id) {
    case Id::Nginx:
    case Id::Apache:
        if (anything && (files.certificate.isEmpty() || files.key.isEmpty()))
            return tr("This needs the certificate and the key as PEM files: download the format "
                      "\"PEM: certificate and key\".");
        if (files.keyEncrypted)
            return tr("The key file has a password: the server asks for it at every start, or "
                      "needs it in a protected file.");
        return {};
    case Id::Iis:
        if (anything && files.pfx.isEmpty())
            return tr("This needs a PFX file: download the format \"PFX\".");
        return {};
    case Id::Browsers:
    case Id::Windows:
        break;
    }
    return {};
}

QList<GuideStep> Guides::steps(Id id, const GuideFiles &files)
{
    switch (id) {
    case Id::Nginx:
        return nginx(files);
    case Id::Apache:
        return apache(files);
    case Id::Iis:
        return iis(files);
    case Id::Browsers:
        return browsers(files);
    case Id::Windows:
        break;
    }
    return windows(files);
}

Guides::Id Guides::suggested(const GuideFiles &files)
{
    if (!files.key.isEmpty())
        return Id::Nginx;
    if (!files.pfx.isEmpty())
        return Id::Iis;
    return files == GuideFiles() ? Id::Nginx : Id::Windows;
}

QString Guides::shellWord(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:@%+=,-]+$"));
    if (plain.match(text).hasMatch())
        return text;
    QString escaped = text;
    escaped.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + escaped + u'\'';
}

QList<GuideStep> Guides::nginx(const GuideFiles &files)
{
    const QString host = files.host();
    const QString certificate = orElse(files.certificate, host + QStringLiteral(".crt"));
    const QString key = orElse(files.key, host + QStringLiteral(".key"));
    QString config = QStringLiteral("server {\n"
                                    "    listen 443 ssl;\n"
                                    "    server_name %3;\n"
                                    "    ssl_certificate     \"/etc/nginx/ssl/%1\";\n"
                                    "    ssl_certificate_key \"/etc/nginx/ssl/%2\";\n")
                         .arg(fileName(certificate), fileName(key), host);
    if (files.keyEncrypted)
        config += QStringLiteral("    ssl_password_file   \"/etc/nginx/ssl/key.pass\";\n");
    config += QStringLiteral("    ssl_protocols       TLSv1.2 TLSv1.3;\n}");
    QList<GuideStep> steps{{tr("Copy the certificate and the key to the server."),
                            QStringLiteral("sudo install -d -m 700 /etc/nginx/ssl\n"
                                           "sudo install -m 644 %1 /etc/nginx/ssl/\n"
                                           "sudo install -m 600 %2 /etc/nginx/ssl/")
                                .arg(shellWord(certificate), shellWord(key))}};
    if (files.keyEncrypted)
        steps.append({tr("Put the password of the key into a file that only root can read; it is "
                         "asked for."),
                      QStringLiteral("sudo bash -c 'umask 077; read -rsp \"Password: \" p && \\\n"
                                     "    printf \"%s\\n\" \"$p\" > /etc/nginx/ssl/key.pass'")});
    steps += {{tr("Name both in the server block; put your own name into server_name."), config},
              {tr("Check the configuration and reload."),
               QStringLiteral("sudo nginx -t && sudo nginx -s reload")},
              {tr("Look at what the server sends now."),
               QStringLiteral("openssl s_client -connect %1:443 \\\n"
                              "    -servername %1 </dev/null")
                   .arg(host)}};
    return steps;
}

QList<GuideStep> Guides::apache(const GuideFiles &files)
{
    const QString host = files.host();
    const QString certificate = orElse(files.certificate, host + QStringLiteral(".crt"));
    const QString key = orElse(files.key, host + QStringLiteral(".key"));
    QList<GuideStep> steps{
        {tr("Switch the TLS module on (Debian, Ubuntu; elsewhere install mod_ssl)."),
         QStringLiteral("sudo a2enmod ssl")},
        {tr("Copy the certificate and the key to the server."),
         QStringLiteral("sudo install -m 644 %1 /etc/ssl/certs/\n"
                        "sudo install -m 600 %2 /etc/ssl/private/")
             .arg(shellWord(certificate), shellWord(key))},
        {tr("Name both in the virtual host. The file holds the chain as well, which Apache 2.4.8 "
            "and later reads from it."),
         QStringLiteral("<VirtualHost *:443>\n"
                        "    ServerName %3\n"
                        "    SSLEngine on\n"
                        "    SSLCertificateFile    \"/etc/ssl/certs/%1\"\n"
                        "    SSLCertificateKeyFile \"/etc/ssl/private/%2\"\n"
                        "</VirtualHost>")
             .arg(fileName(certificate), fileName(key), host)}};
    if (files.keyEncrypted)
        steps.append({tr("Apache asks for the password of the key whenever it starts. For a server "
                         "that starts by itself, download the key without a password."),
                      {}});
    steps.append({tr("Check the configuration and reload."),
                  QStringLiteral("sudo apachectl configtest && sudo apachectl graceful")});
    return steps;
}

QList<GuideStep> Guides::iis(const GuideFiles &files)
{
    const QString pfx = orElse(files.pfx, files.host() + QStringLiteral(".pfx"));
    return {{tr("Copy %1 to the server and import it into the computer's store; the password of "
                "the file is asked for.")
                 .arg(fileName(pfx)),
             QStringLiteral("Import-PfxCertificate -FilePath %1 "
                            "-CertStoreLocation Cert:\\LocalMachine\\My "
                            "-Password (Read-Host -AsSecureString)")
                 .arg(powershellWord(pfx))},
            {tr("Open Internet Information Services (IIS) Manager, select the site and choose "
                "Bindings in the Actions pane."),
             {}},
            {tr("Add a binding of type https, or edit the one that is there, and choose the "
                "certificate in the list SSL certificate."),
             {}},
            {tr("Close the dialog and open the site with https."), {}}};
}

QList<GuideStep> Guides::browsers(const GuideFiles &files)
{
    const QString pfx = orElse(files.pfx, QStringLiteral("client.pfx"));
    const QString authority = orElse(files.authority, QStringLiteral("root.cer"));
    return {{tr("A private CA is not known to any browser: install its root certificate on every "
                "client first. In the list of CAs choose More > Download CA certificate."),
             {}},
            {tr("Chrome and Edge on Windows use the certificates of Windows: follow the guide "
                "Windows. On macOS open the file in Keychain Access and set it to Always Trust."),
             {}},
            {tr("Chrome on Linux uses the NSS database of the user."),
             QStringLiteral("certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n private-root -i %1")
                 .arg(shellWord(authority))},
            {tr("Firefox: Settings > Privacy & Security > View Certificates > Authorities > "
                "Import, and tick \"Trust this CA to identify websites\"."),
             {}},
            {tr("A client certificate is imported as a PFX file. Firefox: View Certificates > Your "
                "Certificates > Import. Windows: double-click the file. Chrome on Linux:"),
             QStringLiteral("pk12util -d sql:$HOME/.pki/nssdb -i %1").arg(shellWord(pfx))},
            {tr("Restart the browser and open the site."), {}}};
}

QList<GuideStep> Guides::windows(const GuideFiles &files)
{
    const QString file = !files.authority.isEmpty() ? files.authority
                         : !files.pfx.isEmpty()     ? files.pfx
                                                    : files.certificate;
    const QString shown = file.isEmpty() ? QStringLiteral("root.cer") : fileName(file);
    return {
        {tr("Press Win+R to open the Run dialog box, enter 'mmc', and click OK."),
         QStringLiteral("mmc")},
        {tr("In the MMC console, choose File > Add/Remove Snap-in from the menu bar."), {}},
        {tr("Select Certificates from the Available Snap-ins list and click Add."), {}},
        {tr("Select Computer Account and click Next."), {}},
        {tr("Select Local computer (the computer this console is running on) and click "
            "Finish."),
         {}},
        {tr("Expand Certificates (Local Computer) and select the destination folder, such as "
            "Enterprise Trust. A root CA that all programs shall trust goes into Trusted Root "
            "Certification Authorities, a certificate with its key into Personal."),
         {}},
        {tr("Right-click the folder, choose All Tasks > Import, and choose %1.").arg(shown), {}}};
}

} // namespace cas::ui
