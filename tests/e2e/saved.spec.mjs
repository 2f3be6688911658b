// Pages kept under a name: saved, found again, changed, compared, moved to another device. Whatever the browser allows.

import { readFile } from 'node:fs/promises';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { App, openFolds } from './support/page.mjs';

test.beforeEach(({ page }) => openFolds(page));

const PAGES = 'who-gets-missed-pages';

class Saved extends App {
  constructor(page) {
    super(page);
    this.list = page.getByTestId('saved-list');
    this.done = page.getByTestId('saved-done');
    this.outcome = page.getByTestId('pages-file-outcome');
    this.comparison = page.getByTestId('side-by-side');
    this.name = page.getByRole('textbox', { name: 'Name', exact: true });
    this.file = page.getByLabel('Add saved pages from a file (JSON)');
  }

  async openSaved() {
    await this.open('view=saved');
    await expect(this.list).toBeVisible();
  }

  /** Opens the panel on a page and saves it. */
  async save(query, name, button = 'Save') {
    await this.openMissed(query);
    await this.page.getByText('Save and share', { exact: true }).click();
    if (name !== undefined) await this.name.fill(name);
    await this.page.getByRole('button', { name: button, exact: true }).click();
    await expect(this.page.getByTestId('saved-as')).toContainText('Saved as');
  }

  /** The pages in the list come to be these, the newest first. */
  expectNames(names) {
    return expect.poll(() => this.list.getByRole('listitem').getByRole('heading').allInnerTexts()).toEqual(names);
  }

  act(action, name) {
    return this.page.getByRole('button', { name: `${action} “${name}”`, exact: true }).click();
  }

  compare(name) {
    return this.page.getByRole('checkbox', { name: `Compare “${name}”`, exact: true });
  }

  async addPages(text, name = 'pages.json') {
    await this.file.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  }
}

const file = (scenarios, version = 1) => JSON.stringify({ format: 'who-gets-missed/scenarios', version, scenarios });
const kept = (page) => page.evaluate((key) => localStorage.getItem(key), PAGES);

async function expectNoViolations(page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

test('a page saved under the suggested name is there after a reload and opens as it was', async ({ page }) => {
  const app = new Saved(page);
  await app.save('share=30&cut=local');
  await app.openSaved();
  const name = 'Cambridgeshire and Peterborough: most deprived 30% of its own areas, 2019';
  await app.expectNames([name]);
  await page.reload();
  await expect(app.list).toContainText(name);
  await expect(app.list).toContainText(new Date().toLocaleDateString('en-GB', { month: 'long', year: 'numeric' }));
  await page.getByRole('link', { name, exact: true }).click();
  await app.expectQuery('cut=local&share=30');
  await expect(app.share).toHaveValue('30');
});

test('what is saved does not say how it was shown', async ({ page }) => {
  const app = new Saved(page);
  await app.save('share=30&embed=1', 'In a frame');
  expect(JSON.parse(await kept(page)).scenarios).toEqual([
    { name: 'In a frame', query: 'v=2&data=iod2019&share=30', saved: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
  ]);
});

test('a page is renamed, copied, deleted, and brought back', async ({ page }) => {
  const app = new Saved(page);
  await app.save('share=30', 'Thirty');
  await app.save('share=40', 'Forty');
  await app.openSaved();
  await app.expectNames(['Forty', 'Thirty']);

  await app.act('Rename', 'Thirty');
  const field = page.getByRole('textbox', { name: 'New name' });
  await expect(field).toBeFocused();
  await field.fill('  ');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Type a name' })).toBeVisible();
  await field.fill('x'.repeat(81));
  await field.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '80 characters or fewer' })).toBeVisible();
  await field.fill('Forty');
  await field.press('Enter');
  await expect(app.done).toHaveText('The name is now “Forty (2)”.');
  await app.expectNames(['Forty', 'Forty (2)']);

  await app.act('Duplicate', 'Forty (2)');
  await expect(app.done).toHaveText('The copy is called “Forty (2) (2)”.');

  await app.compare('Forty').check();
  await app.act('Delete', 'Forty');
  await expect(app.done).toHaveText('“Forty” was deleted.');
  await app.expectNames(['Forty (2) (2)', 'Forty (2)']);
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  await expect(app.done).toHaveText('“Forty” is back.');
  await app.expectNames(['Forty', 'Forty (2) (2)', 'Forty (2)']);
  await expect(app.compare('Forty')).toBeChecked();
});

test('pages go to a file and come back from it, and nothing is overwritten', async ({ page }) => {
  const app = new Saved(page);
  await app.save('share=30', 'A “quoted” <name> & more');
  await app.save('place=E08000012', 'Liverpool');
  await app.openSaved();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download all as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('who-gets-missed-pages.json');
  const text = await readFile(await download.path(), 'utf8');
  const before = await kept(page);

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(app.list).toContainText('You have not saved a page yet');
  await app.addPages(text);
  await expect(app.outcome).toHaveText('2 pages were added.');
  expect(await kept(page)).toBe(before);
  await app.addPages(text);
  await expect(app.outcome).toHaveText('No page was added; 2 were here already.');

  await app.addPages(file([{ name: 'Liverpool', query: 'place=E08000012&share=5&colour=blue' }, 7]));
  await expect(app.outcome).toContainText('1 page was added');
  await expect(app.outcome).toContainText('1 of the new ones got a number');
  await expect(app.outcome).toContainText('1 holds a choice that this version does not know');
  await expect(app.outcome).toContainText('1 could not be read');
  await app.expectNames(['Liverpool (2)', 'Liverpool', 'A “quoted” <name> & more']);
});

test('a file that is none says why, and the pages stay', async ({ page }) => {
  const app = new Saved(page);
  await app.save('share=30', 'Mine');
  await app.openSaved();
  const cases = [
    ['not JSON', 'The file is not JSON'],
    ['{"format":"else"}', 'The file holds something else'],
    [file([], 2), 'newer version of this tool'],
    ['x'.repeat(5_000_001), 'bigger than 5 MB'],
  ];
  for (const [text, problem] of cases) {
    await app.addPages(text);
    await expect(page.getByRole('alert').filter({ hasText: problem })).toContainText('Your saved pages are as they were.');
    await app.expectNames(['Mine']);
  }
});

test('a file of pages that is dropped on any page is added', async ({ page }) => {
  const app = new Saved(page);
  await app.openMissed();
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'Pages.JSON', { type: 'application/json' }));
    return data;
  }, file([{ name: 'Dropped', query: 'share=35' }]));
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  await expect(app.outcome).toHaveText('1 page was added.');
  await expect(page.getByRole('heading', { level: 1, name: 'Saved pages' })).toBeVisible();
  await app.expectNames(['Dropped']);
});

test('two pages side by side say in a sentence what differs and what it does', async ({ page }) => {
  const app = new Saved(page);
  await app.save('', 'A fifth', 'Save and compare');
  await app.save('share=30', 'Thirty', 'Save and compare');
  const sentence =
    'Only the size of the target differs: 30% instead of 20% reaches 39.8% instead of 30.5% of people on low incomes, 9.3 points more.';
  await expect(app.comparison).toContainText(sentence);
  await expect(app.comparison.getByRole('row', { name: /^Target the most deprived/ })).toContainText('≠ differs: 30% of England’s areas');
  await expect(app.comparison.getByRole('row', { name: /^Share in need missed/ })).toContainText('69.5%60.2%');

  // On the other view, and on the page of saved ones, without another click.
  await app.open('view=strategies');
  await expect(app.comparison).toContainText(sentence);
  await app.openSaved();
  await expect(app.comparison).toContainText(sentence);
  await app.compare('Thirty').uncheck();
  await expect(app.comparison).toBeHidden();
  await expect(app.list).toContainText('Tick one more to compare them');
});

test('offers are compared with the numbers of their own page, and four pages are the most', async ({ page }) => {
  const app = new Saved(page);
  await app.openSaved();
  for (const name of ['The same budget, three offers', 'For everyone, with uptake that falls', 'Even a perfect map']) {
    await page.getByRole('button', { name: `Save a copy: ${name}` }).click();
  }
  for (const name of ['Children in low-income families', 'Rutland: where it reaches nobody']) {
    await page.getByRole('button', { name: `Save a copy: ${name}` }).click();
  }
  for (const name of ['The same budget, three offers', 'For everyone, with uptake that falls', 'Even a perfect map', 'Rutland: where it reaches nobody']) {
    await app.compare(name).check();
  }
  await expect(app.compare('Children in low-income families')).toBeDisabled();
  await expect(app.list).toContainText('4 pages are compared, which is the most.');
  const inComparison = await app.comparison
    .getByRole('rowgroup')
    .filter({ hasText: 'By area' })
    .getByRole('row', { name: /^People in need reached/ })
    .getByRole('cell')
    .first()
    .innerText();

  await page.getByRole('link', { name: 'The same budget, three offers', exact: true }).click();
  const all = page.getByRole('table', { name: 'All results' });
  const row = await all.getByRole('row', { name: /^People in need reached/ }).getByRole('cell').nth(1).innerText();
  expect(inComparison.split(' ')[0]).toBe(row.split(' ')[0]);
});

test('everything by the keyboard alone', async ({ page }) => {
  const app = new Saved(page);
  await app.openMissed('share=30');
  await page.locator('summary', { hasText: 'Save and share' }).focus();
  await page.keyboard.press('Enter');
  await expect(app.name).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(app.name).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('saved-as')).toHaveText('Saved as “By keyboard”.');
  await page.getByRole('link', { name: 'Saved pages' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Saved pages' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'By keyboard' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(app.compare('By keyboard')).toBeChecked();
  await expect(app.compare('By keyboard')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'New name' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Renamed');
  await expect(field).toHaveValue('Renamed');
  await page.keyboard.press('Escape');
  await app.expectNames(['By keyboard']);
  await expect(page.getByRole('heading', { name: 'By keyboard' })).toBeFocused();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.type('Renamed');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Renamed' })).toBeFocused();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(app.done).toHaveText('“Renamed” was deleted.');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await app.expectNames(['Renamed']);
});

test('where nothing can be kept the page says so, and all works for the visit', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  const app = new Saved(page);
  await app.save('share=30', 'For now', 'Save and compare');
  await expect(page.getByText('This browser does not let the page keep anything').first()).toBeVisible();
  await page.getByRole('link', { name: 'Saved pages' }).click();
  await expect(page.getByTestId('not-kept')).toContainText('Download it as a file to keep it');
  await page.getByRole('button', { name: 'Save a copy: The most deprived fifth of England’s areas' }).click();
  await app.expectNames(['The most deprived fifth of England’s areas', 'For now']);
  await app.compare('The most deprived fifth of England’s areas').check();
  await expect(app.comparison).toContainText('Only the size of the target differs');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'One place' }).click();
  await expect(app.comparison).toContainText('Only the size of the target differs');
  await page.reload();
  await expect(app.headline).toBeVisible();
  await expect(app.comparison).toHaveCount(0);
});

test('pages that the browser refused to have read are read at a press, with what was saved meanwhile', async ({ page }) => {
  const app = new Saved(page);
  await app.save('share=30', 'Before');
  await page.addInitScript(() => {
    const works = Storage.prototype.getItem;
    window.refuses = true;
    Storage.prototype.getItem = function (...given) {
      if (window.refuses) throw new DOMException('forbidden', 'SecurityError');
      return works.apply(this, given);
    };
  });
  await app.openSaved();
  await expect(page.getByTestId('not-kept')).toContainText('did not let the page read its saved pages');
  await expect(page.getByText('You have not saved a page yet')).toBeHidden();
  await page.getByRole('button', { name: 'Save a copy: Even a perfect map' }).click();
  const again = page.getByRole('button', { name: 'Try again' });
  await again.click();
  await expect(again).toBeVisible();
  await page.evaluate(() => (window.refuses = false));
  await again.click();
  await expect(page.getByRole('heading', { name: 'Your saved pages' })).toBeFocused();
  await app.expectNames(['Even a perfect map', 'Before']);
  await expect(page.getByTestId('not-kept')).toHaveCount(0);
});

test('pages of a later version are left as they are', async ({ page }) => {
  const app = new Saved(page);
  const later = file([{ name: 'From the future', colour: 'new' }], 7);
  await app.openMissed();
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [PAGES, later]);
  await app.save('share=30', 'Now');
  await app.openSaved();
  await expect(page.getByTestId('not-kept')).toContainText('made by a newer version of this tool');
  await page.getByRole('button', { name: 'Save a copy: Even a perfect map' }).click();
  await expect(app.list).toContainText('Even a perfect map');
  expect(await kept(page)).toBe(later);
});

test('a damaged list is put aside, not destroyed', async ({ page }) => {
  const app = new Saved(page);
  await app.openMissed();
  await page.evaluate((key) => localStorage.setItem(key, '{"half'), PAGES);
  await app.save('share=30', 'New');
  await app.openSaved();
  await app.expectNames(['New']);
  expect(await page.evaluate(() => localStorage.getItem('who-gets-missed-pages-put-aside'))).toBe('{"half');
});

test('two tabs show the same pages, and none is lost', async ({ page, context }) => {
  const app = new Saved(page);
  await app.openSaved();
  const other = new Saved(await context.newPage());
  await other.openSaved();
  await page.getByRole('button', { name: 'Save a copy: Even a perfect map' }).click();
  await expect(other.list).toContainText('Even a perfect map');
  await other.page.getByRole('button', { name: 'Save a copy: Children in low-income families' }).click();
  await expect(app.list).toContainText('Children in low-income families');
  await other.act('Delete', 'Even a perfect map');
  await app.expectNames(['Children in low-income families']);
  await page.reload();
  await expect(app.list).toContainText('Children in low-income families');
  await app.expectNames(['Children in low-income families']);
});

test('a change that was put aside changes nothing, and is brought back under its name', async ({ page }) => {
  const app = new Saved(page);
  await app.save('', 'A fifth');
  await page.evaluate(() => {
    const change = Object.keys(localStorage).find((key) => key.startsWith('who-gets-missed-pages+'));
    localStorage.setItem(`${change}-put-aside-2026-11-22T10:00:00.000Z`, localStorage[change]);
    for (const key of [change, 'who-gets-missed-pages']) localStorage.removeItem(key);
  });
  await app.openSaved();
  await app.expectNames([]);
  await app.open('view=data');
  await page.getByRole('button', { name: 'Bring it back: Saved pages, put aside on 22 November 2026' }).click();
  await app.openSaved();
  await app.expectNames(['A fifth']);
});

test('a hostile file is text and nothing else', async ({ page }) => {
  const app = new Saved(page);
  const dialogs = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
  await app.openSaved();
  const scripts = await page.locator('script').count();
  await app.addPages(
    file([
      { name: '<script>alert(1)</script>', query: 'share=30' },
      { name: '<img src=x onerror="window.hacked=1">', query: 'place=<svg onload=alert(1)>' },
      { name: 'a\u202eb\u0000c\nd', query: 'javascript:alert(1)' },
      { name: '"><iframe srcdoc="<script>parent.hacked=1</script>">', query: 'x'.repeat(100_000) },
    ]),
  );
  await expect(app.outcome).toContainText('4 pages were added');
  await expect(page.getByRole('link', { name: '<script>alert(1)</script>' })).toBeVisible();
  await expect(app.list.getByRole('heading', { name: 'abc d' })).toBeVisible();
  for (const box of await app.list.getByRole('checkbox').all()) await box.check();
  await expect(app.comparison.getByRole('columnheader', { name: '<img src=x onerror="window.hacked=1">' })).toBeVisible();
  const links = await app.list.getByRole('link').all();
  for (const link of links) expect(await link.getAttribute('href')).toMatch(/^\?/);
  expect(await page.locator('script').count()).toBe(scripts);
  expect(await page.locator('main iframe, main img').count()).toBe(0);
  expect(await page.evaluate(() => window.hacked)).toBeUndefined();
  expect(dialogs).toEqual([]);
});

for (const width of [1280, 375]) {
  test(`axe finds nothing, and nothing is cut off at ${width} px: empty, filled, side by side`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const app = new Saved(page);
    const check = async () => {
      await expectNoViolations(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    };
    await app.openSaved();
    await check();
    for (const name of ['Even a perfect map', 'The same budget, three offers', 'Children in low-income families']) {
      await page.getByRole('button', { name: `Save a copy: ${name}` }).click();
    }
    await app.act('Rename', 'Even a perfect map');
    await app.addPages('no');
    await check();
    await page.getByRole('button', { name: 'Cancel' }).click();
    for (const box of await app.list.getByRole('checkbox').all()) await box.check();
    await expect(app.comparison).toContainText('against the first page');
    await app.act('Delete', 'Children in low-income families');
    await check();
  });
}

test('a model is saved under a name that says what it is, opens as it was, and is not compared', async ({ page }) => {
  const app = new Saved(page);
  for (const [query, name] of [
    ['view=population&factor-shift=2', 'Cambridgeshire and Peterborough: Shift everyone, 2019'],
    ['view=gap&slope-cut=35', 'Close the gap'],
    ['view=incentive&pay-amount=25', 'Cambridgeshire and Peterborough: Pay people, 2019'],
  ]) {
    await app.open(query);
    await page.getByText('Save and share', { exact: true }).click();
    await expect(app.name).toHaveValue(name);
    await expect(page.getByRole('button', { name: 'Save and compare' })).toBeHidden();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByTestId('saved-as')).toContainText('Saved as');
    await app.openSaved();
    await expect(app.compare(name)).toHaveCount(0);
    await app.list.getByRole('link', { name, exact: true }).click();
    await app.expectQuery(query);
  }
});
