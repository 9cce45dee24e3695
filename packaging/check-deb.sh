#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs a .deb in a bare Debian 12, starts both programs there, and removes it again.
# usage: check-deb.sh FILE.deb      (root; the bare system is kept in build/bare-debian)
set -euo pipefail
deb=$(readlink -f "$1")
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
base=$PWD/build/bare-debian
root=$PWD/build/check-deb
say() { printf '\n== %s\n' "$*"; }
[ "$(id -u)" = 0 ] || { echo "check-deb: needs root, for a chroot" >&2; exit 1; }

say "Checking the descriptions"
desktop-file-validate packaging/linux/cas-console.desktop
appstreamcli validate --no-net packaging/linux/*.metainfo.xml

if [ ! -d "$base" ]; then
    say "A bare Debian"
    mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2>/dev/null \
        | sed -nE 's/^(deb |URIs: )(\[[^]]*\] )?([^ ]+).*/\3/p' | head -1 || true)
    debootstrap --variant=minbase bookworm "$base.part" "$mirror" >/dev/null
    mv "$base.part" "$base"
fi
# An earlier run that was killed may have left the machine's own /dev in there.
leave() {
    for place in dev proc; do
        ! mountpoint -q "$root/$place" || umount "$root/$place"
    done
    rm -rf --one-file-system "$root"
}
leave
trap leave EXIT
cp -a "$base" "$root"
cp -a /etc/apt/sources.list* /etc/apt/apt.conf.d "$root/etc/apt/" 2>/dev/null || true
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
cp "$deb" "$root/cas-console.deb"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/srv LC_ALL=C.UTF-8 \
    http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" "$@"; }

say "Installing"
start=$SECONDS
before=$(inside dpkg-query -f '.\n' -W | wc -l)
inside apt-get -qq update
inside apt-get -qq -y --no-install-recommends install /cas-console.deb >/dev/null
echo "$(($(inside dpkg-query -f '.\n' -W | wc -l) - before)) packages, $((SECONDS - start)) s," \
    "$(stat -c %s "$deb") bytes"

say "casctl"
inside casctl --version
inside sh -c 'echo "a bare machine 2026" >/srv/p'
inside casctl --store /srv/a.cas --passphrase-file /srv/p store init --recovery-key-file /srv/r
inside casctl --store /srv/a.cas --passphrase-file /srv/p ca create-root --name Root \
    --subject CN=Root --years 5
inside casctl --store /srv/a.cas --passphrase-file /srv/p store check
inside sh -c 'test -s /usr/share/man/man1/casctl.1.gz && test -s /usr/share/man/man1/cas-console.1.gz'

say "cas-console"
inside sh -c 'QT_QPA_PLATFORM=offscreen timeout 10 cas-console --store /srv/a.cas \
    --passphrase-file /srv/p; test $? = 124' # still there after ten seconds
echo "the window came up and stayed"

say "Removing"
inside apt-get -qq -y purge cas-console >/dev/null
inside sh -c '! ls /usr/bin/casctl /usr/bin/cas-console /usr/share/applications/cas-console.desktop \
    /usr/share/man/man1/casctl.1.gz /usr/share/bash-completion/completions/casctl \
    /usr/share/doc/cas-console 2>/dev/null | grep .'
say "All of it holds"
