#!/usr/bin/env bash
# Makes the built-in figures of an edition from an official File 7 and a list of the region of each council.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/need_files.sh
. scripts/need_files.sh

if [ $# -ne 2 ] || [ -z "$1" ] || [ -z "$2" ]; then
  echo "Which files? make figures FILE=File_7.csv REGIONS=regions.csv" >&2
  echo "FILE is File 7 of the English Indices of Deprivation 2019 or 2025, as a CSV file, of all England." >&2
  echo "REGIONS is a CSV file that has the codes of a council (E06 to E09) and of its region (E12) in each row." >&2
  exit 1
fi
need_files "$@"
cargo run --locked --release --no-default-features --example figures -- "$1" "$2" public/figures
