#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev lint [--all]: the rules of the tree over everything; clang-format and clang-tidy over the
# C++ files that differ from the merge base (CAS_LINT_BASE, origin/main, else the commit before
# this one), or over all of them.
#
# clang-tidy costs about 10 s a file, so without --all it gets CAS_TIDY_SECONDS (240) and looks at
# the files in order of change size, largest first; what it did not get to is named at the end.
set -euo pipefail
jobs=$(nproc)
all=no
[ "${1:-}" != --all ] || all=yes

merge_base() {
    local head candidate base
    head=$(git rev-parse --verify -q HEAD) || return 0
    for candidate in "${CAS_LINT_BASE:-}" origin/main HEAD~1; do
        [ -n "$candidate" ] || continue
        base=$(git merge-base "$candidate" HEAD 2>/dev/null) || continue
        [ "$base" != "$head" ] || continue
        echo "$base"
        return 0
    done
}

# Prints the C++ files to look at, NUL-separated, largest change first.
changed_files() {
    local base=$1
    {
        git diff --numstat --no-renames --diff-filter=ACM "$base" -- '*.cpp' '*.h'
        git ls-files -o --exclude-standard -- '*.cpp' '*.h' | while IFS= read -r file; do
            printf '%s\t0\t%s\n' "$(wc -l <"$file")" "$file"
        done
    } | sort -t "$(printf '\t')" -k1,1nr | cut -f3 | tr '\n' '\0'
}

base=
files=()
if [ $all = yes ]; then
    echo "lint: all files"
    mapfile -d '' files < <(git ls-files -co --exclude-standard -z -- '*.cpp' '*.h')
else
    base=$(merge_base)
    if [ -n "$base" ]; then
        mapfile -d '' files < <(changed_files "$base")
        echo "lint: ${#files[@]} C++ files differ from $(git rev-parse --short "$base")"
    else
        echo "lint: no commit to compare with; only the rules of the tree are checked"
    fi
fi
existing=()
for file in "${files[@]}"; do
    [ ! -f "$file" ] || existing+=("$file")
done
files=("${existing[@]}")
failed=no

echo "lint: rules of the tree"
for check in include_graph spdx file_length paths; do
    /usr/bin/python3 -B "tests/house/$check.py" || failed=yes
done

if [ ${#files[@]} -gt 0 ]; then
    echo "lint: format"
    printf '%s\0' "${files[@]}" \
        | xargs -0 -n 20 -P "$jobs" clang-format-14 --dry-run -Werror || {
        echo "lint: ./dev format mends this"
        failed=yes
    }
fi

sources=()
for file in "${files[@]}"; do
    [[ $file != *.cpp || $file == *_win.cpp || $file == *_mac.cpp ]] || sources+=("$file")
done
if [ ${#sources[@]} -gt 0 ]; then
    echo "lint: clang-tidy over ${#sources[@]} files"
    # A build tree of its own, never built: without unity (one entry for each file). The forwarding
    # headers are there once it is configured; what includes moc's output cannot be read without a
    # build, and is left to the compiler's warnings.
    cmake --preset dev -B build/lint -DCAS_BENCH=ON --log-level=WARNING >/dev/null
    mapfile -t sources < <(grep -L '\.moc"' "${sources[@]}")
    /usr/bin/python3 -B packaging/tidy.py --database build/lint --jobs "$jobs" \
        --seconds "$([ $all = yes ] && echo 0 || echo "${CAS_TIDY_SECONDS:-240}")" \
        "${sources[@]}" || failed=yes
fi

# Windows' own files, read by the compiler that makes Windows programs where it is installed
# (g++-mingw-w64-x86-64): Qt's headers are the same ones, no library is needed to read.
windows=()
for file in "${files[@]}"; do
    [[ $file != *_win.cpp ]] || windows+=("$file")
done
mingw=x86_64-w64-mingw32-g++-posix
if [ ${#windows[@]} -gt 0 ] && command -v $mingw >/dev/null; then
    echo "lint: $mingw over ${#windows[@]} files"
    qt=$(qmake6 -query QT_INSTALL_HEADERS)
    for file in "${windows[@]}"; do
        $mingw -std=c++20 -fsyntax-only -Wall -Wextra -Werror -DUNICODE -D_UNICODE \
            -DQT_NO_CAST_FROM_ASCII -I. -isystem "$qt" -isystem "$qt/QtCore" -isystem "$qt/QtGui" \
            "$file" || failed=yes
    done
fi

if [ $failed = yes ]; then
    echo "lint: findings above" >&2
    exit 1
fi
echo "lint: nothing found"
