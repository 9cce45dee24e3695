// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <span>
#include <utility>

namespace cas {

/// Overwrites memory in a way the optimiser may not drop.
/// @thread any
void secureWipe(void *data, size_t bytes) noexcept;

/// A buffer for passphrases, keys and PINs: move-only, locked into RAM where the system allows it,
/// overwritten when freed or reassigned. Never printed, never turned into a QString.
/// @thread any; one object belongs to one thread at a time
class SecretBytes
{
public:
    SecretBytes() = default;
    /// `size` zero bytes.
    explicit SecretBytes(size_t size);
    /// A copy of `bytes`; the caller still owns, and must wipe, the original.
    static SecretBytes copyOf(QByteArrayView bytes);
    /// Takes the bytes over and wipes the source array (also where it is shared: it is detached
    /// first, so the caller must hold the only reference for the wipe to mean anything).
    static SecretBytes takeFrom(QByteArray &bytes);

    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    ~SecretBytes();

    /// Copying is explicit, so that it can be found.
    [[nodiscard]] SecretBytes clone() const;

    [[nodiscard]] unsigned char *data() noexcept { return m_data; }
    [[nodiscard]] const unsigned char *data() const noexcept { return m_data; }
    [[nodiscard]] size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }
    /// A borrowed view; do not copy it into a QByteArray.
    [[nodiscard]] QByteArrayView view() const noexcept
    {
        return {m_data, static_cast<qsizetype>(m_size)};
    }
    [[nodiscard]] std::span<const unsigned char> span() const noexcept { return {m_data, m_size}; }

    /// Shortens to `size` bytes (not more than now); what falls off is wiped.
    void truncate(size_t size) noexcept;
    /// Compares in time that depends on the sizes only.
    [[nodiscard]] bool equals(const SecretBytes &other) const noexcept;
    void clear() noexcept;

private:
    unsigned char *m_data = nullptr;
    size_t m_size = 0;
    size_t m_capacity = 0;
};

} // namespace cas
