#!/usr/bin/env bash
# Measures the page, the model and the readers against others in one browser, and the model on a desk; writes docs/performance.md.
# QUICK=1 measures little and writes nothing, DIST=dist takes a page that is built already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scripts/setup.sh bench
# shellcheck source=scripts/env.sh
. scripts/env.sh
if [ -z "${DIST:-}" ]; then trunk build --release; fi
node benches/web/run.mjs
if [ -z "${QUICK:-}" ] && [ -z "${ONLY:-}" ]; then cargo bench --locked --manifest-path benches/native/Cargo.toml; fi
