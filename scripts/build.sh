#!/usr/bin/env bash
# Builds the page for any static host into dist/. What is given goes on to trunk.
#   scripts/build.sh         as small as it gets: minutes
#   scripts/build.sh quick   the same page, larger and built sooner, for this machine alone
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

scripts/setup.sh build
if [ "${1:-}" != quick ]; then
  exec trunk build --release "$@"
fi
shift
LEAVE_PROGRAM_LARGE=1 PROGRAM_PROFILE=quick exec trunk build --release --cargo-profile quick "$@"
