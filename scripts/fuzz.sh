#!/usr/bin/env bash
# Builds the fuzz targets and runs each for some seconds: scripts/fuzz.sh SECONDS. Findings are in .build/fuzz/findings.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-600}
build=.build/fuzz
findings=$build/findings
fixtures=Tests/KerasModelsTests/Fixtures
declare -A seeds=(
    [FuzzModels]="$fixtures $fixtures/Topologies"
    [FuzzPolicies]="Tests/Fuzzing/Corpus/Manifests Policies"
)
declare -A longest=([FuzzModels]=65536 [FuzzPolicies]=16384)

export LAYERAUDIT_FUZZ=1
mkdir -p "$findings"
trap 'rm -rf /dev/shm/layeraudit-fuzz-*' EXIT
for target in FuzzModels FuzzPolicies; do
    swift build -j "${JOBS:-2}" --scratch-path "$build" --product "$target"
done
for target in FuzzModels FuzzPolicies; do
    mkdir -p "$build/corpus/$target"
    # The child processes that try a file out are the product's own, and what they meet is no finding.
    # shellcheck disable=SC2086
    FUZZ_WEIGHTS=$fixtures/dense.h5 "$build/debug/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
        -detect_leaks=1 -max_len="${longest[$target]}" -print_final_stats=1 -verbosity=1 -artifact_prefix="$findings/$target-" \
        "$build/corpus/$target" ${seeds[$target]}
done
