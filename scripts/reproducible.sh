#!/usr/bin/env bash
# Builds the release twice, from nothing, in folders of different names and depth and with another name of the folder of crates, and
# says whether both are the same to the last byte. Takes as long as two release builds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
RELEASE_COMMIT=$(git rev-parse HEAD)
export RELEASE_COMMIT
crates=${CARGO_HOME:-$HOME/.cargo}

RELEASE_WORK=$work/a RELEASE_OUT=$work/one scripts/release.sh
rm -rf "$work/a"
ln -s "$crates" "$work/crates-by-another-name"
CARGO_HOME=$work/crates-by-another-name RELEASE_WORK=$work/elsewhere/and/deeper RELEASE_OUT=$work/two scripts/release.sh
rm "$work/crates-by-another-name"

if ! diff -rq "$work/one" "$work/two" >/dev/null; then
  echo 'The two builds differ, in these files:' >&2
  for part in one two; do python3 -m zipfile -e "$work/$part"/*.zip "$work/$part-unpacked"; done
  diff -rq "$work/one-unpacked" "$work/two-unpacked" | sed "s|$work/||g" >&2 || true
  exit 1
fi
printf '\nBoth builds are the same to the last byte:\n'
cat "$work"/one/*.sha256
