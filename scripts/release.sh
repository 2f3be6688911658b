#!/usr/bin/env bash
# Makes a release of the commit that is checked out, from a copy of it in a folder of its own: the same commit and the same tools give
# the same bytes, wherever the folders lie. It lands in release/; what is not committed is not in it.
#   RELEASE_COMMIT=commit which commit, the one that is checked out unless said
#   RELEASE_WORK=folder   where to build, target/release-work unless said
#   RELEASE_OUT=folder    where it lands, release/ unless said
#   RELEASE_DIST=folder   packs a page that is built already instead of building one: for trying the packing out
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

NAME=who-gets-missed
root=$PWD

absolute() { (mkdir -p "$1" && cd "$1" && pwd); }

work=$(absolute "${RELEASE_WORK:-target/release-work}")
out=$(absolute "${RELEASE_OUT:-release}")

scripts/setup.sh release

commit=$(git rev-parse "${RELEASE_COMMIT:-HEAD}^{commit}")
seconds=$(git log -1 --format=%ct "$commit")
day=$(git log -1 --format=%cs "$commit")
version=$(git show "$commit:Cargo.toml" | sed -n '0,/^version = /s/^version = "\(.*\)"/\1/p')
tag=v$version
release=$NAME-$version
# A commit between releases says which one it is.
[ "$(git rev-parse --quiet --verify "$tag^{commit}" || true)" = "$commit" ] || release+=-${commit:0:10}
[ -z "$(git status --porcelain --untracked-files=no)" ] || echo 'What is not committed is left out.' >&2

rm -rf "$work/source" "$work/stage"
mkdir -p "$work/source" "$work/stage/$release"
git archive "$commit" | tar -x -C "$work/source"
# The tools and packages that setup.sh keeps current.
ln -s "$root/.tools" "$root/node_modules" "$work/source/"
# The program names files in what it says when it breaks: those of this machine are called the same on every one.
export CARGO_TARGET_DIR=$work/target SOURCE_DATE_EPOCH=$seconds
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates --remap-path-prefix=$work/source=."
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS

cd "$work/source"
# shellcheck source=scripts/env.sh
. scripts/env.sh
stage=$work/stage/$release
if [ -n "${RELEASE_DIST:-}" ]; then
  cp -R "$(cd "$root" && cd "$RELEASE_DIST" && pwd)" "$stage/site"
else
  trunk build --release --dist "$work/dist"
  cp -R "$work/dist" "$stage/site"
fi
scripts/docs.sh book "$stage/docs"
node scripts/release/parts.mjs "$stage" "$seconds"
cp -R deploy CHANGELOG.md CITATION.cff LICENSE LICENSE-APACHE SECURITY.md publiccode.yml "$stage/"
cat >"$stage/RELEASE.txt" <<END
Who gets missed? $version
commit $commit
tested on $day
made of it with $(rustc --version), $(trunk --version), Node.js $(node --version), $(mdbook --version)

site/          copy this to a web server, index.html and sw.js last
deploy/        settings for web servers; deploy/Containerfile serves it with nginx
docs/          how to use it: open docs/index.html
LICENCES.txt   licences of what is in the page
sbom.cdx.json  all parts and tools (CycloneDX): "required" is compiled for the page, "excluded" builds or tests it
SHA256SUMS     checksums: sha256sum --check SHA256SUMS
END
(cd "$stage" && find . -type f ! -name SHA256SUMS -print0 | LC_ALL=C sort -z | xargs -0 sha256sum >SHA256SUMS)
"$root/.tools/release/python/bin/python" scripts/release/valid.py "$stage"

node scripts/zip.mjs "$stage" "$out/$release.zip" "$seconds"
cp "$stage/sbom.cdx.json" "$out/$release.cdx.json"
(cd "$out" && sha256sum "$release.zip" "$release.cdx.json" >"$release.sha256")
printf '\n%s\n' "$out/$release.zip"
cat "$out/$release.sha256"
