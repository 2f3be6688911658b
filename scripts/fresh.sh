#!/usr/bin/env bash
# How long `make serve` takes until the page answers, on a machine on which nothing is but Debian, Rust and node: in a bare Debian below
# FOLDER, which stays for the next time. For root, with debootstrap.
#   scripts/fresh.sh [FOLDER] [USER...]   FOLDER=/tmp/fresh-machine; as each USER, root and somebody unless told
# COMMIT=... takes an earlier state of the project, WHAT=nothing only a part of what is timed.
# The Rust and node of this machine are lent to it, to be read alone. What is timed for each user, with the load of the machine:
#   nothing   neither tools nor packages nor crates
#   tools     those are there, and nothing is built
#   again     all is built
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

FOLDER=${1:-/tmp/fresh-machine}
shift || true
[ $# -gt 0 ] || set -- root somebody
PORT=8391
MOST_SECONDS=3600
COMMIT=${COMMIT:-HEAD}
WHAT=${WHAT:-nothing tools again}

[ "$(id -u)" -eq 0 ] || { echo 'For root alone.' >&2 && exit 1; }

# What is mounted in it goes with the namespace.
[ -n "${FRESH_INSIDE:-}" ] || FRESH_INSIDE=1 exec unshare --mount --pid --fork --mount-proc "$0" "$FOLDER" "$@"

if [ ! -x "$FOLDER/usr/bin/make" ]; then
  debootstrap --variant=minbase --include=ca-certificates,build-essential,make,git bookworm "$FOLDER"
fi
lend() {
  mkdir -p "$FOLDER$2"
  mount --bind "$1" "$FOLDER$2"
  mount -o remount,bind,ro "$FOLDER$2"
}
lend "$(rustc --print sysroot)" /opt/rust
lend /etc/ssl /etc/ssl
mkdir -p "$FOLDER/opt/node"
cp -a "$(readlink -f "$(command -v node)")" "$FOLDER/opt/node/node"
cp -a "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" "$FOLDER/opt/node/npm-package"
printf '#!/bin/sh\nexec /opt/node/node /opt/node/npm-package/bin/npm-cli.js "$@"\n' >"$FOLDER/opt/node/npm"
chmod 755 "$FOLDER/opt/node/npm"
cp -L /etc/resolv.conf /etc/hosts "$FOLDER/etc/"
mount -t proc proc "$FOLDER/proc"
mount --rbind /dev "$FOLDER/dev"

as() {
  local user=$1
  shift
  env -i HOME="$(home "$user")" USER="$user" LANG=C.UTF-8 PATH=/opt/rust/bin:/opt/node:/usr/sbin:/usr/bin:/sbin:/bin \
    ${SSL_CERT_FILE:+SSL_CERT_FILE="$SSL_CERT_FILE"} ${NODE_EXTRA_CA_CERTS:+NODE_EXTRA_CA_CERTS="$NODE_EXTRA_CA_CERTS"} \
    chroot --userspec="$user" "$FOLDER" "$@"
}
home() { [ "$1" = root ] && echo /root || echo "/home/$1"; }
load() { cut -d ' ' -f 1-3 /proc/loadavg; }
answers() { (exec 3<>"/dev/tcp/127.0.0.1/$PORT" && printf 'GET / HTTP/1.0\r\n\r\n' >&3 && grep -q ' 200 ' <&3) 2>/dev/null; }

# timed USER WHAT: serves the page as a user until it answers.
timed() {
  local user=$1 what=$2 log="$FOLDER/tmp/$1-$2.log" start=$SECONDS before
  before=$(load)
  as "$user" bash -c "cd ~/page && time make serve PORT=$PORT" >"$log" 2>&1 &
  local served=$!
  until answers; do
    if ! kill -0 "$served" 2>/dev/null || [ $((SECONDS - start)) -gt "$MOST_SECONDS" ]; then
      echo "$user, $what: no page. $log ends:" >&2
      tail -n 30 "$log" >&2
      exit 1
    fi
    sleep 0.5
  done
  local took=$((SECONDS - start))
  # Not as by ctrl-C, which what runs in the background does not hear. What `time` then says is in the log.
  pkill -TERM -f '^bash scripts/serve.sh' || true
  wait "$served" || true
  printf '%-9s %-8s %5d s; processor: %s; load %s before, %s after\n' "$user" "$what" "$took" \
    "$(grep -aE '^(user|sys)' "$log" | tr '\t\n' '  ')" "$before" "$(load)"
}

for user; do
  as root id "$user" >/dev/null 2>&1 || as root useradd --create-home --shell /bin/bash "$user"
  rm -rf "${FOLDER:?}$(home "$user")"/{page,.cargo,.npm,.cache}
  mkdir -p "$FOLDER$(home "$user")/page"
  git archive "$COMMIT" | tar x -C "$FOLDER$(home "$user")/page"
  as root chown -R "$user:" "$(home "$user")"
  for what in $WHAT; do
    [ "$what" != tools ] || rm -rf "$FOLDER$(home "$user")/page"/{target,dist}
    timed "$user" "$what"
  done
done
