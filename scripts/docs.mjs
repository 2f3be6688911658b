// Puts the documents together for mdBook: `node scripts/docs.mjs FOLDER` writes a book of docs/ and of the documents at the root of the
// project, named and ordered by docs/SUMMARY.md, with links that hold in both. `node scripts/docs.mjs --finish FOLDER` puts the
// list of documents beside each built page and takes out what the generator brings and no page uses. No page has a script, so that
// any policy can serve them.

import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LINK = /(!?\[[^\]]*\]\()([^)\s]+)(\))/g;

/** The text outside fences of code, changed by a function. */
export function outsideCode(text, change) {
  return text.split(/(^ *```[^]*?^ *```\s*?$)/m).map((part, at) => (at % 2 ? part : change(part))).join('');
}

/** The list of documents: docs/SUMMARY.md, and below it those of docs/ that it does not name. */
function summary() {
  const text = readFileSync(join(root, 'docs/SUMMARY.md'), 'utf8');
  const more = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md') && name !== 'SUMMARY.md' && !text.includes(`](${name})`));
  if (more.length === 0) return text;
  const title = (name) => /^# (.+)$/m.exec(readFileSync(join(root, 'docs', name), 'utf8'))[1];
  return `${text}\n# More\n\n${more.map((name) => `- [${title(name)}](${name})\n`).join('')}`;
}

/** The documents of the book, as paths from the root, in their order. */
export function documents() {
  return [...summary().matchAll(LINK)].map(([, , target]) => posix.normalize(`docs/${target}`));
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
  const texts = new Map([['docs/SUMMARY.md', summary()], ...[...book].map((path) => [path, readFileSync(join(root, path), 'utf8')])]);
  for (const [path, text] of texts) {
    const here = placeOf(path);
    const moved = (_, before, target, after) => {
      if (/^(?:[a-z]+:|#)/.test(target)) return before + target + after;
      const [file, anchor] = target.split('#');
      // README is for who has the source; in the book the start page is in its place.
      const wanted = posix.normalize(posix.join(posix.dirname(path), file)).replace(/^README\.md$/, 'docs/index.md');
      const isFile = existsSync(join(root, wanted)) && statSync(join(root, wanted)).isFile();
      // A folder has no page: its name stays as a word.
      if (!isFile) return before.replace(/^!?\[([^\]]*)\]\($/, '$1');
      if (wanted.endsWith('.md') && !book.has(wanted)) throw new Error(`${path} links to ${wanted}, which docs/SUMMARY.md does not have`);
      const there = book.has(wanted) ? placeOf(wanted) : asset(wanted);
      return `${before}${posix.relative(posix.dirname(here), there)}${anchor ? `#${anchor}` : ''}${after}`;
    };
    const to = join(sources, here);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, outsideCode(text, (part) => part.replace(LINK, moved)));
  }
  cpSync(join(root, 'docs/book'), join(folder, 'theme'), { recursive: true });
  writeFileSync(
    join(folder, 'book.toml'),
    `[book]\ntitle = "Who gets missed?"\nlanguage = "en"\n\n[output.html]\ntheme = "theme"\nno-section-label = true\n\n[output.html.print]\nenable = false\n`,
  );
}

/** The list of documents beside a page, with the one it is marked. */
function contents(here) {
  const items = summary().split('\n').map((line) => {
    const [, , title, target] = /^(- )?\[([^\]]+)\]\(([^)]+)\)$/.exec(line) ?? [];
    if (!target) return /^# /.test(line) && line !== '# Documents' ? `</ul><h2>${line.slice(2)}</h2><ul>` : '';
    const page = placeOf(posix.normalize(`docs/${target}`)).replace(/\.md$/, '.html');
    const mark = page === here ? ' aria-current="page"' : '';
    return `<li><a href="${posix.relative(posix.dirname(here), page)}"${mark}>${title}</a></li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

const OF_GENERATOR = /^(?:FontAwesome\/|fonts\/|css\/|\.nojekyll|404\.html|toc\.html|print\.html|favicon|highlight|ayu-highlight|tomorrow-night)|^[\w.-]+\.js$/;

/** The built pages without what the generator brings and none of them uses, each with the list beside it. */
function finish(folder) {
  cpSync(join(root, 'docs/book/pages.css'), join(folder, 'pages.css'));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))) {
    if (OF_GENERATOR.test(path)) rmSync(join(folder, path));
    else if (path.endsWith('.html')) {
      const html = readFileSync(join(folder, path), 'utf8');
      // The start page is there twice: under its own name, and as the index.
      const list = contents(path === 'index.html' ? 'index.html' : path);
      // The generator draws each picture twice, to enlarge it by a tick: a link does that.
      const twice = /<label class="checkbox-label"><input[^>]*>(<img src="([^"]+)"[^>]*>)<span class="img-wrapper">.*?<\/span><\/label>/g;
      writeFileSync(join(folder, path), html.replace('<ul data-documents></ul>', () => list).replace(twice, '<a href="$2">$1</a>'));
    }
  }
  for (const name of ['FontAwesome', 'fonts', 'css']) rmSync(join(folder, name), { recursive: true, force: true });
  const lost = files.map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name))).filter((path) => path.endsWith('.html') && existsSync(join(folder, path))).flatMap((path) => lostLinks(folder, path));
  if (lost.length > 0) throw new Error(`links of built pages that lead nowhere:\n${lost.join('\n')}`);
}

/** Links of a built page to files and headings that are not there. */
function lostLinks(folder, path) {
  const links = [...readFileSync(join(folder, path), 'utf8').matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, target]) => target);
  const lost = links.filter((target) => {
    if (/^[a-z]+:/.test(target)) return false;
    const [file, anchor] = target.split('#');
    const there = join(folder, file ? posix.join(posix.dirname(path), file) : path);
    if (!existsSync(there)) return true;
    return Boolean(anchor) && !readFileSync(there, 'utf8').includes(` id="${anchor}"`);
  });
  return lost.map((target) => `${path}: ${target}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [first, second] = process.argv.slice(2);
  if (first === '--finish') finish(second);
  else stage(first);
}
