#!/usr/bin/env bash
# Sets up what is missing and reuses what is there.
#   scripts/setup.sh build   what building and serving need
#   scripts/setup.sh test    that, and what the tests need: a formatter, a linter, a browser and, where it can be had, pandas
#   scripts/setup.sh all     that, and what more tests can use: other browsers, web servers, engines for SQL; without one its tests
#                            are skipped
#   scripts/setup.sh bench   what building needs, a browser, and what the page is measured against
#   scripts/setup.sh sql     npm packages and engines for SQL
#   scripts/setup.sh fuzz    what runs libFuzzer
#   scripts/setup.sh mutants what makes faults on purpose
#   scripts/setup.sh docs    what makes the documents into pages
#   scripts/setup.sh release what building, docs and the list of parts of a release need
# It looks at the things themselves, never at a note that they were there once.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

TRUNK_SERIES=0.21
TRUNK_VERSION=0.21.14
GECKODRIVER_VERSION=0.37.1
CARGO_FUZZ_VERSION=0.13.2
CARGO_MUTANTS_VERSION=27.1.0
MDBOOK_VERSION=0.5.4
CYCLONEDX_VERSION=0.5.9

say() { printf 'Setting up: %s\n' "$*" >&2; }

die() {
  printf 'Cannot set up: %s\n' "$*" >&2
  exit 1
}

has() { command -v "$1" >/dev/null; }

need_cargo() {
  if has cargo; then return; fi
  die "cargo is not there. Install Rust from https://rustup.rs, open a new terminal and try again."
}

need_node() {
  if has node && has npm; then return; fi
  die "node or npm is not there. Install Node.js 20 or later from https://nodejs.org and try again."
}

# Installs a command-line tool of crates.io into .tools, ready-made where cargo-binstall is at hand.
install_tool() {
  local crate=$1 version=$2
  shift 2
  if has cargo-binstall && cargo binstall --no-confirm --root "$PWD/.tools" "$crate@$version" >&2; then
    return
  fi
  # Compiled without optimising: each runs for seconds at a time, and compiling is what a fresh machine waits for.
  CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_STRIP=true cargo install "$crate" --version "$version" --root "$PWD/.tools" "$@" >&2
}

setup_wasm_target() {
  local folder
  folder=$(rustc --print target-libdir --target wasm32-unknown-unknown)
  if compgen -G "$folder/libstd-*.rlib" >/dev/null; then return; fi
  has rustup || die "this Rust has no wasm32-unknown-unknown target. Install Rust from https://rustup.rs, or your system's package for it."
  say "Rust's WebAssembly target"
  rustup target add wasm32-unknown-unknown
}

# The version that Cargo.toml pins of a crate, which its command-line tool must be too.
pinned() {
  local version
  version=$(sed -n "s/^$1 = .*\"=\([0-9.]*\)\".*/\1/p" Cargo.toml)
  [ -n "$version" ] || die "Cargo.toml pins no version of $1."
  echo "$version"
}

has_trunk() { has trunk && [[ "$(trunk --version)" == "trunk $TRUNK_SERIES."* ]]; }

has_wasm_bindgen() {
  local tool
  for tool in wasm-bindgen wasm-bindgen-test-runner; do
    has "$tool" && [ "$("$tool" --version)" = "$tool $(pinned wasm-bindgen)" ] || return 1
  done
}

# It does not tell its version; what it does not understand it refuses.
has_wasm_split() { has wasm-split-cli; }

# Without what fetches things over TLS, of which a build has no need: it runs offline.
install_trunk() { install_tool trunk "$TRUNK_VERSION" --locked --no-default-features; }

# Not --locked: this version's own lock file does not compile.
install_wasm_bindgen() { install_tool wasm-bindgen-cli "$(pinned wasm-bindgen)" --force; }

install_wasm_split() {
  install_tool wasm_split_cli_support "$(pinned wasm_split_helpers)" --locked --features build-binary
}

clock() { printf '%d:%02d' "$((SECONDS / 60))" "$((SECONDS % 60))"; }

# Says of a tool how many of its crates cargo has begun, of how many.
how_far() {
  local about=40
  [ "$1" != wasm_bindgen ] || about=160
  [ "$1" != trunk ] || about=370
  printf '%s: %d of about %d crates' "$1" "$(grep -c '^ *Compiling' ".tools/$1.log")" "$about"
}

# The tools that are missing, and the processes that compile them.
missing=()
jobs=()

# Compiles all tools that are missing beside each other; what cargo says of each is in .tools/NAME.log.
start_tools() {
  local tool
  for tool in trunk wasm_bindgen wasm_split; do "has_$tool" || missing+=("$tool"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  mkdir -p .tools
  say "${missing[*]}. They are compiled once; all three take some seven minutes of a processor, shared by your cores"
  # Each in a group of processes of its own, so that ctrl-C ends what it started too.
  set -m
  for tool in "${missing[@]}"; do
    "install_$tool" >".tools/$tool.log" 2>&1 &
    jobs+=("$!")
  done
  set +m
  # shellcheck disable=SC2064  # these jobs
  trap "kill ${jobs[*]/#/-} 2>/dev/null || true" EXIT
}

is_running() { kill -0 "$1" 2>/dev/null; }

# Only one cargo fetches at a time: the tools' crates come first, as they are waited for.
await_crates_of_tools() {
  local at
  [ ${#missing[@]} -gt 0 ] || return 0
  for at in "${!missing[@]}"; do
    while is_running "${jobs[at]}" && ! grep -q '^ *Compiling' ".tools/${missing[at]}.log"; do sleep 1; done
  done
}

await_tools() {
  local at tool waited
  [ ${#missing[@]} -gt 0 ] || return 0
  for at in "${!missing[@]}"; do
    tool=${missing[at]}
    waited=0
    while is_running "${jobs[at]}"; do
      sleep 1
      waited=$((waited + 1))
      [ $((waited % 20)) -ne 0 ] || say "$(clock) $(how_far "$tool")"
    done
    if ! wait "${jobs[at]}"; then
      tail -n 30 ".tools/$tool.log" >&2
      die "$tool did not compile; .tools/$tool.log has all that was said."
    fi
    say "$(clock) $tool is there"
  done
  trap - EXIT
  hash -r
}

# The build runs offline, so that what is fetched is fetched here.
setup_crates() { cargo fetch --locked --quiet; }

setup_npm() {
  if node scripts/npm-is-current.mjs; then return; fi
  say "npm packages"
  npm ci --no-audit --no-fund >&2
}

setup_rust_checks() {
  if cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1; then return; fi
  has rustup || die "rustfmt or clippy is not there. Install Rust from https://rustup.rs, or your system's packages for them."
  say "rustfmt and clippy"
  rustup component add rustfmt clippy
}

has_browser() { node scripts/browser.mjs >/dev/null 2>&1; }
has_driver() { [ -x "${CHROMEDRIVER:-}" ]; }

apt_install() {
  has apt-get || return 1
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    has sudo || return 1
    as_root=(sudo)
  fi
  local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@")
  "${install[@]}" >&2 || { "${as_root[@]}" apt-get update >&2 && "${install[@]}" >&2; }
}

setup_browser() {
  if has_browser && has_driver; then return; fi
  say "Chromium and its driver"
  apt_install chromium chromium-driver || true
  hash -r
  # shellcheck source=scripts/env.sh
  . scripts/env.sh
  has_browser || npx playwright install chromium >&2 || true
  has_browser || die "no Chromium. Install one and put its path into CHROMIUM_PATH."
  has_driver || die "no chromedriver. Install the one that fits $(node scripts/browser.mjs) and put its path into CHROMEDRIVER."
}

# optional WHAT COMMAND...: goes on without what cannot be had.
optional() {
  local what=$1
  shift
  say "$what"
  "$@" || say "$what cannot be had here; the tests that need it will be skipped"
}

has_program() { has "$1" || [ -x "/usr/sbin/$1" ]; }

# Its letters are as wide as those that the Word file names.
setup_office() { has libreoffice || has soffice || optional LibreOffice apt_install libreoffice-writer-nogui fonts-liberation; }

# Debian may start nginx or Caddy on port 80; the tests start their own, on other ports.
setup_servers() {
  has_program nginx || optional nginx apt_install nginx-light
  has_program apache2 || optional Apache apt_install apache2-bin
  has_program caddy || optional Caddy apt_install caddy
}

setup_other_browsers() {
  has firefox-esr || has firefox || optional Firefox apt_install firefox-esr
  has WebKitWebDriver || optional WebKitGTK apt_install webkit2gtk-driver
  has Xvfb || optional 'a screen that nobody sees' apt_install xvfb
  has geckodriver || optional "Firefox's driver" install_tool geckodriver "$GECKODRIVER_VERSION" --locked
}

has_spark() {
  local version
  version=$(sed -n 's/^pyspark==\([0-9.]*\).*/\1/p' tests/sql/requirements.txt)
  [ "$(.tools/spark/bin/python -c 'import pyspark; print(pyspark.__version__)' 2>/dev/null)" = "$version" ]
}

# Debian has the part that makes environments in a package of its own.
make_venv() {
  rm -rf "$1"
  python3 -m venv "$1" || { apt_install python3-venv && python3 -m venv --clear "$1"; }
}

install_spark() {
  make_venv .tools/spark || return
  .tools/spark/bin/pip install --quiet --require-hashes --requirement tests/sql/requirements.txt >&2
}

# has_python FOLDER REQUIREMENTS: whether an environment has what is listed there.
has_python() {
  [ -x "$1/bin/python" ] && "$1/bin/python" - "$2" 2>/dev/null <<'END'
import sys
from importlib.metadata import version
wanted = [line.split('==') for line in open(sys.argv[1]).read().split() if '==' in line]
sys.exit(any(version(name) != number for name, number in wanted))
END
}

has_tidy() { has_python .tools/tidy tests/opened/requirements.txt; }

# Nothing of what is fetched is run while it is installed.
install_tidy() {
  make_venv .tools/tidy || return
  .tools/tidy/bin/pip install --quiet --disable-pip-version-check --only-binary :all: --requirement tests/opened/requirements.txt >&2
}

setup_tidy() { has_tidy || optional 'pandas and a reader of CSV on the Web' install_tidy; }

# Debian may start PostgreSQL on port 5432; the tests start their own, on a socket alone.
setup_engines() {
  has java || optional Java apt_install default-jre-headless
  has_spark || optional 'Apache Spark (half a gigabyte)' install_spark
  has initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || optional PostgreSQL apt_install postgresql
}

setup_mdbook() {
  if has mdbook && [ "$(mdbook --version)" = "mdbook v$MDBOOK_VERSION" ]; then return; fi
  install_tool mdbook "$MDBOOK_VERSION" --locked --no-default-features
}

setup_cargo_cyclonedx() {
  if [[ "$(cargo-cyclonedx cyclonedx --version 2>/dev/null)" == *" $CYCLONEDX_VERSION" ]]; then return; fi
  install_tool cargo-cyclonedx "$CYCLONEDX_VERSION" --locked
}

# Apart from what builds the page: only a release needs it.
setup_npm_cyclonedx() {
  local folder=.tools/release/npm file
  if [ -d "$folder/node_modules" ] && cmp -s scripts/release/package-lock.json "$folder/package-lock.json"; then return; fi
  say "the lister of npm packages"
  mkdir -p "$folder"
  for file in package.json package-lock.json; do cp "scripts/release/$file" "$folder/"; done
  npm ci --prefix "$folder" --no-audit --no-fund --ignore-scripts --omit=optional >&2
}

setup_schemas() {
  local folder=.tools/release/python list=scripts/release/requirements.txt
  if has_python "$folder" "$list"; then return; fi
  say "schemas of what a release says of itself"
  make_venv "$folder"
  "$folder/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: --no-deps --requirement "$list" >&2
}

optional_schemas() {
  has_python .tools/release/python scripts/release/requirements.txt || optional 'schemas of what a release says of itself' setup_schemas
}

setup_docs() {
  need_cargo
  need_node
  setup_mdbook
}

setup_release() {
  setup_build
  setup_docs
  setup_cargo_cyclonedx
  setup_npm_cyclonedx
  setup_schemas
}

setup_build() {
  need_cargo
  need_node
  setup_wasm_target
  # Fetched while the tools are compiled.
  setup_npm &
  local packages=$!
  start_tools
  await_crates_of_tools
  setup_crates
  await_tools
  wait "$packages" || die "the packages of package-lock.json could not be fetched."
}

setup_test() {
  setup_build
  setup_rust_checks
  setup_browser
  setup_tidy
  optional_schemas
}

setup_all() {
  setup_test
  setup_other_browsers
  setup_servers
  setup_office
  setup_engines
}

setup_sql() {
  need_node
  setup_npm
  setup_engines
}

# Nothing of what is fetched is run while it is installed.
setup_bench() {
  setup_build
  setup_browser
  if (cd benches/web && node ../../scripts/npm-is-current.mjs); then return; fi
  say 'what the page is measured against (300 MB)'
  npm ci --prefix benches/web --ignore-scripts --no-audit --no-fund >&2
}

setup_fuzz() {
  need_cargo
  has cargo-fuzz || install_tool cargo-fuzz "$CARGO_FUZZ_VERSION" --locked
}

setup_mutants() {
  need_cargo
  need_node
  if [ "$(cargo-mutants mutants --version 2>/dev/null)" = "cargo-mutants $CARGO_MUTANTS_VERSION" ]; then return; fi
  say "cargo-mutants"
  install_tool cargo-mutants "$CARGO_MUTANTS_VERSION" --locked
}

case "${1:-}" in
  build) setup_build ;;
  fuzz) setup_fuzz ;;
  mutants) setup_mutants ;;
  test) setup_test ;;
  all) setup_all ;;
  bench) setup_bench ;;
  sql) setup_sql ;;
  docs) setup_docs ;;
  release) setup_release ;;
  *) die "say what for: scripts/setup.sh build, test, all, bench, sql, fuzz, mutants, docs or release" ;;
esac
