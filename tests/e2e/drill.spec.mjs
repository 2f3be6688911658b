// A cross-section of `make drill`: fewer loads, in a random order.

import { spawnSync } from 'node:child_process';

import { expect, test } from '@playwright/test';

test('an upgrade in the middle of which people come, and the way back', { tag: '@slow' }, () => {
  test.setTimeout(900_000);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tests/drill/drill.mjs', '--orders', 'random', '--every', '40'], { encoding: 'utf8', timeout: 880_000 });
  expect(status, stdout + stderr).toBe(0);
  expect(stdout).toMatch(/\d\d loads: \d+ of the earlier version, \d+ of the later one, \d+ messages, 0 failures/);
});
