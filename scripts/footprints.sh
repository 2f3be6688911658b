#!/usr/bin/env bash
# Makes the list of footprints of an edition, and the figures of the parts of councils that the NHS's boundaries cut, from an
# official File 7 and lists of codes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/need_files.sh
. scripts/need_files.sh

if [ $# -lt 3 ] || [ -z "$1" ] || [ -z "$2" ]; then
  echo "Which files? make footprints FILE=File_7.csv AREAS=areas.csv LISTS='sub_icbs.csv combined.csv regions.csv'" >&2
  echo "FILE is File 7 of the English Indices of Deprivation 2019 or 2025, as a CSV file, of all England." >&2
  echo "AREAS is a CSV file that has the codes of a small area (E01) and of its sub-ICB (E38) in each row." >&2
  echo "LISTS are CSV files with codes and names, under headings such as icb24_code and icb24_name: sub-ICBs (E38) with" >&2
  echo "their integrated care boards (E54), councils with their combined authorities (E47), also of other years, regions (E12)." >&2
  exit 1
fi
need_files "$@"
file=$1 areas=$2
shift 2
cargo run --locked --release --no-default-features --example footprints -- "$file" "$areas" public/figures "$@"
