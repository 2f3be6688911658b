#!/usr/bin/env bash
# Every check and test, the quick ones first. Stops at the first that fails.
#   scripts/test.sh        what needs Chromium alone
#   scripts/test.sh slow   that, the same claims of further states, the page in a language that nobody speaks, and Lighthouse
#   scripts/test.sh all    that, the core journeys in other browsers, ten million made-up people on each engine for SQL, and what is
#                          known of the packages
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

MOST_LINES=420
WASM=wasm32-unknown-unknown

case "${1:-}" in
  '') runs=(native sql tidy documents wasm e2e) ;;
  slow) runs=(native sql tidy documents wasm e2e pseudo) ;;
  all) runs=(native sql tidy documents wasm e2e pseudo browsers) ;;
  *)
    echo 'Say nothing, slow or all: scripts/test.sh all' >&2
    exit 1
    ;;
esac

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

# step TITLE COMMAND...: runs it under a heading and tells how long it took.
step() {
  local title=$1 start=$SECONDS
  shift
  printf '\n== %s\n' "$title"
  if ! "$@"; then
    printf '\nFAILED: %s (after %d s)\n' "$title" "$((SECONDS - start))"
    exit 1
  fi
  printf '   ok, %d s\n' "$((SECONDS - start))"
}

# counted NAME COMMAND...: keeps what it prints, so that the tests in it can be counted.
counted() {
  local log=$logs/$1
  shift
  "$@" 2>&1 | tee "$log"
}

# The layers: without the page there is no browser type anywhere.
core_is_free_of_the_browser() {
  local found
  found=$(cargo tree --locked --no-default-features --edges normal --target all --prefix none) || return
  found=$(grep -oE '^(leptos|web-sys|wasm-bindgen|js-sys)[^ ]*' <<<"$found" | sort -u) || return 0
  printf 'Without the feature ui there must be no browser crate, but there is:\n%s\n' "$found"
  return 1
}

files_are_short() {
  local long
  long=$(find src -name '*.rs' -exec wc -l {} + | awk -v most="$MOST_LINES" '$2 != "total" && $1 > most')
  [ -z "$long" ] && return
  printf 'Longer than %d lines:\n%s\n' "$MOST_LINES" "$long"
  return 1
}

# unless_unreachable REASONS COMMAND...: what needs the network fails for what it finds, never for want of the network.
unless_unreachable() {
  local reasons=$1 log=$logs/unreachable status=0
  shift
  "$@" >"$log" 2>&1 || status=$?
  if [ "$status" -ne 0 ] && grep -qiE "$reasons" "$log"; then
    printf 'Could not be reached, skipped: %s\n' "$*"
    return
  fi
  cat "$log"
  return "$status"
}

npm_advisories() {
  unless_unreachable 'audit endpoint returned an error|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN' npm audit --omit=optional
}

# What cargo-deny knows without the network, and the advisories, which it fetches.
crates() {
  if ! cargo deny --version >/dev/null 2>&1; then
    echo 'cargo-deny is not on this machine, skipped; the licences are checked all the same.'
    return
  fi
  cargo deny --offline check licenses bans sources || return
  unless_unreachable 'failed to fetch advisory database' cargo deny check advisories
}

# Test by test, and those that were skipped with their reasons.
# A browser that hangs, as one may, is a failure, not a wait without end.
other_browsers() { timeout --kill-after=10 1500 node --test --test-reporter=spec tests/browsers/core.test.mjs; }

sql_tests() { timeout --kill-after=10 300 node --test --test-reporter=spec tests/sql/person_level.test.mjs; }
documents_tests() { timeout --kill-after=10 900 node --test --test-reporter=spec tests/release/*.test.mjs; }
tidy_tests() { timeout --kill-after=10 600 node --test --test-reporter=spec tests/opened/opened.test.mjs; }
engines() { timeout --kill-after=10 5400 node tests/sql/engines.mjs; }

# The tests that a run tells to have passed, in the words of its runner.
passed_in() {
  case "$1" in
    native | wasm) awk '/^ *test result: ok\. [0-9]+ passed/ { n += $4 } END { print n + 0 }' "$logs/$1" ;;
    e2e | pseudo) awk '/^ *[0-9]+ passed/ { n += $1 } END { print n + 0 }' "$logs/$1" ;;
    sql | tidy | documents | browsers) awk '/^ℹ pass [0-9]+/ { n += $3 } END { print n + 0 }' "$logs/$1" ;;
  esac
}

# The sum of the tests that passed, nothing if any of the runs did not say.
passed() {
  local run n sum=0
  for run in "${runs[@]}"; do
    n=$(passed_in "$run")
    [ "$n" -gt 0 ] || return 0
    sum=$((sum + n))
  done
  echo "$sum"
}

# The slow tests need no more than the others.
step 'Setup' scripts/setup.sh "$([ "${1:-}" = all ] && echo all || echo test)"
# shellcheck source=scripts/env.sh
. scripts/env.sh
export WASM_BINDGEN_TEST_TIMEOUT=${WASM_BINDGEN_TEST_TIMEOUT:-120}
# What would make a second build quicker is of no use where there is only one, and takes gigabytes.
[ -z "${CI:-}" ] || export CARGO_INCREMENTAL=0

step 'Format' cargo fmt --check
step 'Length of files' files_are_short
step 'Layers' core_is_free_of_the_browser
step 'Licences' node scripts/licences.mjs
step 'Lints, model and importer' cargo clippy --locked --no-default-features --all-targets -- -D warnings
# Not --all-targets: what tests properties needs random numbers of the system, which a browser has not.
step 'Lints, page' cargo clippy --locked --target "$WASM" --features split --lib --bins --examples --test web -- -D warnings
step 'Tests, model and importer' counted native cargo test --locked --no-default-features
step 'Tests, SQL on DuckDB' counted sql sql_tests
step 'Tests, tables as other programs open them' counted tidy tidy_tests
step 'Tests, documents and releases' counted documents documents_tests
# A few claims in a browser are over in a second either way; compiling them is not.
step 'Tests, in the browser' counted wasm env CARGO_PROFILE_TEST_OPT_LEVEL=0 cargo test --locked --target "$WASM" --test web
step 'Build' trunk build --release
step 'Size' node scripts/size.mjs
[ -z "${1:-}" ] || export E2E_SLOW=1
step 'Tests, the whole page' counted e2e playwright test
if [ -n "${1:-}" ]; then
  step 'Tests, a language that nobody speaks' counted pseudo npm run pseudo
  step 'Speed, access and practice' node scripts/lighthouse.mjs
fi
if [ "${1:-}" = all ]; then
  step 'Memory, three minutes of use' node scripts/soak.mjs
  step 'Tests, other browsers' counted browsers other_browsers
  step 'SQL, ten million people on each engine' engines
  step 'Advisories, npm packages' npm_advisories
  step 'Licences, advisories and sources, crates' crates
fi

total=$(passed)
printf '\nAll checks and tests passed in %d s.\n' "$SECONDS"
if [ -n "$total" ]; then
  printf '%d passed, 0 failed\n' "$total"
fi
