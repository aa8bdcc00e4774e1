#!/usr/bin/env bash
# Prints LayerAudit's speeds beside those of plain PyTorch 2, measured in turn in one run. Fails on no figure.
# Usage: scripts/bench.sh RELEASE-FOLDER [option of scripts/bench.py …]; LAYERAUDIT_BENCH_PYTHON names a Python that has
# torch, keras, opacus, numpy and h5py, otherwise they are installed from PyPI into .venv.
set -euo pipefail

release=$1
shift
here=$(dirname "$0")
python=${LAYERAUDIT_BENCH_PYTHON:-}
needed='import os, sys, torch, opacus, numpy, h5py; os.environ["KERAS_BACKEND"] = "torch"; import keras; sys.exit(int(torch.__version__.split(".")[0]) < 2)'

if [ -z "$python" ]; then
    environment=$here/../.venv
    python=$environment/bin/python
    [ -x "$python" ] || python3 -m venv "$environment"
    if ! "$python" -c "$needed" 2>/dev/null; then
        echo "bench: installing PyTorch, Keras and Opacus into .venv"
        "$python" -m pip install --quiet 'torch>=2' 'keras>=3' opacus numpy h5py
    fi
elif ! "$python" -c "$needed" 2>/dev/null; then
    echo "bench: $python lacks torch 2, keras 3, opacus, numpy or h5py; name another in LAYERAUDIT_BENCH_PYTHON, or unset it" >&2
    exit 1
fi

exec "$python" "$here/bench.py" "$release/Benchmarks" "$release/layeraudit" "$@"
