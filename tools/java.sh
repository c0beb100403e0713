#!/bin/sh
# Makes sure that there is a Java that Spark can run on (17 or later). On Debian and Ubuntu, as root, it installs one.
set -eu

version=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1) || version=
if [ "${version:-0}" -ge 17 ]; then exit; fi

sh tools/debian.sh openjdk-17-jre-headless || sh tools/debian.sh default-jre-headless
