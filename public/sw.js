// Keeps one whole version of the page on the device. scripts/finish.mjs puts in VERSION and FILES, each with its checksum:
// a version is taken only if every file of it came as it was made, so the page is never half old and half new.

const PREFIX = `who-gets-missed-app ${registration.scope} `;
const CACHE = PREFIX + VERSION;

async function keep(cache, [path, integrity]) {
  const request = new Request(path, { cache: 'no-cache', integrity });
  const response = await fetch(request);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await cache.put(path, response);
}

addEventListener('install', (event) => {
  const fill = async () => {
    const cache = await caches.open(CACHE);
    await Promise.all(FILES.map((file) => keep(cache, file)));
  };
  event.waitUntil(
    fill().catch(async (error) => {
      await caches.delete(CACHE);
      throw error;
    }),
  );
});

const older = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);

/** Lets go of older versions, unless another tab may still be at one of them. */
async function tidy() {
  const tabs = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (tabs.length > 1) return;
  for (const name of await older()) await caches.delete(name);
}

addEventListener('activate', (event) => event.waitUntil(tidy().then(() => clients.claim())));

addEventListener('message', (event) => {
  if (event.data === 'use-now') skipWaiting();
  if (event.data === 'tidy') event.waitUntil(tidy());
});

/** A file as an older version has it: a tab that did not want the new one goes on with its own. */
async function ofOlder(path) {
  for (const name of await older()) {
    const response = await (await caches.open(name)).match(path);
    if (response) return response;
  }
  return undefined;
}

/** A file of this version that the browser has let go of by itself: as long as the site has it as it was made, it is kept again. */
async function keptAgain(cache, file) {
  try {
    await keep(cache, file);
    return await cache.match(file[0]);
  } catch {
    return undefined;
  }
}

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !request.url.startsWith(registration.scope)) return;
  const path = url.pathname.slice(new URL(registration.scope).pathname.length);
  const known = path === '' ? 'index.html' : path;
  const ours = FILES.find(([file]) => file === known);
  // Figures keep their names; whoever asks for others than ours is of another version.
  const isOurs = ours && !(known.startsWith('figures/') && request.integrity && request.integrity !== ours[1]);
  if (!ours && !request.integrity) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    const kept = isOurs ? (await cache.match(known)) ?? (await keptAgain(cache, ours)) : await ofOlder(known);
    return kept ?? fetch(request);
  };
  event.respondWith(answer());
});
