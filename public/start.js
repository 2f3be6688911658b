// Starts the page: the program, and the worker that keeps it for use without a network.
// scripts/finish.mjs puts the program's name and checksum in place of PROGRAM and CHECKSUM.

import { watchOver } from './broken.js';
import { askFiguresEarly, fetchedWasm } from './fetched.js';
import { askEarly } from './pieces.js';
import { keepPlaces } from './scroll.js';
import init from './who-gets-missed.js';

const worker = new URL('sw.js', import.meta.url).href;
const itself = import.meta.url;

/** Where the site asks for Trusted Types: no text ever becomes markup or script, and these addresses alone become workers. */
function trustTheWorkers() {
  try {
    globalThis.trustedTypes?.createPolicy('default', { createScriptURL: (url) => ([worker, itself].includes(url) ? url : null) });
  } catch {
    // Another script has made the policy, or the site allows none. Then there is no worker, and all else is the same.
  }
}

/** What the page itself holds is seen before the program takes the browser's time. Out of sight nothing is painted. */
const painted = new Promise((done) => {
  setTimeout(done, 500);
  // A browser set to give little away has no such thing.
  if (!globalThis.PerformanceObserver) return;
  const look = (paints) => paints.getEntriesByName('first-contentful-paint').forEach(done);
  new PerformanceObserver(look).observe({ type: 'paint', buffered: true });
});

/** Whether the style came. Pictures without it would show something else than they say. */
const isStyled = () => getComputedStyle(document.documentElement).getPropertyValue('--missed-line');

/** Asks for what a view comes with. What the first has besides its answer comes after the program, which has the answer. */
function askForView(choices, program) {
  const view = choices.get('view');
  if (view) askEarly(view);
  // In a frame it may be its card alone.
  else if (!choices.has('embed')) program.then(() => askEarly('missed'), () => {});
}

async function start() {
  trustTheWorkers();
  const program = fetchedWasm(PROGRAM, CHECKSUM);
  const choices = new URLSearchParams(location.search);
  askFiguresEarly(choices);
  await painted;
  if (!isStyled()) {
    if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done));
    if (!isStyled()) throw new Error('the style did not come');
  }
  // On a projector a view looks otherwise, and comes with another part.
  if (!choices.has('present')) askForView(choices, program);
  await init({ module_or_path: program });
  // In a sandboxed frame the worker's property itself throws; without a secure connection it is not there. The page works
  // the same.
  keepForOffline().catch(() => {});
}

/**
 * In a frame, the site around it is told how high the page is, to fit the frame to it; nothing else is ever said. It is said as
 * embed.js, open-iframe-resizer and pym listen for it: a site that has one of them needs no other.
 */
function tellHeight() {
  const page = document.documentElement;
  const pymName = new URLSearchParams(location.search).get('childId');
  const tell = () => {
    const height = Math.ceil(page.getBoundingClientRect().height);
    const messages = [{ type: 'who-gets-missed', height }, { type: 'iframe-resized', height }];
    if (pymName) messages.push(`pymxPYMx${pymName}xPYMxheightxPYMx${height}`);
    for (const message of messages) parent.postMessage(message, '*');
  };
  new ResizeObserver(tell).observe(page);
  // open-iframe-resizer asks, as it may come after the page has spoken.
  addEventListener('message', ({ data, source }) => {
    if (source === parent && data?.type === 'iframe-child-init') tell();
  });
}

/** Tells the page that a new version is there; it answers with `use-update` when the person wants it. */
function offer(use) {
  addEventListener('use-update', use, { once: true });
  dispatchEvent(new Event('update-ready'));
}

async function keepForOffline() {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register(worker, { updateViaCache: 'none' });
  const reload = () => location.reload();
  // On a first visit the worker takes over without a word; later only where a person has agreed. What was agreed to in
  // another tab is only offered here: this one may be in the middle of something.
  let hadOne = Boolean(serviceWorker.controller);
  let isWanted = false;
  let isOver = false;
  serviceWorker.addEventListener('controllerchange', () => {
    if (isOver) return;
    if (!hadOne) {
      hadOne = true;
      return;
    }
    isOver = true;
    if (isWanted) reload();
    else offer(reload);
  });
  serviceWorker.controller?.postMessage('tidy');
  const use = (next) => () => {
    isWanted = true;
    if (isOver) reload();
    else next.postMessage('use-now');
  };
  const watch = (next) => {
    const tell = () => next.state === 'installed' && serviceWorker.controller && offer(use(next));
    next.addEventListener('statechange', tell);
    tell();
  };
  if (registration.waiting) watch(registration.waiting);
  if (registration.installing) watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
}

/** Long work goes on apart from the page, in a worker that is this very script with this very program. */
globalThis.startApart = () => new Worker(itself, { type: 'module' });

function startPage() {
  watchOver();
  keepPlaces();
  // No WebAssembly, or the program did not come: the page says so at once. What keeps this script itself from running is
  // told by public/watch.js, and by the style.
  start().catch((error) => {
    document.getElementById('getting-ready').hidden = true;
    document.getElementById('cannot-start').className = '';
    throw error;
  });
  if (parent !== window) tellHeight();
}

if (globalThis.document) startPage();
// What fails here is told to the page, as an error outside any promise.
else init({ module_or_path: fetchedWasm(PROGRAM, CHECKSUM) }).catch((error) => setTimeout(() => { throw error; }));
