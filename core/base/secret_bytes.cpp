// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret_bytes.h"
#include "core/base/platform/memory.h"
#include "core/base/secret_pool.h"

#include <QByteArray>

#include <cstring>
#include <new>

namespace cas {

void secureWipe(void *data, size_t bytes) noexcept
{
    platform::wipe(data, bytes);
}

SecretBytes::SecretBytes(size_t size)
{
    if (size == 0)
        return;
    m_data = static_cast<unsigned char *>(secret_pool::take(size));
    if (!m_data)
        throw std::bad_alloc();
    m_size = size;
    m_capacity = size;
}

SecretBytes SecretBytes::copyOf(QByteArrayView bytes)
{
    SecretBytes secret(static_cast<size_t>(bytes.size()));
    if (secret.m_data) // nothing to copy otherwise
        std::memcpy(secret.m_data, bytes.data(), static_cast<size_t>(bytes.size()));
    return secret;
}

SecretBytes SecretBytes::takeFrom(QByteArray &bytes)
{
    SecretBytes secret = copyOf(bytes);
    secureWipe(bytes.data(), static_cast<size_t>(bytes.size()));
    bytes.clear();
    return secret;
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0))
{ }

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    clear();
}

SecretBytes SecretBytes::clone() const
{
    return copyOf(view());
}

void SecretBytes::truncate(size_t size) noexcept
{
    if (size >= m_size)
        return;
    secureWipe(m_data + size, m_size - size);
    m_size = size;
}

bool SecretBytes::equals(const SecretBytes &other) const noexcept
{
    if (m_size != other.m_size)
        return false;
    unsigned char difference = 0;
    for (size_t i = 0; i < m_size; ++i)
        difference = static_cast<unsigned char>(difference | (m_data[i] ^ other.m_data[i]));
    return difference == 0;
}

void SecretBytes::clear() noexcept
{
    if (m_data)
        secret_pool::giveBack(m_data, m_capacity);
    m_data = nullptr;
    m_size = 0;
    m_capacity = 0;
}

} // namespace cas
