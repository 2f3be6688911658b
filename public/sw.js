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

addEventListener('activate', (event) => {
  const tidy = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await clients.claim();
  };
  event.waitUntil(tidy());
});

addEventListener('message', ({ data }) => {
  if (data === 'use-now') skipWaiting();
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !request.url.startsWith(registration.scope)) return;
  const path = url.pathname.slice(new URL(registration.scope).pathname.length);
  const known = path === '' ? 'index.html' : path;
  if (!FILES.some(([file]) => file === known)) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    return (await cache.match(known)) ?? fetch(request);
  };
  event.respondWith(answer());
});
