// What a release is made of, and under which licences: `node scripts/release/parts.mjs FOLDER SECONDS` writes sbom.cdx.json (CycloneDX
// 1.5) and LICENCES.txt into a folder. Crates and npm packages are listed by the tools that CycloneDX keeps for them; what is compiled
// for the page has the scope "required", what only builds or tests it has "excluded".

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const WASM = 'wasm32-unknown-unknown';
/** Packages of npm of which a part is in the page: its style. All others build or test it. */
export const SHIPPED_OF_NPM = ['govuk-frontend'];

const run = (tool, ...options) => execFileSync(tool, options, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] });
const byText = (one, other) => (one < other ? -1 : Number(one > other));
const version = /^version = "([^"]+)"/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8'))[1];

/** Crates in the program: not what runs while it is compiled. */
function shippedCrates() {
  const options = ['tree', '--locked', '--offline', '--target', WASM, '--features', 'split', '--edges', 'normal,no-proc-macro'];
  const lines = run('cargo', ...options, '--prefix', 'none', '--format', '{p}').split('\n');
  return new Set(lines.filter(Boolean).map((line) => line.split(' ').slice(0, 2).join('@').replace('@v', '@')));
}

/** Components as a tool lists them, without what differs from machine to machine. */
function listed(bom, isShipped) {
  return bom.components.flatMap(flat).map((component) => {
    const { type, name, group, version, description, licenses, purl, hashes, externalReferences } = component;
    const clean = purl?.split('?')[0];
    const scope = isShipped(component) ? 'required' : 'excluded';
    const full = { type, 'bom-ref': clean, name, group, version, description, scope, hashes, licenses, purl: clean, externalReferences };
    return Object.fromEntries(Object.entries(full).filter(([, value]) => value !== undefined));
  });
}

/** A component with those inside it. */
const flat = ({ components = [], ...own }) => [own, ...components.flatMap(flat)];

function crates() {
  run('cargo', 'cyclonedx', '--format', 'json', '--spec-version', '1.5', '--target', WASM, '--features', 'split', '--override-filename', 'sbom-of-crates');
  const bom = readOnce(join(root, 'sbom-of-crates.json'));
  // One for each crate of this repository.
  for (const folder of readdirSync(join(root, 'crates'))) rmSync(join(root, 'crates', folder, 'sbom-of-crates.json'), { force: true });
  const shipped = shippedCrates();
  return listed(bom, ({ name, version }) => shipped.has(`${name}@${version}`));
}

function packages() {
  const tool = join(root, '.tools/release/npm/node_modules/.bin/cyclonedx-npm');
  const options = ['--package-lock-only', '--ignore-npm-errors', '--spec-version', '1.5', '--output-format', 'JSON', '--output-reproducible', '--flatten-components'];
  const bom = JSON.parse(run(tool, ...options, 'package.json'));
  return listed(bom, ({ name, group }) => SHIPPED_OF_NPM.includes(group ? `${group}/${name}` : name));
}

function readOnce(path) {
  const bom = JSON.parse(readFileSync(path, 'utf8'));
  rmSync(path);
  return bom;
}

/** A number that is the same for the same content, in the form of a UUID. */
function serial(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function bomOf(components, seconds) {
  const once = new Map(components.map((component) => [component['bom-ref'], component]));
  const sorted = [...once.values()].sort((one, other) => byText(one['bom-ref'], other['bom-ref']));
  const own = { type: 'application', 'bom-ref': `pkg:generic/who-gets-missed@${version}`, name: 'who-gets-missed', version, licenses: [{ expression: 'MIT OR Apache-2.0' }] };
  const bom = { bomFormat: 'CycloneDX', specVersion: '1.5' };
  return {
    ...bom,
    serialNumber: serial(JSON.stringify([own, sorted])),
    version: 1,
    metadata: { timestamp: new Date(seconds * 1000).toISOString(), component: own },
    components: sorted,
  };
}

const isNotice = (name) => /^(?:licen[cs]e|copying|notice|unlicense)/i.test(name);

/** Name, licence and texts of each thing that reaches visitors. */
function notices(components) {
  const { packages } = JSON.parse(run('cargo', 'metadata', '--format-version', '1', '--locked', '--offline'));
  const about = ({ name, version, purl }) => {
    if (purl.startsWith('pkg:npm/')) {
      const folder = join(root, 'node_modules', name);
      const { author, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return { folder, by: [author?.name ?? author, repository?.url ?? repository] };
    }
    const crate = packages.find((crate) => crate.name === name && crate.version === version);
    return { folder: dirname(crate.manifest_path), by: [...crate.authors, crate.repository] };
  };
  return components.filter(({ scope, name }) => scope === 'required' && name !== 'who-gets-missed').map((component) => {
    const { folder, by } = about(component);
    const files = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((file) => file.isFile() && isNotice(file.name)) : [];
    const texts = files.map(({ name }) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
    const licence = (component.licenses ?? []).map(({ expression, license }) => expression ?? license.id ?? license.name).join(' AND ');
    return { title: `${component.name} ${component.version}`, licence, texts, by: by.filter(Boolean).join(', ') };
  });
}

function licencesOf(components) {
  const parts = notices(components);
  const rows = parts.map(({ title, licence, texts, by }) => `${title}: ${licence}${texts.length === 0 ? ` *, by ${by}` : ''}`);
  const texts = new Map();
  for (const { title, texts: own } of parts) for (const text of own) texts.set(text, [...(texts.get(text) ?? []), title]);
  const rule = '-'.repeat(80);
  const blocks = [...texts].map(([text, titles]) => `${rule}\n${titles.join('\n')}\n\n${text}\n`);
  return `Licences of what is in the page, besides its own (LICENSE, LICENSE-APACHE).

The program also holds parts of Rust's standard library: MIT OR Apache-2.0, The Rust Project Developers.
Built-in figures: Contains public sector information licensed under the Open Government Licence v3.0.
docs/data.html names each source.

* The package has no text of its licence: those of MIT and Apache-2.0 are the ones in LICENSE and LICENSE-APACHE.

${rows.join('\n')}

${blocks.join('\n')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, seconds] = process.argv.slice(2);
  if (!folder || !/^\d+$/.test(seconds ?? '')) throw new Error('node scripts/release/parts.mjs FOLDER SECONDS');
  const components = [...crates(), ...packages()];
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bomOf(components, Number(seconds)), null, 1)}\n`);
  writeFileSync(join(folder, 'LICENCES.txt'), licencesOf(components));
  const shipped = components.filter(({ scope }) => scope === 'required').length;
  console.log(`${components.length} parts, ${shipped} of them in the page`);
}
