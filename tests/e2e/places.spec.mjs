// Places of every kind: one search, one choice, and the same numbers by keyboard, link and code.

import { expect, test } from '@playwright/test';
import { App } from './support/page.mjs';

/** What is typed, the option as it is read out, the place's heading, and the link. */
const PLACES = [
  ['Greater Manchester', 'Greater Manchester combined authority, 2025', 'Greater Manchester combined authority', 'E47000001'],
  ['Kent and Medway', 'Kent and Medway integrated care board, 2024', 'Kent and Medway ICB', 'E54000032'],
  ['East of England', 'East of England region of England', 'East of England', 'E12000006'],
  ['St Helens', 'St. Helens', 'St. Helens', 'E08000013'],
  ['E08000038', 'Barnsley', 'Barnsley', 'E08000016'],
  ['E10000003', 'Cambridgeshire county (5 districts)', 'Cambridgeshire', 'E07000008,E07000009,E07000010,E07000011,E07000012'],
];

for (const [typed, option, heading, place] of PLACES) {
  test(`“${typed}” is found by one search and taken by one choice`, async ({ page }) => {
    const app = new App(page);
    await app.openMissed('v=2&place=E08000035');
    await app.chooseCouncil(typed, option);
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    await expect(app.council).toHaveValue(heading);
    await app.expectQuery(`v=2&place=${place}`);
  });

  test(`“${typed}” is found first, with the keyboard alone`, async ({ page }) => {
    const app = new App(page);
    await app.openMissed('v=2&place=E08000035');
    await app.council.focus();
    await page.keyboard.type(typed);
    await expect(page.getByRole('option', { name: option, exact: true })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(app.council).toHaveAttribute('aria-activedescendant', 'place-option-0');
    await page.keyboard.press('Enter');
    await app.expectQuery(`v=2&place=${place}`);
  });
}

test('a named group is put together, named, and opens by its link', async ({ page }) => {
  const app = new App(page);
  await app.openMissed('v=2&place=E06000031');
  await page.getByText('Combine places').click();
  const add = page.getByRole('combobox', { name: 'Add another place' });
  await add.fill('fenland');
  await page.getByRole('option', { name: 'Fenland', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name for this place' }).fill('North & west');
  const name = 'North & west (Peterborough and Fenland)';
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await app.expectQuery('v=2&place=E06000031,E07000010&place-name=North+%26+west');
  const before = await app.answer();
  await page.reload();
  await expect(app.headline).toBeVisible();
  expect(await app.answer()).toEqual(before);
  // Another place does not take the name with it.
  await app.chooseCouncil('leeds', 'Leeds');
  await app.expectQuery('v=2&place=E08000035');
});

test('names of larger places are fetched when the search is opened, not before', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const app = new App(page);
  await app.openMissed('v=2');
  const names = () => asked.filter((path) => path.endsWith('footprints.csv'));
  expect(names()).toEqual([]);
  await app.council.click();
  await expect.poll(() => names().length).toBe(1);
  expect(asked.some((path) => path.endsWith('blocks.csv'))).toBe(false);
});

test('a link to a board that cuts through a council works out with its parts', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const app = new App(page);
  await app.openMissed('v=2&place=E54000063');
  await expect(page.getByRole('heading', { name: 'Surrey Heartlands ICB', exact: true })).toBeVisible();
  const missed = Number.parseFloat(await app.bigNumber.innerText());
  expect(Math.abs(missed - 97.6)).toBeLessThan(0.3);
  expect(asked.some((path) => path.endsWith('income-by-imd/blocks.csv'))).toBe(true);
});

test('what took the place of a council is named', async ({ page }) => {
  const app = new App(page);
  await app.openMissed('v=2&place=E07000187');
  await expect(page.getByRole('heading', { name: 'Somerset, which took its place in 2023' })).toBeVisible();
  await app.openMissed('v=2&place=E06000023');
  await app.chooseCouncil('mendip', 'Mendip council until 2023, now Somerset');
  await app.expectQuery('v=2&place=E07000187');
});

test('options for new councils stand side by side, and so do any three places', async ({ page }) => {
  const app = new App(page);
  await app.open('v=2&view=saved');
  await page.getByText('Options for new councils in Cambridgeshire and Peterborough').click();
  await page.getByRole('link', { name: /^Option A/ }).click();
  const table = page.getByTestId('places-side-by-side').getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveCount(3);
  await expect(table).toContainText('Peterborough, Fenland and Huntingdonshire');
  const combobox = page.getByRole('combobox', { name: 'Add a place beside it' });
  await combobox.fill('kent and medway');
  await page.getByRole('option', { name: 'Kent and Medway integrated care board, 2024', exact: true }).click();
  await expect(table.getByRole('columnheader')).toHaveCount(4);
  await app.expectQuery(
    'v=2&view=saved&place=E06000031,E07000010,E07000011&beside=E07000008,E07000009,E07000012_E54000032',
  );
  await page.getByRole('button', { name: 'Take away Kent and Medway ICB' }).click();
  await expect(table.getByRole('columnheader')).toHaveCount(3);
});
