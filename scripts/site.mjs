// Makes a site's own edition of a page that is built: `node scripts/site.mjs CONFIG [OUT [FROM]]` (docs/own-edition.md). The
// program stays as it is; what the config says stands beside it, and the first view of the usual edition carries none of it.
// What a config means is read by examples/site, with the types of the program itself.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { transform } from 'esbuild';

import { digest, integrity, pageOf, shortIntegrity, writeWorker } from './dist.mjs';
import { people } from './first.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The config of the usual edition, which says nothing. */
export const USUAL = join(root, 'site.toml');

/** Whether a config says anything at all. */
export const saysSomething = (path) => existsSync(path) && /^\s*[^#\s]/m.test(readFileSync(path, 'utf8'));

/** What is wrong with a config, in one message. */
export class WrongConfig extends Error {}

const escaped = (text) =>
  text.replace(/[&<>"'\n\t]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\n': '&#10;', '\t': '&#9;' })[sign]);

/** The text with something else in place of `found`, which must be there. */
function replaced(text, found, instead) {
  if (text.split(found).length < 2) throw new Error(`the page no longer has ${found}`);
  return text.replace(found, () => instead);
}

const day = (date) => date.toISOString().slice(0, 10);

/**
 * The day on which this version of the tool was tested: no change is kept that did not pass all tests. A release says its day in
 * RELEASE.txt, beside the page that is made over; a checkout has it in its history. A copy of the sources without either has the day
 * of its version, which may be earlier than the copy but is never later than the tests.
 */
export function testedOn(from, sources = root) {
  const release = join(from, '../RELEASE.txt');
  const told = existsSync(release) && /^tested on (\d{4}-\d\d-\d\d)$/m.exec(readFileSync(release, 'utf8'));
  if (told) return told[1];
  // Sources that lie inside the history of something else have no day of that.
  const log = existsSync(join(sources, '.git')) && spawnSync('git', ['log', '-1', '--format=%cs'], { cwd: sources, encoding: 'utf8' }).stdout?.trim();
  if (/^\d{4}-\d\d-\d\d$/.test(log)) return log;
  return /^date-released: "(\d{4}-\d\d-\d\d)"$/m.exec(readFileSync(join(sources, 'CITATION.cff'), 'utf8'))[1];
}

/** What the config comes to: the plan, and the files that it makes in a folder. */
function planOf(config, from, work) {
  const { SOURCE_DATE_EPOCH: epoch } = process.env;
  const prepared = day(epoch ? new Date(Number(epoch) * 1000) : new Date());
  const options = ['run', '--quiet', '--locked', '--no-default-features', '--example', 'site', '--'];
  const all = [...options, resolve(config), work, join(from, 'figures'), testedOn(from), prepared];
  const { status, stderr, error } = spawnSync('cargo', all, { cwd: root, encoding: 'utf8' });
  if (error) throw error;
  const said = stderr.trim().replaceAll(resolve(config), config);
  if (status !== 0) throw new WrongConfig(said);
  if (said) console.error(said);
  return JSON.parse(readFileSync(join(work, 'plan.json'), 'utf8'));
}

/** Comes before all else: an address without choices becomes that of the site's own start, and a frame is told. */
const scriptOf = ({ start }) => `(function () {
  var root = document.documentElement;
  var query = location.search.slice(1);
  var isAppended = function (pair) { return !pair || /^(?:utm_\\w+|fbclid|gclid)=/.test(pair); };
  var pairs = query.split('&');
  var start = ${JSON.stringify(start)};
  if (start && pairs.every(isAppended)) {
    try {
      history.replaceState(history.state, '', '?' + start + (query ? '&' + query : '') + location.hash);
    } catch (error) {
      // In a sandbox without an origin the address stays, and the usual page is shown.
    }
  }
  if (pairs.indexOf('embed=1') >= 0) root.setAttribute('data-framed', '');
  // What stands below the page goes below it once it is there.
  new MutationObserver(function (_, observer) {
    var foot = document.getElementById('site-foot');
    if (!foot || !document.querySelector('body > .app')) return;
    observer.disconnect();
    document.body.appendChild(foot);
  }).observe(root, { childList: true, subtree: true });
})();
`;

function styleOf({ accent, ground, hidden_views: views, hidden_doors: doors }) {
  const hide = (selectors) => selectors.map((selector) => `${selector}{display:none!important}`);
  const links = views.flatMap((view) => {
    const link = `[data-view="${view}"]:not(.masthead__title)`;
    // Browsers that cannot look inside leave an empty place.
    return [link, `li:has(> ${link})`, `.next:has(${link})`];
  });
  const ofDoors = doors.flatMap(({ at }) => [`.masthead__nav > .masthead__door:nth-child(${at + 1})`, `.doors > .door:nth-child(${at + 1})`]);
  const colours = [accent && `--missed-need:${accent}`, ground && `--missed-paper:${ground}`].filter(Boolean);
  return [
    ...(colours.length > 0 ? [`:root{${colours.join(';')}}`] : []),
    '.site-bar,.site-foot{box-sizing:border-box;max-width:1180px;margin:0 auto;padding:8px 20px;font-family:var(--missed-font),system-ui,sans-serif;line-height:1.4}',
    '.site-bar p,.site-foot p{margin:4px 0}.site-bar__name{font-weight:700}.site-foot{border-top:1px solid var(--missed-line)}',
    '.site-foot a{margin-inline-end:16px}.site-text{max-width:46em;margin:0 auto;padding:20px;overflow-wrap:anywhere}',
    // What is there before the program lies below the bar.
    '[data-first] .starting{inset:auto 0 auto}',
    ...hide(['[data-framed] .site-bar', '[data-framed] .site-foot', 'body:has(> .app--present) > .site-bar', 'body:has(> .app--present) > .site-foot']),
    '@media print{.site-foot{display:none}}',
    ...hide([...links, ...ofDoors]),
  ].join('\n');
}

/** What watch.js shows before the program is there, of the site's own start. */
function watchOf({ start, first }) {
  if (!start) return undefined;
  let text = readFileSync(join(root, 'public/watch.js'), 'utf8');
  const pairs = first ? start.split('&') : ['no such choice'];
  const usual = pairs.filter((pair) => pair !== 'guess=1');
  text = replaced(text, "['v=2', 'data=iod2025', 'place=cambridgeshire-peterborough']", JSON.stringify(pairs));
  text = replaced(text, 'choices.length === 0 || ', `${JSON.stringify(usual)}.every(function (pair) { return choices.indexOf(pair) >= 0; }) && `);
  return replaced(text, 'choices.length === 0 && window.parent === window', "choices.indexOf('guess=1') >= 0");
}

function withFirst(html, { first, lead }) {
  if (lead) html = html.replace(/(<span class="first__answer">)Choose a place[^<]*/, (_, before) => before + lead);
  if (!first) return html;
  const put = (pattern, instead) => {
    html = replaced(html, pattern, instead);
  };
  put(/<span class="govuk-input first__field">[^<]*<\/span>/, `<span class="govuk-input first__field">${first.place}</span>`);
  put(/<strong class="big__number">[^<]*<\/strong>/, `<strong class="big__number">${first.missed}</strong>`);
  put(/Of every 100 people on low incomes, \d+ are reached and \d+ are missed/, `Of every 100 people on low incomes, ${first.reached} are reached and ${first.rest} are missed`);
  put(/<div class="figure__frame" aria-hidden="true">[^]*?<\/svg><\/div>/, `<div class="figure__frame" aria-hidden="true">${people(first.reached)}</div>`);
  put(/<p class="first__answer first__source">[^<]*<\/p>/, `<p class="first__answer first__source">${first.source}</p>`);
  const year = first.edition.replace(/\D/g, '');
  html = html.replace(/(<input class="govuk-radios__input"[^>]*?aria-label="(\d+) edition"[^>]*?)( checked)?(\s*\/?>)/g, (_, before, of, __, end) => `${before}${of === year ? ' checked' : ''}${end}`);
  return html;
}

/** The name, the notice and the statements, which stand around the page. */
function around({ name, notice, links }) {
  const bar = [name && `<p class="site-bar__name">${escaped(name)}</p>`, notice && `<p class="site-bar__notice">${escaped(notice)}</p>`].filter(Boolean);
  const link = (text, file) => `<a class="govuk-link" href="site/${file}.html">${escaped(text)}</a>`;
  return {
    bar: bar.length > 0 ? `<aside class="site-bar" aria-label="${escaped(name ?? links.about)}">${bar.join('')}</aside>` : '',
    foot: `<nav id="site-foot" class="site-foot" aria-label="${escaped(links.about)}"><p>${link(links.accessibility, 'accessibility-statement')} ${link(links.privacy, 'privacy')}</p></nav>`,
  };
}

/** How a link to a page looks where it is passed on, now that the address of the site is known. */
function withAddress(html, { address, name }, path, picture) {
  if (name) html = html.replace('</head>', `<meta property="og:site_name" content="${escaped(name)}"></head>`);
  if (!address) return html;
  html = html.replace(/<meta property="(?:og:url|og:image[\w:]*|twitter:card)" content="[^"]*">/g, '');
  const at = (file) => escaped(new URL(file, address).href);
  const alt = html.match(/<meta property="og:title" content="([^"]*)">/)[1];
  const tags = [['og:url', at(path)], ['og:image', at(`cards/${picture}`)], ['og:image:width', '1200'], ['og:image:height', '630'], ['og:image:alt', alt], ['twitter:card', 'summary_large_image']];
  return html.replace('</head>', `${tags.map(([property, content]) => `<meta property="${property}" content="${content}">`).join('')}</head>`);
}

/** Makes the edition of a config of a page in `from`, in `out`, which may be the same. Returns its plan. */
export async function makeSite({ config, from, out, isSmall = true }) {
  const work = mkdtempSync(join(tmpdir(), 'site-'));
  try {
    const plan = planOf(config, from, work);
    if (resolve(from) !== resolve(out)) {
      rmSync(out, { recursive: true, force: true });
      cpSync(from, out, { recursive: true });
    }
    if (plan.is_default) return plan;
    const read = (path) => readFileSync(join(out, path), 'utf8');
    const write = (path, text) => writeFileSync(join(out, path), text);
    const emit = (extension, text) => {
      const name = `site-${digest('sha256', text, 'hex').slice(0, 16)}.${extension}`;
      write(name, text);
      return { name, integrity: integrity(text) };
    };
    const small = async (text, options) => (await transform(text, { minify: isSmall, ...options })).code;
    const script = emit('js', await small(scriptOf(plan), { target: 'es5' }));
    const style = emit('css', await small(styleOf(plan), { loader: 'css' }));

    let html = read('index.html');
    const app = html.match(/href="(?:\.\/)?(app-\w+\.css)"/)[1];
    for (const folder of ['figures', 'site']) if (existsSync(join(work, folder))) cpSync(join(work, folder), join(out, folder), { recursive: true });
    const own = join(out, 'figures/site');
    if (existsSync(own)) {
      // As for all figures that come later: public/fetched.js holds them to these.
      const rows = readdirSync(own).sort().map((file) => `site/${file},${shortIntegrity(readFileSync(join(own, file)))}\n`);
      write('figures/site/later.csv', rows.join(''));
    }
    const styles = [app, style.name].map((file) => `<link rel="stylesheet" href="../${file}">\n`).join('');
    for (const file of ['site/accessibility-statement.html', 'site/privacy.html']) write(file, replaced(read(file), '{styles}', styles));

    const watch = watchOf(plan);
    if (watch) {
      write('watch.js', await small(watch, { target: 'es5' }));
      html = html.replace(/(<script async crossorigin src="watch\.js" integrity=")[^"]*/, (_, before) => before + integrity(readFileSync(join(out, 'watch.js'))));
    }
    const { bar, foot } = around(plan);
    const said = Object.entries(plan.attributes).map(([key, text]) => ` ${key}="${escaped(text)}"`);
    html = replaced(html, '<html lang="en">', `<html lang="en"${said.join('')}>`);
    html = replaced(html, '<meta charset="utf-8" />', `<meta charset="utf-8" /><script crossorigin src="./${script.name}" integrity="${script.integrity}"></script>`);
    html = replaced(html, /(<link rel="stylesheet"[^>]*>)/, `${html.match(/<link rel="stylesheet"[^>]*>/)[0]}<link rel="stylesheet" crossorigin href="./${style.name}" integrity="${style.integrity}">`);
    html = replaced(html, '<body>', `<body>${bar}`);
    html = replaced(html, '</body>', `${foot}</body>`);
    if (plan.accent) html = replaced(html, /<meta name="theme-color" content="[^"]*"/, `<meta name="theme-color" content="${plan.accent}"`);
    write('index.html', withAddress(withFirst(html, plan), plan, '', 'missed.png'));

    const views = JSON.parse(readFileSync(join(root, 'public/cards/views.json'), 'utf8'));
    for (const { key } of views) {
      const path = pageOf(key);
      if (plan.hidden_views.includes(key)) rmSync(join(out, path), { force: true });
      else if (existsSync(join(out, path))) write(path, withAddress(read(path), plan, path, `${key}.png`));
    }
    const manifest = JSON.parse(read('manifest.webmanifest'));
    if (plan.name) manifest.name = `${plan.name}: ${manifest.name}`;
    if (plan.accent) manifest.theme_color = plan.accent;
    write('manifest.webmanifest', `${JSON.stringify(manifest, null, 2)}\n`);
    await writeWorker(out, isSmall);
    return plan;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [config = USUAL, out = 'dist-site', from = 'dist'] = process.argv.slice(2).filter(Boolean);
  try {
    const { is_default: isDefault } = await makeSite({ config, from: resolve(from), out: resolve(out) });
    console.log(`${relative('', resolve(out)) || '.'}/ is ${isDefault ? 'the usual edition: the config says nothing' : 'the edition of this config'}.`);
  } catch (error) {
    if (!(error instanceof WrongConfig)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
