#!/usr/bin/env bash
# Puts faults into the program on purpose and sees which of them the tests find; scripts/mutants/run.mjs says with what options.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
scripts/setup.sh mutants
exec node scripts/mutants/run.mjs
