#!/usr/bin/env bash
# Compares predictions with those real Keras stored beside the models of ../shared/data (within 1e-4, or the stored
# tolerance of models whose outputs are large) and prints the largest difference.
set -uo pipefail

program=$1
data=${LAYERAUDIT_SHARED:-../shared}/data
limit=1e-4
if [ ! -d "$data" ]; then
    echo "parity: no $data; set LAYERAUDIT_SHARED to the folder that holds data/" >&2
    exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
compared=0
refused=0

# compare NAME DATASET-FOUND FILE-EXPECTED DATASET-EXPECTED
compare() {
    local allowed largest
    compared=$((compared + 1))
    # Models whose outputs are large state their own tolerance beside the output.
    allowed=$(h5dump -a suggested_tolerance "$3" 2>/dev/null | sed -n 's/^ *(0): //p')
    h5diff -r "$work/out.h5" "$3" "$2" "$4" >"$work/differences" 2>&1
    case $? in
        0) largest=0 ;;
        1) largest=$(awk '/^\[/ { if ($NF + 0 > most) most = $NF + 0; found = 1 } END { print found ? most : "none" }' \
            "$work/differences") ;;
        *) largest=none ;;
    esac
    grep -qi 'not comparable' "$work/differences" && largest=none
    if [ "$largest" != none ] && awk "BEGIN { exit !($largest <= ${allowed:-$limit}) }"; then
        echo "same     $1: largest difference $largest, allowed ${allowed:-$limit}"
    else
        echo "DIFFERS  $1: largest difference $largest, allowed ${allowed:-$limit}"
        failed=$((failed + 1))
    fi
}

audit=$data/audits/cifar10
for pair in predictions: features:features; do
    option=${pair#*:}
    name=${pair%%:*}
    if "$program" predict "$audit/source.h5" "$audit/data.h5:/members/x" --rows '0..<1000' --quiet \
        --output "$work/out.h5" ${option:+--up-to "$option"} >/dev/null; then
        compare "audits/cifar10/source.h5 $name" "/$name" "$audit/expected.h5" "/members/$name"
    else
        failed=$((failed + 1))
    fi
done

models=$data/keras-models
for expected in "$models"/expected/*.expected.h5; do
    name=$(basename "$expected" .expected.h5)
    model=$models/${name//__//}
    [ -f "$model" ] || continue
    h5ls "$expected/output" >/dev/null 2>&1 || continue
    if "$program" predict "$model" "$expected:/input" --quiet --output "$work/out.h5" >/dev/null 2>"$work/said"; then
        compare "${name//__//}" /predictions "$expected" /output
    else
        refused=$((refused + 1))
        echo "refused  ${name//__//}: $(sed -n 's/^error: //p' "$work/said" | head -n 1)"
    fi
done

echo "parity: $compared compared, $failed differ, $refused refused"
[ "$failed" -eq 0 ]
