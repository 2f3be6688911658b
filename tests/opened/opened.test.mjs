// Tables of results as other programs open them: pandas, a reader of “CSV on the Web”, and the snippets in examples/.
// `node --test tests/opened/`; scripts/setup.sh test installs what it needs into .tools/tidy.
// TIDY_PYTHON names another Python that has it.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const python = process.env.TIDY_PYTHON ?? join(root, '.tools/tidy/bin/python');
const skip = !existsSync(python) && 'pandas and csvw are not there: scripts/setup.sh test installs them';
const hasR = spawnSync('Rscript', ['--version']).status === 0;

const FILES = join(root, 'tests/fixtures/person_level');
/** Every view, by its link and its files. */
const VIEWS = [
  ['data=iod2019&within=rural'],
  ['place=E07000008&cut=local&share=33.3'],
  ['view=areas&data=own', join(FILES, 'units.csv')],
  ['view=councils&kind=icbs'],
  ['view=strategies&offers=universal,area,need,group,proportionate&against=present&averts=deaths&worth=20000'],
  ['view=population'],
  ['view=gap'],
  ['view=incentive'],
  ['view=audit'],
  ['view=checked'],
];
/** Charts: of which view, and of which measure. */
const CHARTS = [[4, 'strategies.outputs.coverage'], [1, 'local.people_share'], [5, 'fifths.fifths.past_low']];

let folder;
const evaluate = (...given) =>
  execFileSync('cargo', ['run', '-q', '--locked', '--no-default-features', '--example', 'evaluate', '--', ...given], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
/** Writes a table beside its description, as the page saves them; its path. */
function write(into, given) {
  const about = evaluate('--csvw', ...given);
  const path = join(into, JSON.parse(about).url);
  writeFileSync(path, evaluate('--csv', ...given));
  writeFileSync(`${path}-metadata.json`, about);
  return path;
}
const check = (of) => spawnSync(python, [join(root, 'tests/opened/check.py'), of], { encoding: 'utf8' });
const isPicture = (path) => readFileSync(path).subarray(1, 4).toString() === 'PNG' && readFileSync(path).length > 5_000;

let paths = [];
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidy-'));
  paths = VIEWS.map((given, at) => {
    const own = join(folder, `${at}`);
    mkdirSync(own);
    return write(own, given);
  });
});
after(() => folder && rmSync(folder, { recursive: true }));

test('each table stands beside its description', () => {
  for (const path of paths) {
    const { tableSchema } = JSON.parse(readFileSync(`${path}-metadata.json`, 'utf8'));
    const [headings] = readFileSync(path, 'utf8').split('\r\n');
    assert.equal(headings, `\ufeff${tableSchema.columns.map(({ name }) => name).join(',')}`);
  }
});

for (const [at, [link]] of VIEWS.entries()) {
  test(`pandas and CSV on the Web open all results of ${link}`, { skip }, () => {
    const { status, stdout, stderr } = check(join(folder, `${at}`));
    assert.equal(status, 0, stderr);
    assert.match(stdout, /\.csv: \d+ rows/);
  });
}

/** Ways to break a table or its description, each of which has to be found. */
const BREAKS = {
  'a number that is none': (text) => text.replace(/,(\d+\.\d{5,}),/, ',about a third,'),
  'a unit that is none': (text) => text.replace(',share,', ',apples,'),
  'a row twice': (text) => text + text.trim().split('\r\n').at(-1) + '\r\n',
  'a column too many': (text) => text.replace('reason\r\n', 'reason,more\r\n'),
};
for (const [what, breaks] of Object.entries(BREAKS)) {
  test(`${what} is found`, { skip }, () => {
    const own = join(folder, what);
    cpSync(join(folder, '1'), own, { recursive: true });
    const path = join(own, paths[1].slice(paths[1].lastIndexOf('/') + 1));
    const text = readFileSync(path, 'utf8');
    const broken = breaks(text);
    assert.notEqual(broken, text);
    writeFileSync(path, broken);
    assert.notEqual(check(own).status, 0);
  });
}

for (const [at, measure] of CHARTS) {
  test(`the snippet in Python draws ${measure}`, { skip }, () => {
    const picture = join(folder, `${measure}.png`);
    execFileSync(python, [join(root, 'examples/results.py'), paths[at], measure, picture]);
    assert.ok(isPicture(picture));
  });
  test(`the snippet in R draws ${measure}`, { skip: skip || (!hasR && 'no Rscript on this machine') }, () => {
    const picture = join(folder, `${measure}-r.png`);
    execFileSync('Rscript', [join(root, 'examples/results.R'), paths[at], measure, picture]);
    assert.ok(isPicture(picture));
  });
}

test('the snippet in Python names the measures where it is asked for none of them', { skip }, () => {
  const { status, stderr } = spawnSync(python, [join(root, 'examples/results.py'), paths[1], 'no.such', join(folder, 'x.png')], { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /There are: .*local\.people_share/);
});
