#!/usr/bin/env bash
# Holds what LayerAudit answers against real Keras, and prints every difference.
# Usage: scripts/parity.sh LAYERAUDIT [stored|applications|roundtrip|hardened …]; all unless named.
# LAYERAUDIT_KERAS3_PYTHON and LAYERAUDIT_KERAS2_PYTHON name Pythons that have the packages of Tests/Parity/requirements-*.txt;
# otherwise these are installed from PyPI into .venv-keras3 and .venv-keras2.
set -uo pipefail

program=$1
shift
parts=${*:-stored applications roundtrip hardened}
here=$(cd "$(dirname "$0")/.." && pwd)
shared=${LAYERAUDIT_SHARED:-$here/../shared}
failed=0

# environment NAME REQUIREMENTS: the Python of a virtual environment with these packages
environment() {
    local folder=$here/.venv-$1
    if ! cmp -s "$2" "$folder/requirements.txt"; then
        echo "parity: installing $(basename "$2") into .venv-$1" >&2
        python3 -m venv "$folder" && "$folder/bin/pip" install --quiet --disable-pip-version-check -r "$2" &&
            cp "$2" "$folder/requirements.txt" || exit 1
    fi
    echo "$folder/bin/python"
}

keras3=${LAYERAUDIT_KERAS3_PYTHON:-$(environment keras3 "$here/Tests/Parity/requirements-keras3.txt")} || exit 1
keras2=${LAYERAUDIT_KERAS2_PYTHON:-$(environment keras2 "$here/Tests/Parity/requirements-keras2.txt")} || exit 1

for part in $parts; do
    case $part in
        stored)
            if [ -d "$shared/data" ]; then
                "$keras3" "$here/Tests/Parity/stored.py" "$program" "$shared" || failed=1
            else
                echo "SKIP stored: no $shared/data; set LAYERAUDIT_SHARED to the folder that holds data/"
            fi
            ;;
        applications)
            "$keras3" "$here/Tests/Parity/applications.py" "$program" || failed=1
            "$keras2" "$here/Tests/Parity/applications.py" "$program" || failed=1
            ;;
        roundtrip)
            "$keras3" "$here/Tests/Parity/roundtrip.py" "$program" "$shared" || failed=1
            "$keras2" "$here/Tests/Parity/roundtrip.py" "$program" "$shared" || failed=1
            ;;
        hardened)
            "$keras3" "$here/Tests/Parity/hardened.py" "$program" || failed=1
            ;;
        *)
            echo "parity: no part '$part'; there are stored, applications, roundtrip and hardened" >&2
            exit 64
            ;;
    esac
done
exit $failed
