// Every dependency that the page ships, and every one that runs while it is built: `node scripts/dependencies.mjs` writes the tables of
// docs/dependencies.md. Facts come from cargo, npm's lock and the sources; why each is here is written in docs/dependencies.tsv, for one
// version of it (tests/release/dependencies.test.mjs). With `--program FILE` it says of which crates a linked program has functions.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { SHIPPED_OF_NPM } from './release/parts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
export const DOCUMENT = join(root, 'docs/dependencies.md');
const REASONS = join(root, 'docs/dependencies.tsv');
const FOR_PAGE = ['--locked', '--offline', '--features', 'split'];
const WASM = 'wasm32-unknown-unknown';
/** What lets a crate call the browser. */
const BROWSER = ['js-sys', 'wasm-bindgen', 'web-sys'];
/** Packages of npm that write or change files of the page. */
const BUILDERS_OF_NPM = ['binaryen', 'esbuild', 'purgecss', 'sass'];

const run = (...options) => execFileSync('cargo', options, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] });
const byText = (one, other) => (one < other ? -1 : Number(one > other));

/** The crates that a tree of dependencies names, as name@version. */
function tree(edges) {
  const lines = run('tree', ...FOR_PAGE, '--target', WASM, '--edges', edges, '--prefix', 'none', '--format', '{p}').split('\n');
  return new Set(lines.filter(Boolean).map((line) => line.split(' ').slice(0, 2).join('@').replace('@v', '@')));
}

/** Code without what a compiler passes over: comments and texts. */
const code = (text) => text.replace(/"(?:\\[^]|[^"\\])*"|\/\/[^\n]*|\/\*[^]*?\*\//g, (part) => (part.startsWith('"') ? '""' : ' '));

function sources(folder) {
  if (!existsSync(folder)) return '';
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile() && file.name.endsWith('.rs'));
  return files.map((file) => code(readFileSync(join(file.parentPath ?? file.path, file.name), 'utf8'))).join('\n');
}

/** What code names of the machine that it runs on. */
const MACHINE = { files: /\bfs::|\bFile::(?:open|create)/, programs: /\bCommand::new|\bprocess::Command/, network: /\bstd::net\b|\bTcpStream\b|\bUdpSocket\b/, settings: /\benv::vars?(?:_os)?\b/ };
const names = (text) => Object.keys(MACHINE).filter((thing) => MACHINE[thing].test(text));

/** Facts of each crate that the page or its build needs, by name@version. */
export function crates() {
  const { packages, resolve } = JSON.parse(run('metadata', '--format-version', '1', ...FOR_PAGE));
  const [shipped, all] = [tree('normal,no-proc-macro'), tree('normal,build')];
  const labels = new Map(packages.map(({ id, name, version }) => [id, `${name}@${version}`]));
  const asked = new Map();
  const asks = new Map();
  for (const { id, deps } of resolve.nodes) {
    const needed = deps.filter(({ dep_kinds: kinds }) => kinds.some(({ kind }) => kind !== 'dev')).map(({ pkg }) => labels.get(pkg));
    asks.set(labels.get(id), needed);
    const by = labels.get(id);
    // What is in the program is asked for by what is in the program.
    for (const label of all.has(by) ? needed.filter((one) => shipped.has(by) || !shipped.has(one)) : []) asked.set(label, [...(asked.get(label) ?? []), by]);
  }
  const own = packages.find(({ name }) => name === 'who-gets-missed');
  const chosen = new Set(own.dependencies.filter(({ kind }) => kind === null).map(({ name }) => name));
  const facts = packages.map((one) => {
    const { name, version, license, source, repository, targets, manifest_path: manifest } = one;
    const label = `${name}@${version}`;
    const folder = dirname(manifest);
    const text = sources(join(folder, 'src'));
    const script = targets.find(({ kind }) => kind.includes('custom-build'));
    const isMacro = targets.some(({ kind }) => kind.includes('proc-macro'));
    return {
      label,
      name,
      version,
      licence: license.replaceAll('/', ' OR '),
      keeper: source ? /^https?:\/\/[^/]+\/([^/]+)/.exec(repository ?? '')?.[1] ?? '' : 'this project',
      isShipped: shipped.has(label),
      isChosen: chosen.has(name) && (asked.get(label) ?? []).includes(`${own.name}@${own.version}`),
      askedBy: (asked.get(label) ?? []).map((by) => by.split('@')[0]).sort(byText),
      unsafe: /#!\[(?:cfg_attr\([^\]]*)?forbid\([^)]*\bunsafe_code/.test(text) ? 'forbidden' : [...text.matchAll(/\bunsafe\b(?!_)/g)].length,
      callsBrowser: (asks.get(label) ?? []).some((needed) => BROWSER.includes(needed.split('@')[0])) || BROWSER.includes(name),
      isMacro,
      script: script && names(code(readFileSync(script.src_path, 'utf8'))),
      touches: names(text),
    };
  });
  return facts.filter(({ label, name }) => name !== own.name && all.has(label)).sort((one, other) => byText(one.label, other.label));
}

/** Facts of the packages of npm that the page is made with. */
export function packages() {
  const { packages: locked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const own = Object.entries(locked).filter(([path]) => path.startsWith('node_modules/'));
  const made = [...SHIPPED_OF_NPM, ...BUILDERS_OF_NPM].map((name) => ({ name, ...locked[`node_modules/${name}`] }));
  return {
    count: own.filter(([, { optional }]) => !optional).length,
    withScripts: own.filter(([, { hasInstallScript, optional }]) => hasInstallScript && !optional).map(([path]) => path.split('node_modules/').at(-1)).sort(byText),
    made: made.map(({ name, version, license, hasInstallScript }) => ({ label: `${name}@${version}`, name, version, licence: license, isShipped: SHIPPED_OF_NPM.includes(name), hasScript: Boolean(hasInstallScript) })),
  };
}

/** The written reasons: name@version with why it is here, whether the program has functions of it, and what else is known. */
export function reasons(text = readFileSync(REASONS, 'utf8')) {
  const [head, ...lines] = text.trimEnd().split('\n');
  if (head !== 'what\tversion\tin_program\twhy\tknown') throw new Error('line 1: the columns are what, version, in_program, why, known');
  return lines.map((line, at) => {
    const [name, version, left, why, known = '', ...more] = line.split('\t');
    if (!name || !version || !why || more.length > 0 || !['yes', 'no', ''].includes(left)) throw new Error(`line ${at + 2}: ${line}`);
    return { label: `${name}@${version}`, name, isLeft: left === 'yes', why, known };
  });
}

/** What does not fit between what is there and what was reviewed, a sentence each. */
export function unreviewed(there, written) {
  const labels = new Set(there.map(({ label }) => label));
  const reviewed = new Map(written.map((row) => [row.label, row]));
  const others = (name) => written.filter((row) => row.name === name && !labels.has(row.label)).map(({ label }) => label);
  const without = there.filter(({ label }) => !reviewed.has(label));
  return [
    ...without.map(({ label, name }) => (others(name).length > 0 ? `${label} is there, reviewed was ${others(name).join(', ')}` : `${label} has no reason in docs/dependencies.tsv`)),
    ...written.filter(({ label, name }) => !labels.has(label) && !without.some((one) => one.name === name)).map(({ label }) => `${label} has a reason and is not there`),
    ...written.filter(({ label }, at) => written.findIndex((row) => row.label === label) !== at).map(({ label }) => `${label} has two reasons`),
  ];
}

const table = (head, rows) => [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
/** At most three who ask for it, the rest as a number. */
const few = (all) => (all.length > 3 ? `${all.slice(0, 2).join(', ')} and ${all.length - 2} more` : all.join(', '));
const list = (things) => things.join(', ');

/** The tables by name, as docs/dependencies.md has them. */
export function tables() {
  const [all, { count, withScripts, made }, written] = [crates(), packages(), new Map(reasons().map((row) => [row.label, row]))];
  const why = ({ label }) => written.get(label) ?? { why: '', known: '' };
  const may = ({ unsafe, callsBrowser }) => [unsafe === 'forbidden' ? 'unsafe forbidden' : unsafe === 0 ? 'no unsafe' : `unsafe ${unsafe === 1 ? 'once' : `${unsafe} times`}`, callsBrowser && '**browser**'].filter(Boolean).join(', ');
  const left = (one) => (why(one).isLeft ? '**in the program**' : '');
  const facts = (...all) => all.filter(Boolean).join('; ');
  const shipped = all.filter(({ isShipped }) => isShipped);
  const chosen = shipped.filter(({ isChosen }) => isChosen);
  const brought = shipped.filter(({ isChosen }) => !isChosen);
  const running = all.filter(({ isShipped }) => !isShipped);
  const scripted = shipped.filter(({ script }) => script);
  const runs = ({ isMacro, script }) => [isMacro && 'macro', script && 'build script'].filter(Boolean).join(', ') || 'used by one';
  const named = (touches) => list([...new Set(touches)].sort(byText)) || 'none';
  const byNamed = new Map();
  for (const { label, script } of scripted) byNamed.set(named(script), [...(byNamed.get(named(script)) ?? []), label.split('@')[0]]);
  const what = (one) => [why(one).why, why(one).known].filter(Boolean).join('; ');
  const forbidden = shipped.filter(({ unsafe }) => unsafe === 'forbidden' || unsafe === 0).length;
  return {
    counts: [
      `${shipped.length} crates are compiled into the program: ${chosen.length} that we chose and ${brought.length} that these bring along. ${shipped.filter((one) => why(one).isLeft).length} of them leave functions of their own in it.`,
      `${forbidden} have no \`unsafe\` code. ${shipped.filter(({ callsBrowser }) => callsBrowser).length} can call the browser.`,
      `${running.length} more run only while it is compiled: ${running.filter(({ isMacro }) => isMacro).length} macros, and what these and build scripts use. ${scripted.length} of those in the program have a build script, which runs then too.`,
      `Of npm, one package has a part in the page, ${list(made.filter(({ isShipped }) => isShipped).map(({ name }) => name))}: its style. ${count} packages build or test it. Those that run a script when they are installed: ${list(withScripts) || 'none'}.`,
    ].map((line) => `- ${line}`).join('\n'),
    chosen: table(['crate', 'licence', 'may', 'why it is here', 'what would replace it'], chosen.map((one) => [`${one.name} ${one.version}`, one.licence, may(one), why(one).why, why(one).known])),
    brought: table(
      ['crate', 'what it does', 'asked for by', 'facts'],
      brought.map((one) => [`${one.name} ${one.version}`, what(one), few(one.askedBy), facts(left(one), may(one), one.licence, one.keeper)]),
    ),
    running: table(
      ['crate', 'what it does', 'names of the machine', 'facts'],
      running.map((one) => [`${one.name} ${one.version}`, what(one), named([...one.touches, ...(one.script ?? [])]), facts(runs(one), one.licence, one.keeper)]),
    ),
    scripts: table(['names of the machine', 'crates in the program whose build script names them'], [...byNamed].sort(([one], [other]) => byText(one, other)).map(([names, labels]) => [names, list(labels)])),
    packages: table(['package', 'licence', 'in the page', 'script when installed', 'what it does'], made.map((one) => [`${one.name} ${one.version}`, one.licence, one.isShipped ? 'its style' : '', one.hasScript ? 'yes' : '', what(one)])),
  };
}

/** The document with its tables made anew. */
export function written(text = readFileSync(DOCUMENT, 'utf8')) {
  return Object.entries(tables()).reduce((whole, [name, made]) => {
    const place = new RegExp(`(<!-- made: ${name} -->\n)[^]*?(<!-- end -->)`);
    if (!place.test(whole)) throw new Error(`docs/dependencies.md has no place for ${name}`);
    return whole.replace(place, (_, before, after) => `${before}\n${made}\n\n${after}`);
  }, text);
}

/** Names of the crates of which a linked program that still has its names has functions. */
function inProgram(path) {
  const module = new WebAssembly.Module(readFileSync(path));
  const [section] = WebAssembly.Module.customSections(module, 'name');
  if (!section) throw new Error(`${path} has no names of functions any more`);
  const text = Buffer.from(section).toString('latin1');
  // _ZN9quick_xml6reader... is one of a crate; _ZN63_$LT$quick_xml..Reader$u20$as... one of a type of it.
  const found = [...text.matchAll(/_ZN\d+(?:_\$LT\$(?:\$RF\$|mut\$u20\$|dyn\$u20\$)*([a-z_0-9]+)\.\.|([a-z_][a-z_0-9]*?)\d+[^$]|([a-z_][a-z_0-9]*)(?=\d))/g)].map((match) => match[1] ?? match[2] ?? match[3]);
  return new Set(found);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [option, path] = process.argv.slice(2);
  if (option === '--program') {
    const found = inProgram(path);
    for (const { label, name } of crates().filter(({ isShipped }) => isShipped)) if (found.has(name.replaceAll('-', '_'))) console.log(label);
  } else {
    const wrong = unreviewed([...crates(), ...packages().made], reasons());
    for (const line of wrong) console.error(line);
    if (wrong.length > 0) process.exit(1);
    writeFileSync(DOCUMENT, written());
  }
}
