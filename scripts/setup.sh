#!/usr/bin/env bash
# Installs what LayerAudit needs and this Debian machine lacks. Does nothing where everything is there.
set -euo pipefail

packages=(
    libtorch-dev libopenblas-dev libhdf5-dev liblzf-dev libxml2-dev libxslt1-dev liblinear-dev libzip-dev zlib1g-dev
    libturbojpeg0-dev libpng-dev libsqlite3-dev gnuplot-nox libxml2-utils hdf5-tools pkg-config python3-venv
    libxmlsec1-dev libxmlsec1-openssl libssl-dev xmlsec1 openssl
)

if ! command -v swift >/dev/null; then
    echo "setup: no 'swift' on the PATH. Install Swift 6.3 from https://www.swift.org/install/linux/ and run this again." >&2
    exit 1
fi

if ! command -v dpkg-query >/dev/null; then
    echo "setup: this is not a Debian system; install by hand: ${packages[*]}" >&2
    exit 0
fi

missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

run=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "setup: missing packages and no sudo. As root: apt-get install ${missing[*]}" >&2
        exit 1
    fi
    run=(sudo)
fi

export DEBIAN_FRONTEND=noninteractive
install=(env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${missing[@]}")
echo "setup: installing ${missing[*]}"
# The package lists of a fresh machine are empty or old: fetch them only when the first try finds nothing.
if ! "${run[@]}" "${install[@]}" 2>/dev/null; then
    "${run[@]}" apt-get update
    "${run[@]}" "${install[@]}"
fi
