# shellcheck shell=bash
# Sourced by the scripts that make figures out of files.

# Ends the script at the first of these that is no file to read.
need_files() {
  local file
  for file in "$@"; do
    if [ ! -r "$file" ]; then
      echo "There is no file $file that can be read." >&2
      exit 1
    fi
  done
}
