// Fails for a crate whose licence is not on the list in deny.toml. Needs no network, only the crates that are fetched.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const settings = readFileSync('deny.toml', 'utf8');
const list = /^allow = \[([^\]]*)\]/m.exec(settings)?.[1] ?? '';
const allowed = new Set([...list.matchAll(/"([^"]+)"/g)].map(([, licence]) => licence));
if (allowed.size === 0) throw new Error('deny.toml allows no licence');

/** Whether an SPDX expression can be met: one side of an OR is enough, an AND needs both. The old `/` is an OR. */
function isAllowed(expression) {
  const words = expression.replaceAll('/', ' OR ').match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const one = () => {
    if (words[at] === '(') {
      at += 1;
      const inside = either();
      if (words[at] !== ')') throw new Error(`not an SPDX expression: ${expression}`);
      at += 1;
      return inside;
    }
    const licence = words[at];
    at += 1;
    // An exception (WITH) allows more than the licence alone.
    if (words[at] === 'WITH') at += 2;
    return allowed.has(licence);
  };
  const both = () => {
    let met = one();
    while (words[at] === 'AND') {
      at += 1;
      met = one() && met;
    }
    return met;
  };
  const either = () => {
    let met = both();
    while (words[at] === 'OR') {
      at += 1;
      met = both() || met;
    }
    return met;
  };
  const met = either();
  if (at !== words.length) throw new Error(`not an SPDX expression: ${expression}`);
  return met;
}

const options = ['metadata', '--format-version', '1', '--locked', '--offline'];
const { packages } = JSON.parse(execFileSync('cargo', options, { encoding: 'utf8', maxBuffer: 2 ** 28 }));
const refused = packages.filter(({ license }) => !license || !isAllowed(license));
for (const { name, version, license } of refused) console.log(`${name} ${version}: ${license ?? 'no licence told'}`);
console.log(`${packages.length} crates, ${refused.length} with a licence that deny.toml does not allow`);
process.exit(refused.length > 0 ? 1 : 0);
