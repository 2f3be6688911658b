// Files of the site, as they were made or not at all.
// scripts/finish.mjs puts in FIGURES: the checksum of each file of figures by its path. Those of files that few ask for stand in a
// list of each edition, so that the first view does not carry them.

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

/** Figures that are on their way before the program asks for them. */
const early = new Map();

/** What a link asks for as far as this can be told without the program: a link without a version is of the first, of 2019. */
export function askFiguresEarly(choices) {
  const hasChoices = [...choices.keys()].some((key) => !/^(?:utm_|fbclid|gclid)/.test(key));
  const version = choices.get('v') ?? (hasChoices ? '1' : '2');
  const edition = choices.get('data') ?? (version === '1' ? 'iod2019' : 'iod2025');
  const part = { 'cambridgeshire-peterborough': 'E12000006', england: 'E92000001' }[choices.get('place') ?? 'cambridgeshire-peterborough'];
  const isUsual = !['need', 'rank', 'view'].some((key) => choices.has(key));
  const names = [`${edition}/authorities.csv`, ...(part && isUsual ? [`${edition}/income-by-imd/${part}.csv`] : [])];
  for (const name of names.filter((name) => FIGURES[name])) {
    const coming = fetched(`figures/${name}`, FIGURES[name]);
    // Whether it came is asked by the program.
    coming.catch(() => {});
    early.set(name, coming);
  }
}

/** The lists of checksums that were asked for, each once. */
const lists = new Map();

function listOf(path) {
  const asked = lists.get(path);
  if (asked) return asked;
  const coming = fetched(`figures/${path}`, FIGURES[path]).then((response) => response.text());
  lists.set(path, coming);
  // What did not come is asked for again.
  coming.catch(() => lists.delete(path));
  return coming;
}

async function checksumOf(name) {
  if (FIGURES[name]) return FIGURES[name];
  const rows = (await listOf(`${name.split('/')[0]}/later.csv`)).split('\n');
  return rows.find((row) => row.startsWith(`${name},`)).split(',')[1];
}

/** The text of a file of figures; the program asks for it. Fails with `true` if the file is there, but not as made. */
globalThis.fetchFigures = async (name) => {
  const path = `figures/${name}`;
  try {
    const coming = early.get(name);
    early.delete(name);
    return await (await (coming ?? fetched(path, await checksumOf(name)))).text();
  } catch {
    throw await fetch(path, { method: 'HEAD', cache: 'no-store' }).then(({ ok }) => ok, () => false);
  }
};
