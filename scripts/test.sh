#!/usr/bin/env bash
# Runs the built tests and says at the end what failed, or what never ended, which is hard to find among thousands of
# lines. They may take TEST_SECONDS, and until TEST_DEADLINE (seconds since 1970): where they do not come to an end, nothing
# would say which of them it was.
set -uo pipefail
cd "$(dirname "$0")/.."

log=.build/test.log
seconds=${TEST_SECONDS:-2400}
left=$((${TEST_DEADLINE:-9999999999} - $(date +%s)))
[ "$left" -ge "$seconds" ] || seconds=$((left > 1 ? left : 1))
timeout --kill-after=10 "$seconds" stdbuf -oL swift test --skip-build "$@" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}
[ "$status" -ne 0 ] || exit 0
echo "What failed:"
grep -a -A 20 -E '^✘|^.{0,3}error:|Fatal error|[Cc]rash' "$log" | grep -a -v -E '^(✔|◇|--)' | tail -120
if [ "$status" -eq 124 ] || [ "$status" -eq 137 ]; then
    echo "The time was up ($seconds s). What had begun and not ended:"
    names() { grep -a -E "^$1 Test .*\)[^ ]* .*$2" "$log" | grep -a -v '^. Test case' | sed -E "s/^. Test ([^ ]+).*/\1/" | sort -u; }
    comm -23 <(names '◇' started) <(names '[✔✘]' '(passed|failed) after') | head -60
fi
exit 1
