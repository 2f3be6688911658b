// Tables without deprivation or people, joined by code to one that has them; and kept tables that come back with their choices.

import { writeFileSync } from 'node:fs';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { makeFile7 } from './support/file7.mjs';
import { OwnRows } from './support/own-rows.mjs';
import { openFolds } from './support/page.mjs';
import { evaluate } from './support/results.mjs';

test.beforeEach(({ page }) => openFolds(page));

const INDEX = `Area code,IMD score,Population,Smoking rate
E07000008,13.4,124000,11.2
E07000009,9.8,89000,10.1
E07000010,25.4,101000,17.3
E07000011,11.6,177000,12.0
E06000031,27.8,202000,19.9
`;
const VALUES = `Area code,Area,Uptake (%)
E07000008,Cambridge,61.2
E07000009,East Cambridgeshire,66.4
E07000010,Fenland,52.9
E06000031,Peterborough,50.3
E07000999,Nowhere,70.0
`;

test('values are joined to a kept table, with what has no partner named, as evaluate does', async ({ page }, info) => {
  test.setTimeout(120_000);
  const app = new OwnRows(page);
  await app.openRows();
  await app.bring(INDEX);
  await expect(app.inUse).toHaveText('In use: 5 rows of your own.');
  await app.keep('Index of councils');

  await app.bring(VALUES);
  await expect(app.error).toContainText('No column was found for deprivation.');
  await expect(app.joins).toContainText('This table has codes of councils (“Area code”), but no deprivation and no number of people.');
  const { violations } = await new AxeBuilder({ page }).include('[data-testid=joins]').analyze();
  expect(violations).toEqual([]);
  await app.joins.getByRole('button', { name: 'Join to “Index of councils”' }).click();
  await expect(app.warnings).toContainText('which gives “IMD score” and “Population”: 4 rows have a partner.');
  await expect(app.warnings).toContainText('1 row is left out, as “Index of councils” does not have its code: E07000999 Nowhere (line 6).');
  await expect(app.reading).toContainText('Of 5 rows, 4 rows are meant.');
  await app.isRight();
  await expect(app.inUse).toHaveText('In use: 4 rows of your own.');
  const [own, other] = [info.outputPath('values.csv'), info.outputPath('index.csv')];
  writeFileSync(own, VALUES);
  writeFileSync(other, INDEX);
  const printed = evaluate('view=gap', own, other);
  await expect(app.answer).toContainText(printed.says.rows_headline);
  expect(printed.reading.join.left_out).toBe(1);

  // What was left out is still told on the next visit.
  await page.reload();
  await expect(app.inUse).toHaveText('In use: 4 rows of your own.');
  await app.reading.getByText('How this table is read, and what can be changed').click();
  await expect(app.warnings).toContainText('E07000999 Nowhere');
});

test('values of councils are joined to the added File 7, whose areas are summed', async ({ page }) => {
  test.setTimeout(120_000);
  const app = new OwnRows(page);
  await app.open('view=data');
  await app.addFile({ name: 'File_7.csv', mimeType: 'text/csv', buffer: Buffer.from(makeFile7({ edition: 2019 })) });
  await expect(app.outcome).toContainText('is in use');
  await app.openRows();
  await app.bring(VALUES);
  await app.joins.getByRole('button', { name: 'Join to “File 7, 2019”' }).click();
  await expect(app.warnings).toContainText('people are added up, and a score is their mean by people', { timeout: 30_000 });
  await app.isRight();
  await expect(app.inUse).toHaveText('In use: 4 rows of your own.');

  // Areas of the other census are not joined.
  await app.bring('LSOA21CD,Rate\nE01000001,5\nE01035762,6\nE01000003,7\n');
  await app.joins.getByRole('button', { name: 'Join to “File 7, 2019”' }).click();
  await expect(app.error).toContainText('areas of the 2021 census (as E01035762 is)', { timeout: 30_000 });
  await expect(app.inUse).toHaveText('In use: 4 rows of your own.');
});

test('councils that became one are named, their counts added up and their rates left out', async ({ page }) => {
  const app = new OwnRows(page);
  await app.openRows();
  await app.bring('Code,Council,IMD score,Population,Rate\nE06000063,Cumberland,25,274000,9\nE07000008,Cambridge,13,146000,7\nE07000010,Fenland,26,103000,10\nE08000016,Barnsley,30,246000,12\n');
  await app.isRight();
  await app.keep('Councils of 2023');
  const names = [['E07000026', 'Allerdale'], ['E07000028', 'Carlisle'], ['E07000029', 'Copeland'], ['E07000008', 'Cambridge'], ['E07000010', 'Fenland'], ['E08000038', 'Barnsley']];
  const join = async (headings, cells) => {
    await app.bring([headings, ...names.map(([code, name], at) => `${code},${name},${cells(at)}`), ''].join('\n'));
    await app.joins.getByRole('button', { name: 'Join to “Councils of 2023”' }).click();
  };
  const parts = 'E07000026 Allerdale, E07000028 Carlisle and E07000029 Copeland';
  await join('Code,Council,Smokers,Adults asked', (at) => `${100 + at},1000`);
  await expect(app.warnings).toContainText(`${parts} are one council since 2023, E06000063 Cumberland: their counts are added up.`);
  await expect(app.warnings).toContainText('E08000038 Barnsley is the same council as E08000016 Barnsley in “Councils of 2023”.');
  await app.isRight();
  await expect(app.inUse).toHaveText('In use: 4 rows of your own.');

  await join('Code,Council,Smoking rate', (at) => 10 + at);
  await expect(app.warnings).toContainText(`${parts} are parts of one council since 2023, E06000063 Cumberland. They are not put together: rates and scores cannot be added up, as counts can.`);
  await app.isRight();
  await expect(app.inUse).toHaveText('In use: 3 rows of your own.');
});

test('without a table to join to, the page says how to get one', async ({ page }) => {
  const app = new OwnRows(page);
  await app.openRows();
  await app.bring(VALUES);
  await expect(app.joins).toContainText('There is none here yet.');
  await app.bring('Area,Uptake (%)\nCambridge,61.2\nFenland,52.9\n');
  await expect(app.error).toContainText('No column was found for deprivation.');
  await expect(app.joins).toHaveCount(0);
});

test('a kept table comes back with what was chosen of it', async ({ page }) => {
  const app = new OwnRows(page);
  await app.openRows();
  const rows = 'name,quintile,people,rate\nA,1,1000,9\nB,2,1200,8\nC,3,900,6\nD,4,1100,5\nE,5,1000,3\n';
  await app.bring(rows);
  await page.getByRole('combobox', { name: /Which end of “quintile” is the most deprived/ }).selectOption('5 is most deprived');
  await app.isRight();
  await expect(app.inUse).toHaveText('In use: 5 rows of your own.');
  await app.keep('Quintiles');
  const headline = await app.answer.innerText();

  await page.reload();
  await page.getByRole('button', { name: 'Go back to the built-in rows' }).click();
  await app.tables.getByRole('button', { name: 'Use “Quintiles”' }).click();
  await expect(app.inUse).toHaveText('In use: 5 rows of your own.');
  expect(await app.answer.innerText()).toBe(headline);

  // What is chosen later is kept too.
  await app.reading.getByText('How this table is read, and what can be changed').click();
  await page.getByRole('combobox', { name: 'The most deprived row has' }).selectOption('the lowest number');
  await expect.poll(() => app.answer.innerText()).not.toBe(headline);
  const turned = await app.answer.innerText();
  await page.reload();
  await page.getByRole('button', { name: 'Go back to the built-in rows' }).click();
  await app.tables.getByRole('button', { name: 'Use “Quintiles”' }).click();
  await expect.poll(() => app.answer.innerText()).toBe(turned);
});
