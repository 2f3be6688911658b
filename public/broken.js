// What a person sees if the page breaks: never a frozen page, always a way back. The program is what broke, perhaps for
// want of memory, so nothing here needs it, and the words stand in index.html.

const PREFIX = 'who-gets-missed-';
/** What is put aside is kept under its own key with this and the time behind it; `platform::aside` finds it there. */
const ASIDE = '-put-aside';
const FILES = 'who-gets-missed-files';
const FILE = 'kept-file-';
/** How the page stands, which a person did not make. */
const NOT_MADE = ['who-gets-missed-scroll', 'who-gets-missed-guess'];
/** Choices of the site that shows the page, which a way back keeps. */
const OF_THE_SITE = ['v', 'embed', 'lock', 'accent', 'ground', 'font', 'density'];

let isBroken = false;

/** Shows the way back when the program ends: by a panic, of which it tells, or by a trap, of which it cannot. */
export function watchOver() {
  addEventListener('program-broken', show);
  addEventListener('error', ({ error }) => isOfProgram(error) && show());
  addEventListener('unhandledrejection', ({ reason }) => isOfProgram(reason) && show());
  // What is left of the program hears nothing more.
  for (const name of ['keydown', 'pointerdown', 'storage', 'dragover', 'drop', 'afterprint', 'fullscreenchange']) {
    addEventListener(name, (event) => isBroken && event.stopImmediatePropagation(), true);
  }
  addEventListener('popstate', (event) => {
    if (!isBroken) return;
    event.stopImmediatePropagation();
    location.reload();
  });
}

/** Whether an error came through the program, which is in no known state then. */
function isOfProgram(error) {
  // An event for what is no longer on the page was refused at the door; nothing was begun.
  if (/^closure invoked/.test(error?.message)) return false;
  return error instanceof WebAssembly.RuntimeError || /wasm-function/.test(error?.stack);
}

function show() {
  if (isBroken) return;
  isBroken = true;
  const page = document.getElementById('broken').content.firstElementChild.cloneNode(true);
  const part = (name) => page.querySelector(`[data-part=${name}]`);
  const asked = new URLSearchParams(location.search);
  part('start').href = `?${OF_THE_SITE.filter((key) => asked.has(key)).map((key) => `${key}=${encodeURIComponent(asked.get(key))}`).join('&')}`;
  document.body.replaceChildren(page);
  page.querySelector('h1').focus();
  offerToPutAside(part);
}

/** Lists what is kept on this device, each with a copy to save, and the way to put it all aside. */
async function offerToPutAside(part) {
  const things = [...keptTexts(), ...(await keptFiles())];
  if (things.length === 0) return;
  const list = part('kept');
  const names = Object.fromEntries([...list.children].map((item) => [item.dataset.of, item]));
  list.replaceChildren(
    ...things.map(({ of, name, blob }) => {
      const item = (names[of] ?? names.other).cloneNode(true);
      const link = item.querySelector('a');
      link.href = URL.createObjectURL(blob);
      link.download = name;
      return item;
    }),
  );
  const button = part('aside');
  button.onclick = async () => {
    button.disabled = true;
    const time = new Date().toISOString();
    const done = await Promise.all(things.map(({ putAside }) => putAside(`${ASIDE}-${time}`).then(() => true, () => false)));
    part(done.every(Boolean) ? 'done' : 'refused').hidden = false;
    button.hidden = true;
  };
  part('keeping').hidden = false;
}

function keptTexts() {
  return ['localStorage', 'sessionStorage'].flatMap((name) => {
    try {
      // In a sandboxed frame the property itself throws.
      const storage = globalThis[name];
      const isKept = (key) => key.startsWith(PREFIX) && !key.includes(ASIDE) && !NOT_MADE.includes(key) && storage.getItem(key);
      return Object.keys(storage).filter(isKept).map((key) => textThing(storage, key));
    } catch {
      return [];
    }
  });
}

function textThing(storage, key) {
  const text = storage.getItem(key);
  const of = key.slice(PREFIX.length);
  return {
    of: of.startsWith('pages+') ? 'pages' : of,
    name: `${key}.${of === 'pages' ? 'json' : 'txt'}`,
    blob: new Blob([text], { type: 'text/plain' }),
    async putAside(end) {
      try {
        storage.setItem(key + end, text);
        storage.removeItem(key);
      } catch {
        // Not room enough for both: what is there makes room for itself, or goes back.
        storage.removeItem(key);
        try {
          storage.setItem(key + end, text);
        } catch (error) {
          storage.setItem(key, text);
          throw error;
        }
      }
    },
  };
}

async function keptFiles() {
  try {
    if (!(await caches.has(FILES))) return [];
    const cache = await caches.open(FILES);
    const requests = (await cache.keys()).filter(({ url }) => url.includes(FILE) && !url.includes(ASIDE));
    return await Promise.all(
      requests.map(async (request) => {
        const response = await cache.match(request);
        return {
          of: 'file',
          name: decodeURIComponent(response.headers.get('X-File-Name') ?? 'file.csv'),
          blob: await response.clone().blob(),
          async putAside(end) {
            await cache.put(request.url + end, response);
            await cache.delete(request);
          },
        };
      }),
    );
  } catch {
    return [];
  }
}
