// The pieces of the program that are fetched when they are opened. scripts/finish.mjs puts in FILES, each with its
// checksum and whether it needs no further style, EARLY, the files of each view by their places in FILES, and STYLE, the style sheet of all of them.

import { fetchedWasm } from './fetched.js';

/** What was asked for; nothing where the program has taken it. */
const asked = new Map();
let style;

/** Until it is there nothing is shown that it is for. Where it did not come, it is asked for again with the next piece. */
function styled() {
  style ??= new Promise((done, fail) => {
    const [name, integrity] = STYLE;
    const link = document.createElement('link');
    Object.assign(link, { rel: 'stylesheet', crossOrigin: '', integrity, href: new URL(name, import.meta.url).href });
    link.onload = done;
    link.onerror = () => {
      link.remove();
      style = undefined;
      fail(new Error('the style did not come'));
    };
    // Before any style of the site that stands after the page's own.
    document.querySelector('link[rel="stylesheet"]').after(link);
  });
  return style;
}

const needsStyle = (file) => !FILES[file][2];

async function asMade(file) {
  const early = asked.get(file);
  asked.set(file);
  // A worker shows nothing.
  const style = globalThis.document && needsStyle(file) && styled();
  const [program] = await Promise.all([early ?? fetchedWasm(...FILES[file]), style]);
  return program;
}

/** What comes for a file. Asked for a second time, after it failed, it is fetched again. */
export function piece(file) {
  const coming = asMade(file);
  // The loader waits for other files first: it hears of a failure, but later than the browser would tell of one that nobody hears.
  coming.catch(() => {});
  return coming;
}

/** Asking for so many files takes an old phone some twenty milliseconds; then the page may have something else to do. */
const AT_ONCE = 4;

/** Asks for the files of a view at once, where otherwise the program would have to come first. */
export async function askEarly(view) {
  for (const [at, file] of (new Map(EARLY).get(view) ?? []).entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await new Promise((done) => setTimeout(done));
    // The program may have come meanwhile, and asked.
    if (asked.has(file)) continue;
    const response = fetchedWasm(...FILES[file]);
    if (needsStyle(file)) styled().catch(() => {});
    // Who wants it later will hear of a failure.
    response.catch(() => {});
    asked.set(file, response);
  }
}
