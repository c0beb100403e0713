#!/bin/sh
# Makes sure that Debian packages are there: tools/debian.sh PACKAGE... Says nothing when they are.
#
# On Debian and Ubuntu, as root, it installs the missing ones; otherwise it says which are missing and fails. On a
# machine without dpkg it can't know, so it says what is needed and goes on.
set -eu

if ! command -v dpkg-query >/dev/null; then
    printf 'Not Debian or Ubuntu: have the equivalents of %s installed.\n' "$*" >&2
    exit
fi

missing=
for package; do
    state=$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null) || state=
    if [ "$state" != installed ]; then missing="$missing $package"; fi
done
if [ -z "$missing" ]; then exit; fi

if [ "$(id -u)" -ne 0 ]; then
    printf 'Missing:%s. Install them (apt-get install%s) and run make again.\n' "$missing" "$missing" >&2
    exit 1
fi
printf '== with apt-get:%s\n' "$missing"
export DEBIAN_FRONTEND=noninteractive
apt-get -qq update
# shellcheck disable=SC2086 # the names are words
apt-get -qq install --yes --no-install-recommends $missing </dev/null
