// What the ready-made server settings in deploy/ send with each file, read from them and not copied.

import { readFileSync } from 'node:fs';

/** The rules of a `_headers` file: which paths, and what is sent with them. */
function rulesOf(text) {
  const rules = [];
  for (const line of text.split('\n')) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    if (/^\S/.test(line)) {
      const pattern = line.trim().split('*').map((part) => part.replace(/[.?+^$[\]\\(){}|]/g, '\\$&'));
      rules.push({ path: new RegExp(`^${pattern.join('.*')}$`), headers: [] });
      continue;
    }
    const [, name, value] = line.match(/^\s+([\w-]+):\s*(.*)$/);
    rules.at(-1).headers.push([name, value]);
  }
  return rules;
}

const RULES = rulesOf(readFileSync(new URL('../../../deploy/_headers', import.meta.url), 'utf8'));

/** What is sent with every file. */
export const FOR_ALL = RULES[0].headers;

/** The headers that a host which heeds `deploy/_headers` sends with a path, such as `/index.html`. */
export function shippedHeaders(path) {
  return Object.fromEntries(RULES.filter((rule) => rule.path.test(path)).flatMap((rule) => rule.headers));
}
