#!/usr/bin/env bash
# engine_postgres.sh STEPS.json FOLDER TABLE...: runs the steps on a PostgreSQL server of its own, writes the tables and prints the
# seconds. The server listens on a socket in its own folder alone, and its text sorts as English does, not by bytes.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
steps=$1 folder=$2
shift 2

bin=$(pg_config --bindir 2>/dev/null || true)
[ -x "$bin/initdb" ] || bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)
[ -x "$bin/initdb" ] || bin=$(dirname "$(command -v initdb)")

# PostgreSQL refuses to run as root.
as_user=()
scratch=$(mktemp -d "${TMPDIR:-/tmp}/wgm-postgres-XXXXXX")
if [ "$(id -u)" -eq 0 ]; then
  chown postgres "$scratch"
  as_user=(setpriv --reuid=postgres --regid=postgres --init-groups)
fi
stop() {
  "${as_user[@]}" "$bin/pg_ctl" -D "$scratch/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$scratch"
}
trap stop EXIT
cd "$scratch"
"${as_user[@]}" "$bin/initdb" -D "$scratch/data" -U postgres --auth=trust --encoding=UTF8 \
  --locale-provider=icu --icu-locale=en-GB --locale=C.UTF-8 >"$folder/postgres.log"
# Not by pg_ctl: so the server stays a child of this script, and its memory can be told.
"${as_user[@]}" "$bin/postgres" -D "$scratch/data" -k "$scratch" -c listen_addresses='' -c shared_buffers=1GB -c work_mem=256MB \
  -c max_wal_size=8GB -c fsync=off -c synchronous_commit=off -c jit=off >>"$folder/postgres.log" 2>&1 &
for _ in $(seq 300); do
  if "$bin/pg_isready" -q -h "$scratch"; then break; fi
  sleep 0.1
done

node --input-type=module - "$steps" "$scratch/run.sql" "$@" <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
const [, , steps, out, ...tables] = process.argv;
const lines = ['\\set ON_ERROR_STOP on', '\\echo @ start', '\\! date +%s.%N'];
for (const [name, text] of Object.entries(JSON.parse(readFileSync(steps, 'utf8')))) lines.push(text, `\\echo @ ${name}`, '\\! date +%s.%N');
for (const table of tables) lines.push(`\\copy ${table} to '${table}.csv' csv header`);
lines.push('show server_version');
writeFileSync(out, `${lines.join('\n')};\n`);
JS
chmod 644 "$scratch/run.sql"
"${as_user[@]}" "$bin/psql" -X -q -At -h "$scratch" -U postgres -f run.sql >"$folder/postgres.out" 2>>"$folder/postgres.log"
for table in "$@"; do cp "$table.csv" "$folder/"; done

node --input-type=module - "$folder/postgres.out" <<'JS'
import { readFileSync } from 'node:fs';
const lines = readFileSync(process.argv[2], 'utf8').trim().split('\n');
const seconds = {};
let before;
lines.forEach((line, at) => {
  if (!line.startsWith('@ ')) return;
  const now = Number(lines[at + 1]);
  if (before !== undefined) seconds[line.slice(2)] = now - before;
  before = now;
});
console.log(JSON.stringify({ engine: `PostgreSQL ${lines.at(-1).split(' ')[0]}`, seconds }));
JS
