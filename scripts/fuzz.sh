#!/usr/bin/env bash
# Looks for bytes that break a claim of fuzz/claims, guided by what code an input reaches (libFuzzer).
#   scripts/fuzz.sh tables 60   a target of fuzz/Cargo.toml, for so many seconds; `all` is every target, one after the other
# What it finds lies in fuzz/artifacts/: make it small (cargo fuzz tmin), put it into fuzz/found/TARGET/, and mend the kind.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

target=${1:-all}
seconds=${2:-60}
runs=${RUNS:--1}
all=$(sed -n 's/^name = "\([a-z]*\)"$/\1/p' fuzz/Cargo.toml)
if [ "$target" != all ] && ! grep -qx "$target" <<<"$all"; then
  printf 'There is no target %s. There are: %s, and all of them: all\n' "$target" "$(tr '\n' ' ' <<<"$all")" >&2
  exit 1
fi
scripts/setup.sh fuzz

# What guides it is not yet in the compiler that is called stable. There is no unsafe code of ours for a sanitizer to watch.
export RUSTC_BOOTSTRAP=1
for name in $([ "$target" = all ] && echo "$all" || echo "$target"); do
  seeds="fuzz/seeds/$name"
  [ "$name" = files ] && seeds=tests/fixtures/spreadsheets
  mkdir -p "fuzz/corpus/$name" "fuzz/found/$name"
  printf '\n== %s, %s seconds\n' "$name" "$seconds"
  cargo fuzz run --fuzz-dir fuzz --sanitizer none "$name" "fuzz/corpus/$name" "$seeds" "fuzz/found/$name" -- \
    -max_total_time="$seconds" -runs="$runs" -max_len=8192 -timeout=10 -rss_limit_mb=4096 -print_final_stats=1
  rmdir --ignore-fail-on-non-empty "fuzz/found/$name"
done
rmdir --ignore-fail-on-non-empty fuzz/found
