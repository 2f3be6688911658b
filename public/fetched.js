// Files of the site, as they were made or not at all.
// scripts/finish.mjs puts in FIGURES: the checksum of each file of figures by its path.

/** What comes for a file if it fits its checksum. What the browser kept of it may not: then it is fetched anew. */
export function fetched(path, integrity) {
  const ask = (cache) => fetch(new URL(path, import.meta.url), { integrity, cache });
  return ask('default').catch(() => ask('reload'));
}

/** A piece of the program. Browsers take one only under its own media type, which not every server knows. */
export async function fetchedWasm(path, integrity) {
  const type = 'application/wasm';
  const response = await fetched(path, integrity);
  return response.headers.get('Content-Type') === type ? response : new Response(response.body, { headers: { 'Content-Type': type } });
}

/** The text of a file of figures; the program asks for it. Fails with `true` if the file is there, but not as made. */
globalThis.fetchFigures = async (name) => {
  const path = `figures/${name}`;
  try {
    return await (await fetched(path, FIGURES[name])).text();
  } catch {
    throw await fetch(path, { method: 'HEAD', cache: 'no-store' }).then(({ ok }) => ok, () => false);
  }
};
