#!/usr/bin/env bash
# Makes the built-in figures of an edition from an official File 7.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ $# -ne 1 ] || [ -z "$1" ]; then
  echo "Which file? make figures FILE=File_7.csv" >&2
  echo "It takes File 7 of the English Indices of Deprivation 2019 or 2025, as a CSV file, of all England." >&2
  exit 1
fi
if [ ! -r "$1" ]; then
  echo "There is no file $1 that can be read." >&2
  exit 1
fi
cargo run --release --no-default-features --example figures -- "$1" public/figures
