// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/pem_reader.h"

#include <QBuffer>
#include <QFile>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace cas::certificates {

/// Where certificates are taken from.
struct ImportInput
{
    QStringList paths; // files and folders; folders with all below them
    QByteArray text; // pasted or dropped, read after the files; may be empty
    QString textName; // for people: what `text` is called in the report
};

/// A piece of a file that may hold certificates or keys: one PEM block, or a whole file in DER.
struct ImportBlob
{
    QString file;
    qint64 line = 0; // of a PEM block, 1-based; 0 otherwise
    crypto::PemText pem; // where `line` is set
    QByteArray der; // otherwise
    std::optional<Error> refusal; // nothing could be read of it
};

/// Reads files one after another, PEM bundles of any length in constant memory.
/// @thread the one that uses it
class ImportSource
{
public:
    explicit ImportSource(const ImportInput &input);
    ~ImportSource();

    /// Reads on. @return nothing at the end
    /// `refusal` of what is returned: FileNotFound, Io; InputInvalid(args path, "a regular file");
    /// FileTooLarge: over 64 MiB and no PEM; FormatUnknown: neither PEM nor DER (files in folders
    /// that are neither are passed over); PemInvalid
    std::optional<ImportBlob> next();

    /// Bytes of all files and how many of them were read: for progress.
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] qint64 position() const;

private:
    struct Entry
    {
        QString path;
        bool named = true; // by the person, not found in a folder
    };
    void addFolder(const QString &path);
    std::optional<ImportBlob> open(const Entry &entry);
    std::optional<ImportBlob> begin(std::unique_ptr<QIODevice> device, const QString &name,
                                    bool named);
    std::optional<ImportBlob> nextBlock();
    void closeFile();

    std::vector<Entry> m_entries;
    size_t m_next = 0; // into m_entries
    QByteArray m_text;
    QString m_textName;
    bool m_textDone = false;
    qint64 m_size = 0;
    qint64 m_passed = 0; // of files that were read

    std::unique_ptr<QIODevice> m_device; // the one that is being read as PEM
    std::unique_ptr<crypto::PemReader> m_reader;
    QString m_name;
    bool m_named = true;
    bool m_foundBlock = false;
};

} // namespace cas::certificates
