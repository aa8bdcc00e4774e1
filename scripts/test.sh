#!/usr/bin/env bash
# Runs the built tests and says at the end what failed, which is hard to find among thousands of lines.
set -uo pipefail
cd "$(dirname "$0")/.."

log=.build/test.log
swift test --skip-build "$@" 2>&1 | tee "$log" && exit
echo "What failed:"
grep -a -A 20 -E '^✘|^.{0,3}error:|Fatal error|[Cc]rash' "$log" | grep -a -v -E '^(✔|◇|--)' | tail -120
exit 1
