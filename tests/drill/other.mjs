// Another version of a built page: every file that has its checksum in its name is another one under another name, figures have
// other digits under the same name, and all that names them says so. What makes two versions of a page differ, without a build.

import { cpSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { digest, filesIn, integrity, shortIntegrity, writeWorker } from '../../scripts/dist.mjs';

const HASHED = /^(.+)-([0-9a-f]{16})\.(wasm|css|js)$/;
/** A part of a program that no browser heeds: a custom section without a name. */
const SECTION = (mark) => Buffer.concat([Buffer.from([0, 2 + mark.length, 0]), Buffer.from(` ${mark}`)]);

/** The one file in a folder whose name is so. */
const named = (folder, pattern) => readdirSync(folder).find((name) => pattern.test(name));

/** Makes `to` a copy of `from` that is of another version. `change` is done to the text of the script, `program` to the Wasm. */
export async function makeOther(from, to, { mark = 'other', change = (text) => text, watch = (text) => text, worker, figures = true } = {}) {
  cpSync(from, to, { recursive: true });
  const path = (name) => join(to, name);
  const renamed = [];
  /** A file with other bytes, under the name that they give it. */
  const put = (name, bytes) => {
    const [, stem, , extension] = name.match(HASHED);
    const before = readFileSync(path(name));
    const next = `${stem}-${digest('sha256', bytes, 'hex').slice(0, 16)}.${extension}`;
    renameSync(path(name), path(next));
    writeFileSync(path(next), bytes);
    renamed.push([name, next], [shortIntegrity(before), shortIntegrity(bytes)], [integrity(before), integrity(bytes)]);
    return next;
  };
  const withNames = (text) => renamed.reduce((all, [old, next]) => all.replaceAll(old, next), text);

  for (const name of readdirSync(to).filter((name) => HASHED.test(name) && !name.endsWith('.js'))) {
    const bytes = readFileSync(path(name));
    put(name, Buffer.concat([bytes, name.endsWith('.wasm') ? SECTION(mark) : Buffer.from(`\n/* ${mark} */`)]));
  }
  if (figures) {
    // Other numbers in each table of the first view.
    for (const file of filesIn(path('figures')).filter((file) => /income-by-imd\/E\d+\.csv$/.test(file))) {
      const where = join(to, 'figures', file);
      const before = readFileSync(where);
      const lines = before.toString().split('\n');
      const councils = lines[0].split(',').length;
      // The last lines are people in need, a line for each council: the least deprived of its areas have twice as many.
      for (let at = 2 + 3 * councils; at < 2 + 4 * councils; at += 1) {
        const parts = lines[at].split(',');
        lines[at] = [...parts.slice(0, -1), Number(parts.at(-1)) * 2].join(',');
      }
      const after = Buffer.from(lines.join('\n'));
      writeFileSync(where, after);
      renamed.push([shortIntegrity(before), shortIntegrity(after)]);
    }
  }
  const script = named(to, /^who-gets-missed-[0-9a-f]{16}\.js$/);
  const text = readFileSync(path(script), 'utf8');
  const changed = change(withNames(text));
  put(script, Buffer.from(`${changed}\n// ${mark}`));
  const watched = readFileSync(path('watch.js'), 'utf8');
  const another = watch(`${watched}\n// ${mark}`);
  writeFileSync(path('watch.js'), another);
  renamed.push([integrity(Buffer.from(watched)), integrity(Buffer.from(another))]);
  const html = withNames(readFileSync(path('index.html'), 'utf8')).replace('<meta name="color-scheme"', `<meta name="generator" content="${mark}"><meta name="color-scheme"`);
  writeFileSync(path('index.html'), html);
  await writeWorker(to, true);
  worker?.(path('sw.js'));
  return to;
}
