// The script that loads the parts of the program is the same each time it is made.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inOneOrder } from '../../scripts/pieces.mjs';

const loader = (names) => {
  const list = names.map((name) => `${name}, `).join('');
  return `const { ${list} } = initSync(undefined, undefined);\nObject.assign(sharedImports.__wasm_split, { ${list} });\n`;
};

test('what the program hands on to its parts stands in one order, however it came', () => {
  const one = inOneOrder(loader(['memory', '__indirect_function_table', '__wasm_split_shared0']));
  assert.equal(inOneOrder(loader(['__wasm_split_shared0', 'memory', '__indirect_function_table'])), one);
  assert.match(one, /const \{ __indirect_function_table, __wasm_split_shared0, memory \} = initSync/);
});

test('a loader that hands on nothing is told, since then it is written in another way', () => {
  assert.throws(() => inOneOrder('const program = initSync();'));
});
