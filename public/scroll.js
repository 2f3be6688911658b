// "Back" leads to where a page was left. The page is built in steps, and parts of it are fetched, so the browser's own
// attempt comes too early. Each entry of the history has a mark (`platform::address`); where it was left is kept beside
// it for as long as the tab is open.

const KEY = 'who-gets-missed-scroll';
/** Nothing is moved for longer than this, in milliseconds. */
const LONGEST = 10_000;
/** Frames for which the page has to stay where it was put. */
const STILL = 40;
/** Entries that are remembered. */
const MOST = 100;

const places = new Map();
let wanted;

/** Where the entry stands that the page is at. */
function mark() {
  if (history.state === null) history.replaceState(Date.now(), '');
  return history.state;
}

function remember() {
  if (wanted !== undefined) return;
  const at = mark();
  places.delete(at);
  places.set(at, Math.round(scrollY));
  if (places.size > MOST) places.delete(places.keys().next().value);
}

function goTo(place) {
  if (place === 0) {
    wanted = undefined;
    scrollTo(0, 0);
    return;
  }
  wanted = place;
  const end = performance.now() + LONGEST;
  let still = 0;
  const look = () => {
    if (wanted === undefined) return;
    const isLate = performance.now() > end;
    const lowest = document.documentElement.scrollHeight - innerHeight;
    if (Math.abs(scrollY - wanted) <= 1) still += 1;
    else if (isLate || lowest >= wanted) {
      scrollTo(0, wanted);
      still = 0;
    }
    if (isLate || still > STILL) wanted = undefined;
    else requestAnimationFrame(look);
  };
  look();
}

export function keepPlaces() {
  // In a sandboxed frame there is no history, or nothing to keep it in; then the browser does what it can.
  try {
    for (const [at, place] of JSON.parse(sessionStorage.getItem(KEY)) ?? []) places.set(at, place);
  } catch {
    // For this visit alone.
  }
  try {
    history.scrollRestoration = 'manual';
    const before = places.get(mark());
    if (before) goTo(before);
  } catch {
    return;
  }
  addEventListener('scroll', remember, { passive: true });
  addEventListener('popstate', ({ state }) => {
    // A link inside the page makes an entry of its own, to which the browser goes.
    if (state !== null) goTo(places.get(state) ?? 0);
  });
  for (const name of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
    addEventListener(name, () => (wanted = undefined), { passive: true, capture: true });
  }
  addEventListener('pagehide', () => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify([...places]));
    } catch {
      // For this visit alone.
    }
  });
}
