#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the packages of packaging/deps/GROUP.txt that are missing.
#
#   packaging/install-deps.sh [--print] GROUP...
#
# With everything in place it only asks dpkg and ends: no network, no root. --print names what is
# missing and installs nothing. Services that packages bring are not started.
set -euo pipefail
lists=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/deps

print_only=no
if [ "${1:-}" = --print ]; then
    print_only=yes
    shift
fi

wanted=()
for group in "$@"; do
    while read -r line; do
        line=${line%%#*}
        line=${line//[[:space:]]/}
        [ -z "$line" ] || wanted+=("$line")
    done <"$lists/$group.txt"
done

if ! command -v dpkg-query >/dev/null; then
    echo "dev: not a Debian system; please provide what these packages hold: ${wanted[*]}" >&2
    exit 0
fi

# One call for everything that is installed is faster than one for each name.
declare -A installed=()
while read -r state name; do
    [ "$state" = ii ] || [ "$state" = hi ] || continue
    installed[$name]=1
done < <(dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n')

missing=()
for names in "${wanted[@]}"; do
    found=no
    for name in ${names//|/ }; do
        [ -z "${installed[$name]:-}" ] || found=yes
    done
    [ $found = yes ] || missing+=("$names")
done
[ ${#missing[@]} -gt 0 ] || exit 0
if [ $print_only = yes ]; then
    printf '%s\n' "${missing[@]}"
    exit 0
fi

root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "dev: these packages are missing, and there is no sudo to install them with:" >&2
        printf '  %s\n' "${missing[@]}" >&2
        exit 1
    fi
    root=(sudo)
    [ "${CI:-}" != true ] || root=(sudo -n) # nobody is there to type a password
fi

apt_get() {
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
        -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" </dev/null
}

# The first name of each line that the package lists know; fails when a line has none.
pick_names() {
    local names name known
    picked=()
    for names in "${missing[@]}"; do
        known=
        for name in ${names//|/ }; do
            if [ -n "$(apt-cache show "$name" 2>/dev/null)" ]; then
                known=$name
                break
            fi
        done
        if [ -z "$known" ]; then
            unknown=$names
            return 1
        fi
        picked+=("$known")
    done
}

updated=no
update_lists() {
    apt_get update
    updated=yes
}

picked=()
unknown=
if ! pick_names; then
    update_lists
    if ! pick_names; then
        echo "dev: the package lists know no '$unknown'" >&2
        exit 1
    fi
fi

# 101 = do not start services while installing. Whatever stood there before comes back.
policy=/usr/sbin/policy-rc.d
kept=
if [ -e $policy ]; then
    kept=$policy.cas-kept
    "${root[@]}" cp -p $policy $kept
fi
restore_policy() {
    if [ -n "$kept" ]; then
        "${root[@]}" mv -f $kept $policy
    else
        "${root[@]}" rm -f $policy
    fi
}
trap restore_policy EXIT
printf '#!/bin/sh\nexit 101\n' | "${root[@]}" tee $policy >/dev/null
"${root[@]}" chmod 755 $policy

echo "dev: installing ${picked[*]}"
if ! apt_get install --no-install-recommends "${picked[@]}"; then
    # Stale lists name packages that the mirror no longer has.
    [ $updated = no ] || exit 1
    update_lists
    apt_get install --no-install-recommends "${picked[@]}"
fi
