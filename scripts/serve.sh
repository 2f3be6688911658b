#!/usr/bin/env bash
# Builds the page and serves it on this machine until ctrl-C. PORT=... chooses another port.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

HOST=127.0.0.1
PORT=${PORT:-8080}

is_taken() { (: <"/dev/tcp/$HOST/$PORT") 2>/dev/null; }

# Whether the page itself is there, not only the port.
answers() {
  exec 3<>"/dev/tcp/$HOST/$PORT" || return 1
  printf 'GET / HTTP/1.0\r\nHost: %s\r\n\r\n' "$HOST" >&3
  local status
  read -r status <&3
  exec 3>&-
  [[ "$status" == *' 200 '* ]]
}

refuse_bad_port() {
  if [[ ! "$PORT" =~ ^[1-9][0-9]{0,4}$ ]] || [ "$PORT" -gt 65535 ]; then
    echo "PORT must be a number from 1 to 65535, not $PORT." >&2
    exit 1
  fi
  if is_taken; then
    echo "Port $PORT is taken by another program. Choose another one: make serve PORT=$((PORT == 65535 ? 8081 : PORT + 1))" >&2
    exit 1
  fi
}

wait_for_page() {
  for _ in {1..100}; do
    kill -0 "$server" 2>/dev/null || return 1
    { answers; } 2>/dev/null && return
    sleep 0.1
  done
  return 1
}

refuse_bad_port
scripts/build.sh quick

# sirv heeds these two before its own options.
HOST=$HOST PORT=$PORT sirv dist --quiet &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
trap 'echo; exit 0' INT TERM
if ! wait_for_page; then
  echo "The page does not answer on port $PORT." >&2
  exit 1
fi
printf '\nWho gets missed?  http://%s:%s/\nctrl-C stops it. For a website build it smaller: make build\n' "$HOST" "$PORT"
wait "$server"
