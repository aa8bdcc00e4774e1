#!/usr/bin/env bash
# Runs the embedded example. Succeeds when the audit was completed, whatever its verdict.
set -uo pipefail

program=$1
output=$2

"$program" demo --output "$output"
code=$?
case $code in
    0) verdict="every gate passes" ;;
    1) verdict="a gate fails" ;;
    3) verdict="no gate fails, at least one is inconclusive" ;;
    *)
        echo "demo: the audit was not completed (exit code $code)" >&2
        exit "$code"
        ;;
esac
if [ ! -f "$output/report.html" ] || [ ! -f "$output/report.xml" ]; then
    echo "demo: the program ended with exit code $code and left no report" >&2
    exit 2
fi
echo "demo: exit code $code: $verdict"
echo "demo: read $output/report.html (the record is $output/report.xml)"
