#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev format [--check] [--staged]: clang-format 14 over our C++ files. --staged looks at the
# content that is about to be committed instead of the files on disk, for the pre-commit hook.
set -euo pipefail

check=no
staged=no
for argument in "$@"; do
    case "$argument" in
    --check) check=yes ;;
    --staged) staged=yes ;;
    *) echo "format: unknown option '$argument'" >&2; exit 2 ;;
    esac
done

if [ $staged = yes ]; then
    bad=()
    while IFS= read -r -d '' file; do
        # From the index: what is committed, not what happens to be in the working tree.
        git show ":$file" | clang-format-14 --assume-filename="$file" --dry-run -Werror \
            2>/dev/null || bad+=("$file")
    done < <(git diff --cached --name-only -z --diff-filter=ACMR -- '*.cpp' '*.h')
    if [ ${#bad[@]} -gt 0 ]; then
        printf 'not in the format: %s\n' "${bad[@]}" >&2
        echo "run ./dev format, then stage the result" >&2
        exit 1
    fi
    exit 0
fi

mode=(-i)
[ $check = no ] || mode=(--dry-run -Werror)
git ls-files -co --exclude-standard -z -- '*.cpp' '*.h' \
    | while IFS= read -r -d '' file; do [ ! -f "$file" ] || printf '%s\0' "$file"; done \
    | xargs -0 -r -n 20 -P "$(nproc)" clang-format-14 "${mode[@]}"
