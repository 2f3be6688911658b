// The day on which an edition says that it was tested: told by a release, by the history, or by the version.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { testedOn } from '../../scripts/site.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'tested-on-'));
after(() => rmSync(work, { recursive: true, force: true }));

/** A page in a folder of its own, with what lies beside it. */
function page(name, release) {
  const from = join(work, name, 'site');
  mkdirSync(from, { recursive: true });
  if (release !== undefined) writeFileSync(join(work, name, 'RELEASE.txt'), release);
  return from;
}

/** Sources of a version of a day, and with a commit of another day where one is given. */
function sources(name, released, committed) {
  const folder = join(work, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'CITATION.cff'), `version: 0.1.0\ndate-released: "${released}"\n`);
  if (committed) {
    const git = (...options) => execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...options], {
      cwd: folder,
      env: { ...process.env, GIT_AUTHOR_DATE: `${committed}T12:00:00Z`, GIT_COMMITTER_DATE: `${committed}T12:00:00Z` },
    });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'One');
  }
  return folder;
}

/** RELEASE.txt as scripts/release.sh writes it, of a day. */
function releaseOf(day) {
  const [, text] = /RELEASE\.txt" <<END\n([^]*?)\nEND\n/.exec(readFileSync(join(root, 'scripts/release.sh'), 'utf8'));
  return text.replace('$day', day);
}

test('a release says its day in RELEASE.txt, and that is asked first', () => {
  assert.match(releaseOf('2026-03-04'), /^tested on 2026-03-04$/m);
  assert.equal(testedOn(page('released', releaseOf('2026-03-04')), sources('with-history', '2026-01-01', '2026-02-02')), '2026-03-04');
});

test('a checkout has the day of its newest commit', () => {
  assert.equal(testedOn(page('built'), sources('history', '2026-01-01', '2026-02-02')), '2026-02-02');
  assert.equal(testedOn(page('older', 'Who gets missed? 0.0.9\ncommit 0123\n'), join(work, 'history')), '2026-02-02');
  assert.match(testedOn(join(root, 'dist')), /^\d{4}-\d\d-\d\d$/);
});

test('sources without a history have the day of their version, also inside the history of something else', () => {
  assert.equal(testedOn(page('alone'), sources('copy', '2026-01-01')), '2026-01-01');
  assert.equal(testedOn(page('inside'), sources('history/unpacked', '2025-12-31')), '2025-12-31');
});
