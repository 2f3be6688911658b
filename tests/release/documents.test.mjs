// The documents: every link leads somewhere, every command is one that a test runs, one version is told everywhere, and README stays
// short.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { documents, outsideCode } from '../../scripts/docs.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'documents-'));
after(() => rmSync(work, { recursive: true, force: true }));

const read = (path) => readFileSync(join(root, path), 'utf8');
const TRACKED = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
const DOCUMENTS = TRACKED.filter((path) => path.endsWith('.md') && existsSync(join(root, path)));
const GUIDES = ['README.md', ...documents().filter((path) => path.startsWith('docs/'))];

/** The text without code, in which brackets are no links. */
const prose = (path) => outsideCode(read(path), (text) => text.replace(/`[^`\n]*`/g, '``')).replace(/^ *```[^]*?^ *```\s*?$/gm, '');

/** How a heading is linked to, by GitHub and by mdBook alike. */
const slug = (heading) => heading.trim().toLowerCase().replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
const anchors = (path) => new Set([...read(path).replace(/^ *```[^]*?^ *```\s*?$/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => slug(heading)));

/** Links of a document that lead nowhere. */
function broken(path, text = prose(path)) {
  const links = [...text.matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)/g)].map(([, target]) => target);
  return links.filter((target) => {
    if (/^(?:https?|mailto):/.test(target)) return false;
    const [file, anchor] = target.split('#');
    const there = file ? posix.normalize(posix.join(posix.dirname(path), file)) : path;
    if (!existsSync(join(root, there))) return true;
    return anchor !== undefined && !(there.endsWith('.md') && anchors(there).has(anchor));
  });
}

test('every link of every document leads to a file, and to a heading where it names one', () => {
  assert.ok(DOCUMENTS.length > 15);
  assert.deepEqual(DOCUMENTS.flatMap((path) => broken(path).map((target) => `${path}: ${target}`)), []);
});

test('a link that leads nowhere is found', () => {
  const text = 'See [one](no.md), [two](README.md#no-such), [three](#nothing), [four](LICENSE#x), [five](README.md#working-on-it), [six](docs)';
  assert.deepEqual(broken('README.md', text), ['no.md', 'README.md#no-such', '#nothing', 'LICENSE#x']);
});

test('every document in docs/ is in the book, under its own heading', () => {
  const listed = new Set(documents());
  for (const path of DOCUMENTS.filter((path) => /^docs\/[^/]+\.md$/.test(path) && path !== 'docs/SUMMARY.md')) assert.ok(listed.has(path), path);
  for (const path of listed) assert.match(read(path), /^# \S/, `${path} begins with a heading`);
});

test('put together as a book, every link leads somewhere too', () => {
  const folder = join(work, 'book');
  execFileSync('node', [join(root, 'scripts/docs.mjs'), folder]);
  const here = posix.relative(root.replaceAll('\\', '/'), `${folder}/src`);
  const pages = readdirSync(join(folder, 'src'), { recursive: true }).filter((path) => path.endsWith('.md'));
  assert.equal(pages.length, documents().length + 1);
  assert.deepEqual(pages.flatMap((path) => broken(posix.join(here, path)).map((target) => `${path}: ${target}`)), []);
});

test('README has the two commands on top and fits two screens', () => {
  const text = read('README.md');
  assert.match(text, /^# Who gets missed\?\n\n```sh\nmake serve .*\nmake test .*\n```\n/);
  assert.ok(text.split(/\s+/).length < 900, 'what is longer belongs into docs/');
});

test('the gallery shows charts that there are, of their views', () => {
  const table = read('docs/link-keys.md').split('## Charts for frames')[1];
  const shown = [...read('docs/gallery.md').matchAll(/view=(\w+)&embed=1&frame=chart&chart=([\w-]+)`/g)];
  assert.ok(shown.length >= 12);
  for (const [, view, chart] of shown) {
    assert.match(table, new RegExp(`^\\| \`${view}\` \\|.*\`${chart}\``, 'm'), `${view} ${chart}`);
    assert.ok(existsSync(join(root, `docs/charts/${chart}.svg`)), chart);
  }
  // No picture tells the address of the machine that it was made on.
  for (const [, , chart] of shown) assert.doesNotMatch(read(`docs/charts/${chart}.svg`), /localhost|127\.0\.0\.1/);
});

test('pictures of the documents are few bytes', () => {
  const bytes = TRACKED.filter((path) => /^docs\/.*\.(?:png|svg|jpe?g|webp)$/.test(path) && existsSync(join(root, path))).reduce((sum, path) => sum + statSync(join(root, path)).size, 0);
  assert.ok(bytes > 0 && bytes < 1_500_000, `${bytes}`);
});

test('one version, and one day of it, is told everywhere', () => {
  const version = /^version = "(.+)"$/m.exec(read('Cargo.toml'))[1];
  const [, changed, day] = /^## \[(\d[^\]]*)\] - (\d{4}-\d\d-\d\d)$/m.exec(read('CHANGELOG.md'));
  const cited = /^version: (.+)$/m.exec(read('CITATION.cff'))[1];
  const [, coded] = /^softwareVersion: (.+)$/m.exec(read('publiccode.yml'));
  assert.deepEqual([changed, cited, coded], [version, version, version]);
  assert.equal(/^date-released: "(.+)"$/m.exec(read('CITATION.cff'))[1], day);
  assert.equal(/^releaseDate: "(.+)"$/m.exec(read('publiccode.yml'))[1], day);
  assert.match(read('CHANGELOG.md'), /^## \[Unreleased\]$/m);
});

const python = join(root, '.tools/release/python/bin/python');
const noSchemas = existsSync(python) ? false : 'the schemas are not on this machine';

test('publiccode.yml and CITATION.cff are valid', { skip: noSchemas }, () => {
  execFileSync(python, [join(root, 'scripts/release/valid.py'), root], { stdio: 'pipe' });
});

test('what is not valid is refused, by the name of the key', { skip: noSchemas }, () => {
  const wrong = [
    ['publiccode.yml', /^ {2}type: community$/m, '  type: friends', 'maintenance/type'],
    ['publiccode.yml', /^softwareType: .*$/m, 'softwareType: website', 'softwareType'],
    ['publiccode.yml', /^url: .*$/m, '', "'url' is a required property"],
    ['CITATION.cff', /^type: software$/m, 'type: thing', 'type'],
  ];
  const folders = wrong.map(([name, from, to], at) => {
    const folder = join(work, `wrong-${at}`);
    mkdirSync(folder);
    for (const file of ['publiccode.yml', 'CITATION.cff']) writeFileSync(join(folder, file), file === name ? read(file).replace(from, to) : read(file));
    return folder;
  });
  const { status, stderr } = spawnSync(python, [join(root, 'scripts/release/valid.py'), ...folders], { encoding: 'utf8' });
  assert.equal(status, 1);
  for (const [at, [name, , , key]] of wrong.entries()) {
    const own = stderr.split('\n').filter((line) => line.startsWith(`${folders[at]}/${name}: `));
    assert.ok(own.some((line) => line.includes(key)), `${key}: ${stderr}`);
  }
  assert.equal(stderr.trim().split('\n').length, wrong.length, stderr);
});

test('what the container copies is in a release', () => {
  const packed = /cp -R (deploy .*) "\$stage\/"/.exec(read('scripts/release.sh'))[1].split(' ');
  for (const path of packed) assert.ok(existsSync(join(root, path)), path);
  const copied = [...read('deploy/Containerfile').matchAll(/^COPY (\S+) /gm)].map(([, path]) => path);
  assert.ok(copied.length >= 3);
  for (const path of copied) assert.ok(path === 'site/' || existsSync(join(root, path)), path);
  // The page is the whole site there, by the very settings of deploy/nginx.conf.
  const line = 'location /tools/who-gets-missed/ {';
  assert.ok(read('deploy/nginx.conf').split('\n').includes(line));
  for (const path of ['deploy/Containerfile', 'scripts/container.sh']) assert.ok(read(path).includes(`s#^${line}#location / {#`), path);
});

test('each recipe says at its beginning whether it was tried or only read, as the table does', () => {
  const text = read('docs/recipes.md');
  const rows = [...text.matchAll(/^\| ([\w ]+) \| (Tried|Read): (.*) \|$/gm)].map(([, system, how, rest]) => [system, how, rest]);
  const sections = text.split(/^## /m).slice(1).map((section) => section.split('\n'));
  const marked = sections.filter((lines) => /^\*(?:Tried, with version|Read, not tried)\b/.test(lines[2])).map(([heading, , line]) => [heading, line]);
  assert.deepEqual(marked.map(([heading]) => heading), rows.map(([system]) => system));
  for (const [at, [system, how, rest]] of rows.entries()) {
    assert.ok(marked[at][1].startsWith(`*${how}`), system);
    assert.equal(how === 'Read', rest.includes('Not tried'), system);
    const version = /version ([\d.]+\d)/.exec(marked[at][1])?.[1];
    assert.ok(how === 'Read' || rest.includes(`version ${version}`), system);
  }
  assert.ok(rows.length >= 5);
});

// Commands.

/** The commands in the fences of a document, a line each. */
function commandsIn(path) {
  const fences = [...read(path).matchAll(/^ *```sh\n([^]*?)^ *```\s*?$/gm)].map(([, text]) => text.replace(/\\\n\s*/g, ''));
  return fences.flatMap((text) => text.split('\n').map((line) => line.replace(/\s+#\s.*$/, '').trim()).filter(Boolean));
}

const rows = () => read('tests/release/commands.tsv').trimEnd().split('\n').slice(1).map((line) => {
  const [command, by, says = ''] = line.split('\t');
  return { command, by, says };
});

test('every command of README and docs/ is run by a test that is named', () => {
  const told = GUIDES.flatMap((path) => commandsIn(path).map((command) => ({ path, command })));
  assert.ok(told.length > 20);
  const named = new Map(rows().map((row) => [row.command, row]));
  assert.deepEqual(told.filter(({ command }) => !named.has(command)), [], 'tests/release/commands.tsv has no row for these');
  const used = new Set(told.map(({ command }) => command));
  assert.deepEqual([...named.keys()].filter((command) => !used.has(command)), [], 'no document has these commands');
  for (const { by, command, says } of named.values()) {
    if (/^(?:here|hand)\b/.test(by)) continue;
    assert.ok(says && read(by).includes(says), `${by} does not run ${command}`);
  }
  // What no test can run says why, and is no more than this.
  const byHand = [...named.values()].filter(({ by }) => by === 'hand');
  assert.ok(byHand.length <= 6 && byHand.every(({ says }) => says), `${byHand.length} by hand`);
});

test('what the documents name beside the text is there: targets, scripts, examples', () => {
  const text = DOCUMENTS.map(read).join('\n');
  const targets = new Set([...text.matchAll(/\bmake ([a-z][a-z-]*)\b(?=[`\s,.;:)])/g)].filter(([all]) => text.includes(`\`${all}`) || text.includes(`\n${all}`)).map(([, target]) => target));
  assert.ok(targets.size > 12);
  for (const target of targets) execFileSync('make', ['--dry-run', target], { cwd: root, stdio: 'pipe' });
  const paths = new Set([...text.matchAll(/`(?:node )?((?:scripts|examples|tests|deploy|sql)\/[\w./-]+\.(?:mjs|sh|py|R|sql|rs|tsv))[` ]/g)].map(([, path]) => path));
  assert.ok(paths.size > 15);
  for (const path of paths) assert.ok(existsSync(join(root, path)), path);
  for (const path of [...paths].filter((path) => path.endsWith('.sh'))) execFileSync('bash', ['-n', join(root, path)]);
  for (const [, name] of text.matchAll(/--example (\w+)/g)) assert.ok(existsSync(join(root, `examples/${name}.rs`)), name);
});

/** Files by the names that the documents use: small ones made here, and published ones where they are at hand. */
const numbers = [1, 2, 3, 4, 5, 6];
const row = (n) => `${900 + n},${40 + n * 3},${35 + n * 3},${45 + n * 3}`;
const grouped = ['2021', '2022'].flatMap((period) => ['Persons', 'Male'].flatMap((sex) => numbers.map((n) => `Area ${n},${period},${sex},${n * 7},${row(n)}`)));
const MADE = {
  'rows.csv': (command) => command.includes('rows-by')
    ? `Area,Period,Sex,Deprivation score,Population,Rate,Lower CI,Upper CI\n${grouped.join('\n')}\n`
    : `Area,Deprivation rank,Population,Rate,Lower CI,Upper CI\n${numbers.map((n) => `Area ${n},${n},${row(n)}`).join('\n')}\n`,
  'rates_by_council.csv': () => `Area code,Rate per 100000,Lower CI,Upper CI\n${numbers.slice(1).map((n) => `E0700000${n + 6},${40 + n},${35 + n},${45 + n}`).slice(0, 3).join('\n')}\n`,
  'served.csv': () => 'Area code,People served\nE01017949,40\nE01017950,35\nE01017951,60\nE01017952,30\n',
};
const data = process.env.MISSED_TEST_DATA ?? join(root, '../shared/data');
const PUBLISHED = {
  'File_7.csv': join(data, 'iod2019/File_7_IoD2019_rebuilt_30_columns.csv'),
  'SCHOOLS.csv': join(data, 'schools/spc_school_level_202223_Cambs_Pboro.csv'),
};

/** Why a command cannot be run here, if it cannot: a program or a published file that is not on this machine. */
function lacking(need) {
  if (!need) return false;
  if (need in PUBLISHED) return existsSync(PUBLISHED[need]) ? false : `no ${need} in the data`;
  return spawnSync(need, ['--version']).error ? `no ${need} on this machine` : false;
}

for (const { command, by, says } of rows().filter(({ by }) => /^here\b/.test(by))) {
  test(`runs: ${command}`, { skip: lacking(by.split(' ')[1]) }, () => {
    const folder = mkdtempSync(join(work, 'run-'));
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/a.js'), 'let a = 1;\n'.repeat(400));
    for (const [name, text] of Object.entries(MADE)) writeFileSync(join(folder, name), text(command));
    for (const [name, path] of Object.entries(PUBLISHED)) if (existsSync(path)) symlinkSync(path, join(folder, name));
    // In a folder of its own, with the project's Makefile, scripts and crate.
    const line = command
      .replace(/^make /, `make --no-print-directory -C ${root} `)
      .replace(/^cargo run /, `cargo run --quiet --locked --manifest-path ${join(root, 'Cargo.toml')} `);
    const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
    assert.equal(status, 0, stderr);
    const written = /> (\S+)$/.exec(command);
    assert.match(written ? readFileSync(join(folder, written[1]), 'utf8') : stdout, new RegExp(says, 'm'));
    if (by.endsWith('SCHOOLS.csv')) {
      const path = 'public/figures/schools/cambridgeshire-peterborough-2023.csv';
      assert.equal(readFileSync(join(folder, path), 'utf8'), read(path), 'what is shipped is what it makes');
    }
  });
}
