// What earlier visits left on the device: put there before a journey, and asked for after it, past anything that refuses.

import { FILE_BEFORE, Person } from './journeys.mjs';

/** Makes the texts as the page itself keeps them. Rows are kept as any that were used last. */
export async function textsBefore(context, url) {
  const page = await context.newPage();
  const p = new Person(page, url, 60_000);
  await p.open('./?v=1');
  await page.getByText('Save and share', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Kept before');
  await p.button('Save').click();
  await p.expect(page.getByTestId('saved-as')).toContainText('Saved as');
  await p.open('./?view=note');
  await page.getByRole('form', { name: 'What to do with the note' }).getByLabel('Title').fill('Written before');
  await p.expect(page.getByTestId('note')).toContainText('Written before');
  await p.open('./?view=gap');
  await page.getByRole('textbox', { name: 'Rows as text, headings first' }).fill('name,score,people,value\nRow before,45,1000,76.1\nB,30,1200,79.4\nC,20,900,81.2\n');
  await p.button('Use these rows').click();
  const right = p.button('This is right');
  const inUse = page.getByTestId('rows-in-use').filter({ hasText: 'of your own' });
  await p.expect(right.or(inUse).first()).toBeVisible();
  if (await right.isVisible()) await right.click();
  await p.expect(inUse).toBeVisible();
  const texts = await page.evaluate(() => ({ ...localStorage }));
  await page.close();
  return texts;
}

const OF = {
  pages: (key) => key.startsWith('who-gets-missed-pages'),
  note: (key) => key === 'who-gets-missed-note',
  rows: (key) => key === 'who-gets-missed-rows',
};

/** Puts there what a journey finds, from a page of the same site that is not the tool. */
export async function putThere(page, url, texts, before) {
  await page.goto(`${url}icon.svg`);
  const some = Object.entries(texts).filter(([key]) => before.some((name) => OF[name]?.(key)));
  const file = before.includes('file') && { name: FILE_BEFORE.name, text: FILE_BEFORE.buffer.toString() };
  await page.evaluate(
    async ({ some, file, hasTable }) => {
      Object.assign(localStorage, Object.fromEntries(some), { 'another-app': 'untouched' });
      if (file) {
        const cache = await caches.open('who-gets-missed-files');
        await cache.put('kept-file-iod2019', new Response(new Blob([file.text]), { headers: { 'X-File-Name': file.name } }));
      }
      if (!hasTable) return;
      const request = indexedDB.open('who-gets-missed-tables', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('tables', { keyPath: 'number', autoIncrement: true });
      await new Promise((done) => (request.onsuccess = done));
      const store = request.result.transaction('tables', 'readwrite').objectStore('tables');
      const content = new Blob(['name,score,people,value\nA,45,1000,76.1\nB,30,1200,79.4\nC,20,900,81.2\n']);
      store.add({ name: 'Table before', file: 'before.csv', day: '2026-11-22', kind: 'rows', choices: '', content });
      await new Promise((done) => (store.transaction.oncomplete = done));
      request.result.close();
    },
    { some, file, hasTable: before.includes('table') },
  );
}

/** What of it is gone. A file of the same edition that the person brings takes the place of the one before. */
export async function lost(page, url, before, isReplaced) {
  // A page without the layer.
  const other = await page.context().newPage();
  await other.goto(`${url}icon.svg`);
  const found = await other.evaluate(async () => {
    const texts = Object.entries(localStorage).map(([key, text]) => `${key}: ${text}`).join('\n');
    const cache = (await caches.has('who-gets-missed-files')) && (await caches.open('who-gets-missed-files'));
    const files = cache ? await Promise.all((await cache.keys()).map(async (key) => (await cache.match(key)).headers.get('X-File-Name'))) : [];
    const names = await new Promise((done) => {
      const request = indexedDB.open('who-gets-missed-tables');
      request.onerror = () => done([]);
      request.onsuccess = () => {
        const database = request.result;
        if (!database.objectStoreNames.contains('tables')) return done([]);
        const all = database.transaction('tables').objectStore('tables').getAll();
        all.onsuccess = () => done(all.result.map(({ name }) => name));
      };
    });
    return { texts, files, names };
  });
  await other.close();
  const is = {
    pages: found.texts.includes('Kept before'),
    note: found.texts.includes('Written before'),
    rows: found.texts.includes('Row before'),
    file: found.files.includes(FILE_BEFORE.name) || (isReplaced && found.files.length > 0),
    table: found.names.includes('Table before'),
  };
  return [...before.filter((name) => !is[name]), ...(found.texts.includes('another-app: untouched') ? [] : ['what is another page’s'])];
}
