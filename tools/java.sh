#!/bin/sh
# Makes sure that there is a Java that Spark can run on (17 or later). On Debian and Ubuntu, as root, it installs one.
set -eu

version=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1) || version=
if [ "${version:-0}" -ge 17 ]; then exit; fi

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    printf '== Java 17 for the Spark tests, with apt-get\n'
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update
    apt-get -qq install --yes --no-install-recommends openjdk-17-jre-headless </dev/null ||
        apt-get -qq install --yes --no-install-recommends default-jre-headless </dev/null
else
    printf 'The Spark tests need Java 17 or later: install a JRE (Debian: openjdk-17-jre-headless) and run make again.\n' >&2
    exit 1
fi
