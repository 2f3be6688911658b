#!/usr/bin/env bash
# Makes a site's own edition: scripts/site.sh CONFIG [OUT]. The page is built first if it is not there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

[ -f dist/index.html ] || scripts/build.sh
node scripts/site.mjs "${1:-site.toml}" "${2:-dist-site}"
