#!/usr/bin/env bash
# Builds the page for any static host into dist/. What is given goes on to trunk.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

scripts/setup.sh build
trunk build --release "$@"
