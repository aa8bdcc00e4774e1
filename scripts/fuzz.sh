#!/usr/bin/env bash
# Runs each fuzz target for some seconds, guided by counters in every branch: scripts/fuzz.sh SECONDS
# or, with a folder of built targets, without that guidance and without building: scripts/fuzz.sh SECONDS .build/debug
# Findings are in .build/fuzz/findings.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-600}
built=${2:-}
state=.build/fuzz
findings=$state/findings
fixtures=Tests/KerasModelsTests/Fixtures
declare -A seeds=(
    [FuzzModels]="$fixtures $fixtures/Topologies"
    [FuzzPolicies]="Tests/Fuzzing/Corpus/Manifests Policies"
)
declare -A longest=([FuzzModels]=65536 [FuzzPolicies]=16384)

mkdir -p "$findings"
trap 'rm -rf /dev/shm/layeraudit-fuzz-*' EXIT
if [ -z "$built" ]; then
    export LAYERAUDIT_FUZZ=1
    built=$state/debug
    for target in FuzzModels FuzzPolicies; do
        swift build -j "${JOBS:-2}" --scratch-path "$state" --product "$target"
    done
fi
fuzz() {
    local target=$1
    mkdir -p "$state/corpus/$target"
    # A file may keep a child busy for three seconds of processor time, which are more by the clock of a busy machine.
    # shellcheck disable=SC2086
    FUZZ_WEIGHTS=$fixtures/dense.h5 "$built/$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 \
        -detect_leaks=1 -max_len="${longest[$target]}" -print_final_stats=1 -artifact_prefix="$findings/$target-" \
        "$state/corpus/$target" ${seeds[$target]} 2>"$state/$target.log" || {
        tail -40 "$state/$target.log"
        return 1
    }
    grep -E '^Done|peak_rss|slowest' "$state/$target.log" | sed "s/^/$target: /"
}

jobs=()
for target in FuzzModels FuzzPolicies; do
    fuzz "$target" &
    jobs+=($!)
done
failed=0
for job in "${jobs[@]}"; do wait "$job" || failed=1; done
exit "$failed"
