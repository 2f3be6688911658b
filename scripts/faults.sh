#!/usr/bin/env bash
# Fails what the page asks of the browser, and drills an upgrade, on a page that is built: DIST=dist, or it is built first.
#   scripts/faults.sh faults   each call of each journey, in every way in which it may fail; ALL=1 also the same thing asked for
#                              again in one step; MINUTES=20 takes from everywhere as much as that is time for
#   scripts/faults.sh drill    a version copied over another one, file by file; FROM= and TO= are two built pages
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scripts/setup.sh test
# shellcheck source=scripts/env.sh
. scripts/env.sh

dist=${DIST:-dist}
built() { [ -e "$dist/index.html" ] || [ -n "${TO:-}" ] || trunk build --release; }

case "${1:-}" in
  faults)
    built
    node tests/faults/run.mjs ${ALL:+--all} --every "${EVERY:-1}" --minutes "${MINUTES:-600}" --journey "${JOURNEY:-}" "$dist"
    ;;
  drill)
    built
    node tests/drill/drill.mjs --from "${FROM:-}" --to "${TO:-$dist}" --every "${EVERY:-1}" --seed "${SEED:-1}"
    ;;
  *)
    echo 'Say faults or drill: scripts/faults.sh drill' >&2
    exit 1
    ;;
esac
