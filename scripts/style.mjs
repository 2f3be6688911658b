// Makes the page's stylesheets: Sass, then without the rules that no view and no word of the source can match. GOV.UK
// Frontend brings a component with all its variants; the page uses a few.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { PurgeCSS } from 'purgecss';
import * as sass from 'sass';

// GOV.UK Frontend says left and right; for a language written from right to left its rules say start and end.
const LOGICAL = [
  [/(?<=[{;](?:margin|padding|border|scroll-margin|scroll-padding)-)left(?=[:-])/g, 'inline-start'],
  [/(?<=[{;](?:margin|padding|border|scroll-margin|scroll-padding)-)right(?=[:-])/g, 'inline-end'],
  [/(?<=[{;]text-align:)left(?=[;}])/g, 'start'],
  [/(?<=[{;]text-align:)right(?=[;}])/g, 'end'],
  [/(?<=[{;])left(?=:)/g, 'inset-inline-start'],
  [/(?<=[{;])right(?=:)/g, 'inset-inline-end'],
];

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}target/style`;

mkdirSync(folder, { recursive: true });
// The style of the first view, and that of the parts that are fetched when they are opened.
for (const name of ['app', 'more']) {
  const { css } = sass.compile(`${root}style/${name}.scss`, { style: 'compressed', quietDeps: true });
  const [purged] = await new PurgeCSS().purge({
    content: [`${root}src/**/*.rs`, `${root}index.html`, `${root}scripts/first.mjs`],
    css: [{ raw: LOGICAL.reduce((all, [from, to]) => all.replace(from, to), css) }],
    safelist: ['html', 'body', 'main'],
    variables: true,
    keyframes: true,
  });
  writeFileSync(`${folder}/${name}.css`, purged.css);
}
