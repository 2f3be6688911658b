#!/usr/bin/env bash
# The documents.
#   scripts/docs.sh keys        makes docs/link-keys.md again from the code
#   scripts/docs.sh book [OUT]  makes pages of all documents, in target/docs unless said; they need no web server
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

keys() {
  local made
  made=$(mktemp)
  cargo run --quiet --locked --no-default-features --example link_keys >"$made"
  cp "$made" docs/link-keys.md
  rm "$made"
}

book() {
  scripts/setup.sh docs
  local sources out
  mkdir -p target
  sources=$(mktemp -d target/docs-sources.XXXXXX)
  out=$(mkdir -p "$1" && cd "$1" && pwd)
  node scripts/docs.mjs "$sources"
  mdbook build "$sources" --dest-dir "$out" >/dev/null
  rm -rf "$sources"
  node scripts/docs.mjs --finish "$out"
  printf '%s\n' "$out/index.html"
}

case "${1:-}" in
  keys) keys ;;
  book) book "${2:-target/docs}" ;;
  *)
    echo 'Say keys or book: scripts/docs.sh book' >&2
    exit 1
    ;;
esac
