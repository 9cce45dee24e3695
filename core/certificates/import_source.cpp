// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/import_source.h"
#include "core/base/text_encoding.h"
#include "core/certificates/output_file.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace cas::certificates {

namespace {

constexpr qint64 kWholeFileLimit = qint64(64) << 20; // what is not streamed
constexpr qint64 kPeekBytes = 4096;
constexpr char kSequence = 0x30;

/// Parameters that tools write beside a key; nothing is lost by passing over them.
bool isBeside(const QString &label)
{
    return label.endsWith(u" PARAMETERS");
}

bool isUtf16(const QByteArray &start)
{
    return start.startsWith("\xff\xfe") || start.startsWith("\xfe\xff")
           || (start.size() >= 2 && (start.at(0) == '\0') != (start.at(1) == '\0'));
}

Error fileError(const QFile &file)
{
    if (!file.exists())
        return fail(ErrorCode::FileNotFound, QStringLiteral("file"), {file.fileName()});
    return fail(ErrorCode::Io, QStringLiteral("file"), {file.fileName(), file.errorString()});
}

ImportBlob refusedBlob(const QString &name, Error error)
{
    ImportBlob blob;
    blob.file = name;
    blob.refusal = std::move(error);
    return blob;
}

} // namespace

ImportSource::ImportSource(const ImportInput &input)
    : m_text(input.text)
    , m_textName(input.textName)
    , m_size(input.text.size())
{
    for (const QString &path : input.paths) {
        const QFileInfo info(path);
        if (info.isDir()) {
            addFolder(path);
            continue;
        }
        m_entries.push_back({path, true});
        m_size += info.size();
    }
}

ImportSource::~ImportSource() = default;

void ImportSource::addFolder(const QString &path)
{
    std::vector<Entry> found;
    // Links are not followed: they may lead round in a circle, or out of the folder.
    QDirIterator files(path, QDir::Files | QDir::NoSymLinks | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        found.push_back({files.next(), false});
        m_size += files.fileInfo().size();
    }
    std::sort(found.begin(), found.end(),
              [](const Entry &a, const Entry &b) { return a.path < b.path; });
    m_entries.insert(m_entries.end(), found.begin(), found.end());
}

qint64 ImportSource::position() const
{
    return m_passed + (m_reader ? m_reader->position() : 0);
}

std::optional<ImportBlob> ImportSource::next()
{
    while (true) {
        if (m_reader) {
            if (auto blob = nextBlock())
                return blob;
            continue;
        }
        std::optional<ImportBlob> blob;
        if (m_next < m_entries.size()) {
            blob = open(m_entries[m_next++]);
        } else if (!m_text.isEmpty() && !m_textDone) {
            m_textDone = true;
            auto buffer = std::make_unique<QBuffer>();
            buffer->setData(m_text);
            buffer->open(QIODevice::ReadOnly);
            blob = begin(std::move(buffer), m_textName, true);
        } else {
            return std::nullopt;
        }
        if (blob)
            return blob;
    }
}

std::optional<ImportBlob> ImportSource::open(const Entry &entry)
{
    const QFileInfo info(entry.path);
    if (info.exists() && !info.isFile())
        return refusedBlob(entry.path, fail(ErrorCode::InputInvalid, QStringLiteral("file"),
                                            {entry.path, QStringLiteral("a regular file")}));
    if (isReserved(entry.path)) { // the store itself
        if (!entry.named)
            return std::nullopt;
        return refusedBlob(entry.path, fail(ErrorCode::FormatUnknown, QStringLiteral("file")));
    }
    auto file = std::make_unique<QFile>(entry.path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return refusedBlob(entry.path, fileError(*file));
    return begin(std::move(file), entry.path, entry.named);
}

/// Looks at the first bytes: DER is returned whole, PEM is begun.
std::optional<ImportBlob> ImportSource::begin(std::unique_ptr<QIODevice> device,
                                              const QString &name, bool named)
{
    const QByteArray start = device->peek(kPeekBytes);
    const bool der = start.startsWith(kSequence);
    if (der || isUtf16(start)) {
        m_passed += device->size();
        if (device->size() > kWholeFileLimit)
            return refusedBlob(name, fail(ErrorCode::FileTooLarge, QStringLiteral("file"),
                                          {QString::number(kWholeFileLimit)}));
        QByteArray whole = device->readAll();
        if (der) {
            ImportBlob blob;
            blob.file = name;
            blob.der = std::move(whole);
            return blob;
        }
        m_passed -= device->size(); // counted while it is read as text
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(utf8Text(whole));
        buffer->open(QIODevice::ReadOnly);
        device = std::move(buffer);
    }
    m_device = std::move(device);
    m_reader = std::make_unique<crypto::PemReader>(*m_device);
    m_name = name;
    m_named = named;
    m_foundBlock = false;
    return std::nullopt;
}

/// @return nothing where the file has ended without another block
std::optional<ImportBlob> ImportSource::nextBlock()
{
    ImportBlob blob;
    blob.file = m_name;
    const auto more = m_reader->next(blob.pem);
    if (!more) {
        m_foundBlock = true;
        if (more.error().code == ErrorCode::Io)
            closeFile();
        return refusedBlob(blob.file, more.error());
    }
    if (*more) {
        m_foundBlock = true;
        if (isBeside(blob.pem.label))
            return std::nullopt; // the loop of next() goes on with the same reader
        blob.line = blob.pem.line;
        return blob;
    }
    const bool reportIt = !m_foundBlock && m_named;
    closeFile();
    if (reportIt)
        return refusedBlob(blob.file, fail(ErrorCode::FormatUnknown, QStringLiteral("file")));
    return std::nullopt;
}

void ImportSource::closeFile()
{
    m_passed += m_reader->position();
    m_reader.reset();
    m_device.reset();
}

} // namespace cas::certificates
