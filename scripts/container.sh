#!/usr/bin/env bash
# Makes a container image of a release: deploy/Containerfile by Podman, Buildah or Docker, whichever answers. Where none does, the same
# from Debian's packages in a folder, which needs root and debootstrap; `chroot` then starts it.
#   scripts/container.sh [RELEASE]  the newest zip in release/ unless said; a folder is an unpacked release
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

DEBIAN=bookworm
CONTEXT=target/container/context
ROOT=target/container/root

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

newest() { find release -maxdepth 1 -name '*.zip' -printf '%T@ %p\n' 2>/dev/null | sort -rn | sed -n '1s/^[^ ]* //p'; }

release=${1:-$(newest)}
[ -e "$release" ] || die 'There is no release here: make release makes one.'
rm -rf "$CONTEXT"
mkdir -p "$CONTEXT"
if [ -d "$release" ]; then
  cp -R "$release/." "$CONTEXT/"
else
  python3 -m zipfile -e "$release" "$CONTEXT"
  mv "$CONTEXT"/*/* "$CONTEXT/"
fi
version=$(sed -n '1s/.* //p' "$CONTEXT/RELEASE.txt")

for tool in podman buildah docker; do
  # A program without its daemon does not answer.
  if command -v "$tool" >/dev/null && "$tool" info >/dev/null 2>&1; then
    "$tool" build --file "$CONTEXT/deploy/Containerfile" --tag "who-gets-missed:$version" "$CONTEXT"
    printf '\nImage who-gets-missed:%s. For example: podman run --rm --read-only --tmpfs /tmp --publish 8080:8080 who-gets-missed:%s\n' "$version" "$version"
    exit
  fi
done

echo 'No Podman, Buildah or Docker answers: the same from packages of Debian, in a folder.' >&2
command -v debootstrap >/dev/null || PATH=$PATH:/usr/sbin
command -v debootstrap >/dev/null || die 'debootstrap is not there either: apt-get install debootstrap'
[ "$(id -u)" -eq 0 ] || die 'That needs root.'
if ! chroot "$ROOT" nginx -v 2>/dev/null; then
  rm -rf "$ROOT"
  mkdir -p "$ROOT"
  debootstrap --variant=minbase --include=nginx-light "$DEBIAN" "$ROOT" >&2
fi
# What deploy/Containerfile does, line by line.
rm -rf "$ROOT/srv/who-gets-missed"
cp -R "$CONTEXT/site" "$ROOT/srv/who-gets-missed"
cp "$CONTEXT/deploy/container.conf" "$ROOT/etc/nginx/nginx.conf"
sed 's#^location /tools/who-gets-missed/ {#location / {#' "$CONTEXT/deploy/nginx.conf" >"$ROOT/etc/nginx/page.conf"
chmod -R a+rX "$ROOT/srv/who-gets-missed"
printf '\nFor port 8080:  chroot --userspec=www-data:www-data %s /usr/sbin/nginx\n' "$PWD/$ROOT"
