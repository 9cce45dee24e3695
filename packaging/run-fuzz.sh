#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/run-fuzz.sh BUILD_FOLDER SECONDS: runs every program in BUILD_FOLDER/fuzzers for SECONDS. It starts from
# tests/fuzz/corpus/NAME, grows a corpus in BUILD_FOLDER/corpus/NAME, and leaves inputs that broke
# something in BUILD_FOLDER/findings/NAME-*.
set -euo pipefail
build=$1
seconds=$2
status=0
found=no
mkdir -p "$build/findings"
for program in "$build"/fuzzers/*; do
    [ -f "$program" ] && [ -x "$program" ] || continue
    found=yes
    name=$(basename "$program")
    mkdir -p "$build/corpus/$name"
    seeds=()
    [ ! -d "tests/fuzz/corpus/$name" ] || seeds=("tests/fuzz/corpus/$name")
    echo "== $name for $seconds s"
    "$program" -max_total_time="$seconds" -max_len=65536 -timeout=10 -print_final_stats=1 \
        -artifact_prefix="$build/findings/$name-" "$build/corpus/$name" "${seeds[@]}" || status=1
done
[ $found = yes ] || { echo "fuzz: no fuzz target was built" >&2; exit 1; }
[ $status -eq 0 ] || echo "fuzz: see $build/findings" >&2
exit $status
