// SPDX-License-Identifier: GPL-3.0-or-later
// Bulk requests: every record that is read is written again and read the same.
#include "core/base/csv.h"
#include "core/base/text_encoding.h"
#include "core/privateca/batch_file.h"
#include "tests/fuzz/fuzz_input.h"

#include <algorithm>

using namespace cas;

namespace {

/// A cell that a spreadsheet would run gets an apostrophe when it is written; a byte order mark at
/// the beginning of a text is none of it.
bool changes(const QString &cell)
{
    return !cell.isEmpty() && QStringView(u"=+-@\t\r\ufeff").contains(cell.front());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input = cas::test::fuzzInput(data, size);
    (void)privateca::readBatchFile(input, {});

    const QByteArray text = utf8Text(input);
    CsvReader reader(text);
    CsvRecord record;
    while (true) {
        const auto more = reader.next(record);
        if (!more || !*more)
            break;
        const bool changed = std::any_of(record.fields.cbegin(), record.fields.cend(), changes);
        const QByteArray line = csvLine(record.fields);
        CsvReader again(line);
        CsvRecord copy;
        const auto read = again.next(copy);
        cas::test::fuzzExpect(read && *read);
        cas::test::fuzzExpect(changed || copy.fields == record.fields);
    }
    return 0;
}
