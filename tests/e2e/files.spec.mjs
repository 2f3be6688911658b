// The official file: chosen or dropped, exact results, kept and removed; and files that cannot be used.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { badFiles, makeFile7, referenceCoverage, tooManyAreas } from './support/file7.mjs';
import { App } from './support/page.mjs';

const PLACE = ['E06000031', 'E07000008', 'E07000009', 'E07000010', 'E07000011', 'E07000012'];
const data = process.env.MISSED_TEST_DATA ?? new URL('../../../shared/data', import.meta.url).pathname;
const official = `${data}/iod2019/File_7_IoD2019_rebuilt_29_columns.csv`;

const asFile = (text, name = 'File_7.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const missedShare = (coverage) => `${((1000 - Math.round(coverage * 1000)) / 10).toFixed(1)}%`;

async function drop(page, text, name) {
  const transfer = await page.evaluateHandle(
    ([content, fileName]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName, { type: 'text/csv' }));
      return dataTransfer;
    },
    [text, name],
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

test('a dropped file gives exact results, survives a reload, and can be removed', async ({ page }) => {
  const app = new App(page);
  const file = makeFile7({ edition: 2019 });
  await app.openMissed('cut=local&share=33');
  await expect(app.figures).toContainText('Built-in 2019 figures');
  await drop(page, file, 'made-up.csv');
  await expect(app.outcome).toContainText('made-up.csv is in use: English Indices of Deprivation 2019, 32,844 areas in 317 councils.');
  await page.getByRole('link', { name: 'See who gets missed with this file' }).click();
  const exact = missedShare(referenceCoverage(file, { codes: PLACE, share: 33, cut: 'local' }).coverage);
  await expect(app.figures).toHaveText('Exact: 487 single areas, from File 7 of 2019.');
  await expect(app.bigNumber).toHaveText(exact);

  await page.reload();
  await expect(app.figures).toContainText('Exact');
  await expect(app.bigNumber).toHaveText(exact);

  await page.getByRole('contentinfo').getByRole('link', { name: 'Figures' }).click();
  await page.getByRole('button', { name: 'Remove made-up.csv' }).click();
  await expect(app.outcome).toContainText('was removed');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'One place' }).click();
  await expect(app.figures).toContainText('Built-in 2019 figures');
  await page.reload();
  await expect(app.headline).toBeVisible();
  await expect(app.figures).toContainText('Built-in 2019 figures');
});

test('the 2025 file switches to its edition, and has children where the built-in figures have none', async ({ page }) => {
  const app = new App(page);
  const file = makeFile7({ edition: 2025 });
  await app.open('view=data');
  await app.addFile(asFile(file));
  await expect(app.outcome).toContainText('English Indices of Deprivation 2025, 33,755 areas');
  await app.expectQuery('view=data&data=iod2025');
  await page.getByRole('link', { name: 'See who gets missed with this file' }).click();
  await app.need.selectOption({ label: 'Children in low-income families' });
  const { coverage } = referenceCoverage(file, { codes: PLACE, share: 20, cut: 'national', need: 'children' });
  await expect(app.bigNumber).toHaveText(missedShare(coverage));
});

test('the official 2019 file gives the published figures', async ({ page }) => {
  test.skip(!existsSync(official), `skipped: ${official} is not here`);
  const app = new App(page);
  await app.open('view=data');
  await app.addFile(asFile(readFileSync(official, 'utf8')));
  await expect(app.outcome).toContainText('is in use');
  await page.getByRole('link', { name: 'See who gets missed with this file' }).click();
  await expect(app.bigNumber).toHaveText('69.5%');
  await page.getByText('this place', { exact: true }).click();
  await expect(app.headline).toContainText('42 in 100 people on low incomes here. 58 would be missed');
});

for (const bad of badFiles()) {
  test(`a file that cannot be used is told, and the figures from before stay: ${bad.name}`, async ({ page }) => {
    const app = new App(page);
    await app.open('view=data&share=30');
    await app.addFile(bad.file);
    const problem = app.errors.getByRole('link');
    await (typeof bad.message === 'string' ? expect(problem).toContainText(bad.message) : expect(problem).toHaveText(bad.message));
    await expect(app.errors).toBeFocused();
    await expect(app.errors).toContainText('The figures from before are still in use.');
    await app.errors.getByRole('link').click();
    await expect(page.getByLabel('Choose File 7 (CSV)')).toBeFocused();
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'One place' }).click();
    await expect(app.figures).toContainText('Built-in 2019 figures');
    await expect(app.share).toHaveValue('30');
  });
}

test('a file of London answers for London; Leeds and England stay on built-in figures, and the page says so', async ({ page }) => {
  const app = new App(page);
  const [head, ...rows] = makeFile7({ edition: 2025 }).split('\n');
  const london = [head, ...rows.filter((row) => /,E09\d{6},/.test(row))].join('\n');
  await app.open('view=data');
  await app.addFile(asFile(`${london}\n`, 'london.csv'));
  await expect(app.outcome).toContainText('33 councils');
  await expect(app.ownFiles).toContainText('the built-in figures stay in use');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'One place' }).click();
  for (const [typed, name] of [['leeds', 'Leeds'], ['england', 'All England']]) {
    await app.chooseCouncil(typed, name);
    await expect(app.figures).toContainText('Built-in 2025 figures');
    await expect(app.figures).toContainText('The file you added does not cover this place.');
  }
  await app.chooseCouncil('camden', 'Camden');
  await expect(app.figures).toContainText('Exact');
  await expect(app.figures).not.toContainText('does not cover');
});

test('a bad file after a good one leaves the good one in use', async ({ page }) => {
  const app = new App(page);
  await app.open('view=data');
  await app.addFile(asFile(makeFile7({ edition: 2019 }), 'good.csv'));
  await expect(app.outcome).toContainText('good.csv is in use');
  await app.addFile(badFiles()[0].file);
  await expect(app.errors).toBeVisible();
  await expect(app.ownFiles).toContainText('good.csv');
});

test('a file of 999,999 areas is given up at the first too many, and the file from before stays', async ({ page }) => {
  const app = new App(page);
  await app.open('view=data&v=2');
  await app.addFile(asFile(makeFile7({ edition: 2025 }), 'good.csv'));
  await expect(app.outcome).toContainText('good.csv is in use');
  await app.addFile({ name: 'too-many.csv', mimeType: 'text/csv', buffer: tooManyAreas() });
  await expect(app.errors).toContainText(
    'Line 33,757 is one area too many: the English Indices of Deprivation 2025 have 33,755 areas.',
  );
  await expect(app.errors).toBeFocused();
  await expect(app.ownFiles).toContainText('good.csv');
  await app.errors.getByRole('link').click();
  await page.getByRole('link', { name: 'See who gets missed with this file' }).click();
  await expect(app.figures).toContainText('from File 7 of 2025');
});

test('another version of a file is told apart by its checksum and what it adds up to', async ({ page }) => {
  const app = new App(page);
  const checksum = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);
  const first = makeFile7({ edition: 2025 });
  const corrected = makeFile7({ edition: 2025, seed: 2 });
  await app.open('view=data&v=2');
  await app.addFile(asFile(first, 'October.csv'));
  await expect(app.ownFiles).toContainText(`the checksum (SHA-256) begins ${checksum(first)}`);
  const { people, inNeed } = referenceCoverage(first, { share: 20 });
  const number = (value) => Math.round(value).toLocaleString('en-GB');
  await expect(app.ownFiles).toContainText(`England in this file: ${number(inNeed)} people on low incomes among ${number(people)} residents.`);
  // 57,112,146 people are in the file that the built-in figures were made from, 57,112,129 is the official number.
  const more = (value) => `${number(Math.abs(value))} ${value < 0 ? 'fewer' : 'more'} residents`;
  await expect(app.ownFiles).toContainText(`this one has ${more(people - 57_112_146)}`);
  await expect(app.ownFiles).toContainText(`Beside the official number it has ${more(people - 57_112_129)}.`);

  await app.addFile(asFile(corrected, 'November.csv'));
  await expect(app.outcome).toContainText('November.csv is in use');
  await expect(app.outcome).toContainText('It is not the same as the file that was in use before');
  await expect(app.ownFiles).toContainText(checksum(corrected));
  await expect(app.ownFiles).not.toContainText(checksum(first));
  await app.addFile(asFile(corrected, 'again.csv'));
  await expect(app.outcome).toContainText('It is the same, byte for byte');
});

test('where the browser keeps nothing the file still works, and the page says so', async ({ page }) => {
  const app = new App(page);
  await page.addInitScript(() => Object.defineProperty(window, 'caches', { get: () => { throw new DOMException('no', 'SecurityError'); } }));
  await app.open('view=data');
  await app.addFile(asFile(makeFile7({ edition: 2019 })));
  await expect(app.outcome).toContainText('is in use');
  await expect(app.ownFiles).toContainText('does not let the page keep the file');
});
