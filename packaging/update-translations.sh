#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/update-translations.sh FOLDER: lupdate over core/, ui/ and app/ into FOLDER/cas_*.ts.
# English holds plural forms only: its texts stand in the source. Line numbers are left out, so that
# a .ts file changes only when a text does.
set -euo pipefail
folder=$1
qt=$(qtpaths6 --query QT_HOST_BINS 2>/dev/null || echo /usr/lib/qt6/bin)
common=(-I . -recursive core ui app -locations none -no-obsolete -source-language en)
"$qt/lupdate" -silent "${common[@]}" -target-language zh_CN -ts "$folder/cas_zh_CN.ts"
"$qt/lupdate" -silent "${common[@]}" -target-language en -pluralonly -ts "$folder/cas_en.ts"
