// Spreadsheets with several sheets: one is read, another can be chosen, and a kept one comes back with the sheet that was in use.

import { expect, test } from '@playwright/test';

import { OwnRows } from './support/own-rows.mjs';
import { openFolds } from './support/page.mjs';
import { workbook } from './support/workbook.mjs';

test.beforeEach(({ page }) => openFolds(page));

const HEADINGS = ['Area', 'IMD score', 'Population', 'Smoking rate'];
const WORKBOOK = workbook({
  'About this file': [['Made up for a test']],
  'Wards 2022': [HEADINGS, ['Abbey', 31.2, 9000, 21.5], ['Market', 12.4, 8000, 12.5], ['Newnham', 6.1, 7000, 7.5]],
  'Wards 2023': [HEADINGS, ['Abbey', 31.2, 9100, 20.5], ['Market', 12.4, 8100, 12.5], ['Newnham', 6.1, 7100, 7.5], ['Castle', 5.5, 6000, 6.5]],
});

test('a spreadsheet names its sheets, and any that holds a table can be read', async ({ page }) => {
  const app = new OwnRows(page);
  const sheets = page.getByRole('combobox', { name: 'Sheet of the spreadsheet' });
  await app.openRows();
  await page.getByLabel('Or choose a file (CSV, TSV, Excel .xlsx or .ods)').setInputFiles({ name: 'wards.xlsx', mimeType: '', buffer: WORKBOOK });
  await expect(sheets.getByRole('option')).toHaveText(['Wards 2022', 'Wards 2023']);
  await expect(sheets).toHaveValue(/./);
  await app.isRight();
  await expect(app.inUse).toHaveText('In use: 3 rows of your own.');

  await sheets.selectOption('Wards 2023');
  await app.isRight();
  await expect(app.inUse).toHaveText('In use: 4 rows of your own.');
  await app.keep('Wards');
  const answer = await app.answer.innerText();

  // The sheet that was in use comes back with it, and can be changed again.
  await page.reload();
  await page.getByRole('button', { name: 'Go back to the built-in rows' }).click();
  await app.tables.getByRole('button', { name: 'Use “Wards”' }).click();
  await app.isRight();
  await expect(app.inUse).toHaveText('In use: 4 rows of your own.');
  expect(await app.answer.innerText()).toBe(answer);
  await expect(sheets.locator('option:checked')).toHaveText('Wards 2023');
  await sheets.selectOption('Wards 2022');
  await app.isRight();
  await expect(app.inUse).toHaveText('In use: 3 rows of your own.');
});
