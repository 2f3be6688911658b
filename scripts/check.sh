#!/usr/bin/env bash
# What is quick enough to run at each change: format, lints, and the tests of the model and the importer. The tests of the
# whole page are in scripts/test.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

cargo fmt --check
cargo clippy --locked --no-default-features --all-targets -- -D warnings
if rustup target list --installed 2>/dev/null | grep -q wasm32-unknown-unknown; then
  cargo clippy --locked --target wasm32-unknown-unknown --features split --lib --bins --examples --test web -- -D warnings
else
  echo 'The lints of the page need its target: rustup target add wasm32-unknown-unknown. Skipped.'
fi
cargo test --locked --no-default-features --quiet
# Facts that are older than they should be are told; that is no failure.
if command -v node >/dev/null; then node scripts/stale.mjs; fi
