#!/usr/bin/env bash
# Makes the figures of rural and of urban areas of an edition, from an official File 7 and a table of its small areas.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/need_files.sh
. scripts/need_files.sh

if [ $# -ne 2 ] || [ -z "$1" ] || [ -z "$2" ]; then
  echo "Which files? make rural FILE=File_7.csv AREAS=areas.csv" >&2
  echo "FILE is File 7 of the English Indices of Deprivation 2019 or 2025, as a CSV file, of all England." >&2
  echo "AREAS is a CSV file that has the codes of a small area (E01) and of its sub-ICB (E38), and Rural or Urban, in each row." >&2
  exit 1
fi
need_files "$@"
cargo run --locked --release --no-default-features --example rural -- "$1" "$2" public/figures
