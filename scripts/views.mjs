// The views as the program has them, a row each as examples/views.rs prints it: so no script and no test has a list of its
// own that a new view could be missing from.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const print = ['run', '--quiet', '--locked', '--no-default-features', '--example', 'views'];

/** Every view, in the order of the page; the first comes with the program itself. */
export const VIEWS = JSON.parse(execFileSync('cargo', print, { cwd: root, encoding: 'utf8' }));

/** What of a view the build has to know, which has no Rust at hand to ask: `frame` is what a frame shows of it first, if anything. */
export const passedOn = ({ key, heading, label, is_framed, card }) => ({ key, heading, label, frame: is_framed ? (card ? 'card' : 'page') : null });

/** The names of all views in links. */
export const NAMES = VIEWS.map(({ key }) => key);

/** A link to each of some views, by name. */
export const linksTo = (views) => Object.fromEntries(views.map(({ key }) => [key, `view=${key}`]));
