# shellcheck shell=bash
# Sourced by the other scripts, from the root of the project: the tools that setup.sh installed come first.
export PATH="$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH"

# The runner of the Wasm tests looks for the browser's driver here.
if [ -z "${CHROMEDRIVER:-}" ] && command -v chromedriver >/dev/null; then
  CHROMEDRIVER=$(command -v chromedriver)
  export CHROMEDRIVER
fi
