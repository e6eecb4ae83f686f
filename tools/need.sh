#!/bin/sh
# Sees to it that Debian packages are there: installs those that are missing if this user may, else says how.
#
#   tools/need.sh PACKAGE CHECK [PACKAGE CHECK]…     CHECK is a shell command that succeeds if the package is there
set -eu

missing=""
while [ $# -ge 2 ]; do
    sh -c "$2" >/dev/null 2>&1 || missing="$missing $1"
    shift 2
done
[ -n "$missing" ] || exit 0

install="apt-get install -y --no-install-recommends$missing"
if ! command -v apt-get >/dev/null; then
    echo "These Debian packages, or what they are called on this system, are missing:$missing" >&2
    exit 1
fi
if [ "$(id -u)" = 0 ]; then
    root=""
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    root="sudo"
else
    echo "Please run this line, then make again:" >&2
    echo "    sudo apt-get update && sudo $install" >&2
    exit 1
fi

echo "Installing Debian packages:$missing"
# env, because sudo passes no variables on. The package lists of a fresh machine are missing, of an unused one stale.
quiet="env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes apt-get -qq -o=Dpkg::Use-Pty=0 -o=Acquire::Retries=2"
# shellcheck disable=SC2086  # the words are meant to be split
$root $quiet install -y --no-install-recommends $missing </dev/null >/dev/null 2>&1 || {
    $root $quiet update </dev/null
    $root $quiet install -y --no-install-recommends $missing </dev/null >/dev/null
}
