// Makes the page's stylesheet: Sass, then without the rules that no view and no word of the source can match. GOV.UK
// Frontend brings a component with all its variants; the page uses a few.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { PurgeCSS } from 'purgecss';
import * as sass from 'sass';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}target/style`;

const { css } = sass.compile(`${root}style/app.scss`, { style: 'compressed', quietDeps: true });
const [purged] = await new PurgeCSS().purge({
  content: [`${root}src/**/*.rs`, `${root}index.html`],
  css: [{ raw: css }],
  safelist: ['html', 'body', 'main'],
  variables: true,
  keyframes: true,
});
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/app.css`, purged.css);
