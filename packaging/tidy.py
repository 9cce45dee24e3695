#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy-14 over files in parallel within a time box.

Files are taken in the order given; when the time is up, running ones are stopped, and everything
that was not looked at is named. Only findings make it fail, not a file left out.
"""
import argparse
import concurrent.futures
import json
import os
import subprocess
import sys
import time


def in_database(database):
    with open(os.path.join(database, "compile_commands.json"), encoding="utf-8") as file:
        return {os.path.realpath(os.path.join(entry["directory"], entry["file"]))
                for entry in json.load(file)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", required=True)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seconds", type=int, default=0, help="time box; 0 is none")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()

    known = in_database(options.database)
    end = time.monotonic() + options.seconds if options.seconds else None
    left_out = []

    def look_at(path):
        """None when there was no time, else (exit status, output)."""
        remaining = None if end is None else end - time.monotonic()
        if remaining is not None and remaining <= 0:
            return None
        try:
            run = subprocess.run(
                ["clang-tidy-14", "-p", options.database, "--quiet", path],
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                timeout=remaining, check=False)
        except subprocess.TimeoutExpired:
            return None
        return run.returncode, run.stdout

    failed = 0
    done = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        runs = []
        for path in options.files:
            if os.path.realpath(path) in known:
                runs.append((path, pool.submit(look_at, path)))
            else:
                left_out.append(f"{path} (no target compiles it)")
        for path, run in runs:
            result = run.result()
            if result is None:
                left_out.append(path)
                continue
            done += 1
            if result[0] != 0:
                failed += 1
                print(result[1], end="", flush=True)
                if not result[1].strip():
                    print(f"{path}: clang-tidy ended with {result[0]} and said nothing")
    print(f"tidy: {done} files looked at, {failed} with findings")
    if left_out:
        print(f"tidy: {len(left_out)} left out (time box {options.seconds} s; "
              "./dev lint --all looks at everything):")
        for path in left_out:
            print(f"  {path}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
