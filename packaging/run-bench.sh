#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/run-bench.sh BUILD_FOLDER FILTER: builds the target cas_benchmarks and runs every program
# in BUILD_FOLDER/benchmarks; one JSON file each in BUILD_FOLDER/results.
set -euo pipefail
build=$1
filter=$2
cmake --build "$build" --parallel "$(nproc)" --target cas_benchmarks
mkdir -p "$build/results"
found=no
for program in "$build"/benchmarks/*; do
    [ -f "$program" ] && [ -x "$program" ] || continue
    found=yes
    name=$(basename "$program")
    echo "== $name"
    QT_QPA_PLATFORM=offscreen "$program" --benchmark_filter="$filter" \
        --benchmark_out="$build/results/$name.json" --benchmark_out_format=json
done
[ $found = yes ] || { echo "bench: no benchmark was built" >&2; exit 1; }
echo "Figures are in $build/results"
