// The same files make the same zip, whoever wrote them, when and in which order.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';

import { zipOf } from '../../scripts/zip.mjs';

const work = mkdtempSync(join(tmpdir(), 'zip-'));
after(() => rmSync(work, { recursive: true, force: true }));

const SECONDS = Date.UTC(2026, 10, 27, 4, 37, 21) / 1000;
const FILES = [
  ['site/index.html', '<p>0</p>'.repeat(500)],
  ['site/a.wasm', Buffer.from([0, 97, 115, 109, 255])],
  ['site/figures/E12000006.csv', 'a,b\n'],
  ['Ärea.txt', 'none'],
  ['empty.txt', ''],
];

function folder(name, files, change = () => {}) {
  const root = join(work, name, 'release-0');
  for (const [path, content] of files) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    change(file);
  }
  return root;
}

test('order, times and rights of files change nothing', () => {
  const one = zipOf(folder('one', FILES), SECONDS);
  const other = zipOf(folder('other', [...FILES].reverse(), (file) => {
    chmodSync(file, 0o700);
    utimesSync(file, 86_400, 86_400);
  }), SECONDS);
  assert.deepEqual(one, other);
  const elsewhere = execFileSync(process.execPath, [join(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), 'zip_here.mjs'), join(work, 'one/release-0'), String(SECONDS)], {
    env: { ...process.env, TZ: 'Pacific/Auckland', LC_ALL: 'C' },
    maxBuffer: 2 ** 24,
  });
  assert.deepEqual(one, elsewhere);
});

test('a changed byte, name or day changes the zip', () => {
  const root = folder('changed', FILES);
  const before = zipOf(root, SECONDS);
  assert.notDeepEqual(zipOf(root, SECONDS + 86_400), before);
  writeFileSync(join(root, 'empty.txt'), '.');
  assert.notDeepEqual(zipOf(root, SECONDS), before);
});

test('another program unpacks it whole', () => {
  const file = join(work, 'whole.zip');
  writeFileSync(file, zipOf(folder('whole', FILES), SECONDS));
  const read = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as packed:
    assert packed.testzip() is None
    print(json.dumps([[one.filename, list(one.date_time), one.external_attr >> 16, packed.read(one).hex()] for one in packed.infolist()]))`;
  const entries = JSON.parse(execFileSync('python3', ['-c', read, file], { encoding: 'utf8' }));
  const wanted = new Map(FILES.map(([path, content]) => [`release-0/${path}`, Buffer.from(content).toString('hex')]));
  assert.deepEqual(new Map(entries.map(([name, , , bytes]) => [name, bytes])), wanted);
  for (const [, time, rights] of entries) {
    assert.deepEqual(time, [2026, 11, 27, 4, 37, 20]);
    assert.equal(rights, 0o100644);
  }
});
