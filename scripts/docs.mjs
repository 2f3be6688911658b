// Puts the documents together for mdBook: `node scripts/docs.mjs FOLDER` writes a book of docs/ and of the documents at the root of the
// project, named and ordered by docs/SUMMARY.md, with links that hold in both. `node scripts/docs.mjs --trim FOLDER` takes out of the
// built pages what the generator brings and no page uses. No page has a script, so that any policy can serve them.

import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LINK = /(!?\[[^\]]*\]\()([^)\s]+)(\))/g;

/** The text outside fences of code, changed by a function. */
export function outsideCode(text, change) {
  return text.split(/(^ *```[^]*?^ *```\s*?$)/m).map((part, at) => (at % 2 ? part : change(part))).join('');
}

/** The documents of the book, as paths from the root, in their order. */
export function documents() {
  const summary = readFileSync(join(root, 'docs/SUMMARY.md'), 'utf8');
  return [...summary.matchAll(LINK)].map(([, , target]) => posix.normalize(`docs/${target}`));
}

/** Where a document lies in the book. */
const placeOf = (path) => (path.startsWith('docs/') ? path.slice('docs/'.length) : `project/${path}`);

function stage(folder) {
  const book = new Set(documents());
  const sources = join(folder, 'src');
  mkdirSync(sources, { recursive: true });
  const asset = (path) => {
    const to = join(sources, placeOf(path));
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(root, path), to);
    return placeOf(path);
  };
  for (const path of ['docs/SUMMARY.md', ...book]) {
    const here = placeOf(path);
    const moved = (_, before, target, after) => {
      if (/^(?:[a-z]+:|#)/.test(target)) return before + target + after;
      const [file, anchor] = target.split('#');
      const wanted = posix.normalize(posix.join(posix.dirname(path), file));
      const isFile = existsSync(join(root, wanted)) && statSync(join(root, wanted)).isFile();
      // A folder has no page: its name stays as a word.
      if (!isFile) return before.replace(/^!?\[([^\]]*)\]\($/, '$1');
      const there = book.has(wanted) ? placeOf(wanted) : asset(wanted);
      return `${before}${posix.relative(posix.dirname(here), there)}${anchor ? `#${anchor}` : ''}${after}`;
    };
    const to = join(sources, here);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, outsideCode(readFileSync(join(root, path), 'utf8'), (text) => text.replace(LINK, moved)));
  }
  cpSync(join(root, 'docs/book'), join(folder, 'theme'), { recursive: true });
  writeFileSync(
    join(folder, 'book.toml'),
    `[book]\ntitle = "Who gets missed?"\nlanguage = "en"\n\n[output.html]\ntheme = "theme"\nno-section-label = true\n\n[output.html.search]\nenable = false\n\n[output.html.print]\nenable = false\n`,
  );
}

/** Pages, their style, pictures and files that they link to. */
function trim(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
    const path = relative(folder, join(entry.parentPath ?? entry.path, entry.name));
    const isOfGenerator = /^(?:FontAwesome|fonts|css|\.nojekyll|404\.html|toc\.html|print\.html)/.test(path) || /^[\w.-]+\.js$/.test(path);
    if (isOfGenerator || /^(?:ayu-highlight|tomorrow-night|highlight|favicon)/.test(path)) rmSync(join(folder, path));
  }
  for (const name of ['FontAwesome', 'fonts', 'css']) rmSync(join(folder, name), { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [first, second] = process.argv.slice(2);
  if (first === '--trim') trim(second);
  else stage(first);
}
