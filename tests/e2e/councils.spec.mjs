// All councils, or larger places, side by side: what a person does on the view.

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { App, reveal } from './support/page.mjs';

class Councils extends App {
  constructor(page) {
    super(page);
    this.fold = page.getByTestId('list');
    this.list = this.fold.getByRole('region', { name: /^All .* as a list$/ });
    this.kind = page.getByLabel('Places to compare');
    this.found = page.getByTestId('found');
    this.search = page.getByRole('searchbox', { name: /^Find an? / });
    this.hexagon = page.getByTestId('hexagon');
    this.map = page.getByRole('img', { name: /^A map of England/ });
  }

  async openCouncils(query = '') {
    await this.open(`view=councils${query ? `&${query}` : ''}`);
    await expect(this.fold).toBeVisible();
  }

  /** Opens the list, which is folded at first. */
  async openList() {
    await this.fold.locator('summary').click();
    await expect(this.list).toBeVisible();
  }

  /** The names in the list, in its order. */
  names() {
    return this.list.getByRole('rowheader').allInnerTexts();
  }
}

for (const width of [1280, 375]) {
  test(`a council is told where it stands among all, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const app = new Councils(page);
    await app.openCouncils('place=E07000008');
    await expect(app.bigNumber).toHaveText('90.1%');
    await expect(app.headline).toHaveText('Not unusual. 112 of the other 316 councils would miss a larger share and 204 a smaller share.');
    await expect(page.getByTestId('detail')).toContainText('number 113 of 317');
    await expect(page.getByRole('img', { name: /Cambridge: 90.1%; South Cambridgeshire: 100.0%/ })).toBeVisible();
    await expect(app.map).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (width === 375) {
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(6 * 800);
    }
  });
}

test('the figures of every region are fetched with this view and not before', async ({ page }) => {
  const regions = new Set();
  page.on('request', (request) => {
    const region = request.url().match(/income-by-imd\/(E12\d+)\.csv/);
    if (region) regions.add(region[1]);
  });
  const app = new Councils(page);
  await app.openMissed();
  expect([...regions]).toEqual(['E12000006']);
  await page.getByRole('link', { name: 'All councils' }).click();
  await expect(app.fold).toBeVisible();
  expect(regions.size).toBe(9);
});

test('the list is ordered by its headings, and the order is in the link', async ({ page }) => {
  const app = new Councils(page);
  await app.openCouncils('place=england');
  await app.openList();
  await expect(app.found).toHaveText('5 of 317 councils. The largest share missed first.');
  const byShare = app.list.getByRole('columnheader', { name: 'Share missed' });
  await expect(byShare).toHaveAttribute('aria-sort', 'descending');
  await app.list.getByRole('button', { name: 'Share missed' }).click();
  await expect(byShare).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(async () => (await app.names())[0]).toBe('Liverpool');
  await app.expectQuery('view=councils&place=england&list-order=least');
  // The focus stays on the heading, for another press.
  await expect(app.list.getByRole('button', { name: 'Share missed' })).toBeFocused();
  await app.list.getByRole('button', { name: 'Council' }).click();
  await expect.poll(async () => (await app.names())[0]).toBe('Adur');
  await page.goBack();
  await expect.poll(async () => (await app.names())[0]).toBe('Liverpool');
});

test('the list is searched, shown whole, and opens a council with the same choices', async ({ page }) => {
  const app = new Councils(page);
  await app.openCouncils('share=35&cut=local');
  await app.openList();
  await page.getByRole('button', { name: 'Show all 317 councils' }).click();
  await expect(app.list.getByRole('rowheader')).toHaveCount(317);
  await page.getByRole('button', { name: 'Show fewer' }).click();
  await expect(app.list.getByRole('rowheader')).toHaveCount(5);
  await app.search.fill('cambridgeshire');
  await expect(app.found).toContainText('2 councils.');
  await app.search.fill('atlantis');
  await expect(app.found).toHaveText('No council has this in its name. Check the spelling.');
  await app.search.fill('fenl');
  await app.list.getByRole('link', { name: 'Open Fenland' }).click();
  await app.expectQuery('place=E07000010&cut=local&share=35');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/who gets missed\?$/);
});

test('the map is one stop for a keyboard, moves by arrows and opens by Enter', async ({ page }) => {
  const app = new Councils(page);
  await app.openCouncils('place=E07000008');
  await expect(app.hexagon).toHaveCount(1);
  await expect(app.hexagon).toHaveAccessibleName(/^Cambridge: 90.1% missed, number 113 of 317. Open Cambridge$/);
  await app.hexagon.focus();
  const before = await app.hexagon.boundingBox();
  await page.keyboard.press('ArrowRight');
  await expect(app.hexagon).not.toHaveAccessibleName(/^Cambridge:/);
  const after = await app.hexagon.boundingBox();
  expect(after.x).toBeGreaterThan(before.x);
  await page.keyboard.press('ArrowLeft');
  await expect(app.hexagon).toBeFocused();
  const name = (await app.hexagon.getAttribute('aria-label')).match(/Open (.*)$/)[1];
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
});

test('with a mouse a hexagon is named under the pointer and opened by a click', async ({ page }) => {
  const app = new Councils(page);
  await app.openCouncils('place=E07000008');
  await app.map.scrollIntoViewIfNeeded();
  const frame = await app.map.boundingBox();
  const own = await app.hexagon.boundingBox();
  // A hexagon further left.
  await page.mouse.move(own.x - own.width * 1.5, own.y + own.height / 2);
  await expect(app.hexagon).not.toHaveAccessibleName(/^Cambridge:/);
  expect(own.x).toBeGreaterThan(frame.x);
  const name = (await app.hexagon.getAttribute('aria-label')).match(/Open (.*)$/)[1];
  await page.mouse.down();
  await page.mouse.up();
  await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 375, height: 800 } });

  test('the first tap says which council a hexagon is, the second opens it', async ({ page }) => {
    const app = new Councils(page);
    await app.openCouncils('place=E07000008');
    await app.map.scrollIntoViewIfNeeded();
    const own = await app.hexagon.boundingBox();
    const at = [own.x - own.width * 1.5, own.y + own.height / 2];
    await page.touchscreen.tap(...at);
    await expect(app.hexagon).not.toHaveAccessibleName(/^Cambridge:/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is our place unusual?');
    await page.touchscreen.tap(...at);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/who gets missed\?$/);
  });
});

test('where a site has locked choices a council opens beside, as the whole tool', async ({ page }) => {
  const app = new Councils(page);
  await app.openCouncils('place=E07000008&embed=1&lock=place');
  await app.openList();
  await app.search.fill('fenland');
  const link = app.list.getByRole('link', { name: 'Open Fenland' });
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).not.toHaveAttribute('href', /lock|embed/);
  await expect(app.hexagon).toHaveAttribute('target', '_blank');
});

test('both pictures and all results can be saved', async ({ page }) => {
  const app = new Councils(page);
  await app.openCouncils('place=E07000010');
  for (const [button, name] of [
    ['Download: Drawing (SVG) of all places on a scale', 'who-gets-missed-councils-strip-fenland-iod2019.svg'],
    ['Download: Picture (PNG) of all places on a map', 'who-gets-missed-councils-map-fenland-iod2019.png'],
    ['Download: Numbers (CSV) of all places on a map', 'who-gets-missed-councils-map-fenland-iod2019.csv'],
    ['Download all results: For a program (JSON)', 'who-gets-missed-councils-results-fenland-iod2019.json'],
  ]) {
    const coming = page.waitForEvent('download');
    await reveal(page, page.getByRole('button', { name: button }));
    await page.getByRole('button', { name: button }).click();
    expect((await coming).suggestedFilename()).toBe(name);
  }
});

test('the page has no faults that axe finds', async ({ page }) => {
  const app = new Councils(page);
  await app.openCouncils();
  await expect(app.map).toBeVisible();
  await app.openList();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test('an NHS board is held against boards, and the kind is chosen in one step', async ({ page }) => {
  const app = new Councils(page);
  await app.openCouncils('place=E54000063&data=iod2025');
  await expect(app.kind).toHaveValue('1');
  await expect(app.bigNumber).toHaveText('97.6%');
  await expect(app.headline).toHaveText('Unusual. None of the other 41 ICBs would miss as large a share.');
  await expect(page.getByTestId('list-note')).toHaveText('ICBs are those of 2024. 13 councils lie in more than one.');
  await app.kind.selectOption('Councils');
  await expect(app.headline).toContainText('of the 296 councils in England');
  await app.expectQuery('data=iod2025&view=councils&place=E54000063&kind=councils');
  await app.kind.selectOption('Regions');
  await expect(app.headline).toContainText('of the 9 regions in England');
  await expect(page.getByTestId('list-note')).toContainText('This place is not a region.');
  await page.goBack();
  await expect(app.headline).toContainText('of the 296 councils in England');
  // Chosen again, its own kind needs no word in the link.
  await app.kind.selectOption('NHS integrated care boards');
  await app.expectQuery('data=iod2025&view=councils&place=E54000063');
});

test('a region is named with those that border it, and the list opens another one', async ({ page }) => {
  const app = new Councils(page);
  await app.openCouncils('place=E12000007&data=iod2025');
  await expect(app.bigNumber).toHaveText('67.6%');
  await expect(page.getByRole('img', { name: /London: 67.6%; South East: 79.1%; East of England: 75.5%/ })).toBeVisible();
  await app.openList();
  await page.getByRole('button', { name: 'Show all 9 regions' }).click();
  await expect(app.list.getByRole('rowheader')).toHaveCount(9);
  await app.search.fill('e12000001');
  await app.list.getByRole('link', { name: 'Open North East' }).click();
  await app.expectQuery('data=iod2025&place=E12000001');
  await expect(app.bigNumber).toHaveText('37.5%');
});

test('a hexagon has the shade of the larger place that its council is in, and opens that', async ({ page }) => {
  const app = new Councils(page);
  await app.openCouncils('place=E07000008&kind=icbs&data=iod2025');
  await expect(app.hexagon).toHaveAccessibleName(
    /^Cambridge, in Cambridgeshire and Peterborough ICB: 72.1% missed, number \d+ of 42. Open Cambridgeshire and Peterborough ICB$/,
  );
  await app.hexagon.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Cambridgeshire and Peterborough ICB', exact: true })).toBeVisible();
  // A council in no combined authority has no shade, says so, and opens itself.
  await app.openCouncils('place=E07000223&kind=combined-authorities&data=iod2025');
  await expect(app.hexagon).toHaveAccessibleName('Adur: in no combined authority. Open Adur');
  await expect(page.getByText('In no combined authority', { exact: true })).toBeVisible();
});

for (const width of [375, 320]) {
  test(`the list fits a phone of ${width} px without scrolling sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const app = new Councils(page);
    for (const query of ['place=E07000008', 'place=E12000006&need=older', 'place=E47000001&need=employment']) {
      await app.openCouncils(query);
      await app.openList();
      const wide = await app.list.evaluate((list) => [list.scrollWidth - list.clientWidth, document.documentElement.scrollWidth]);
      expect(wide[0]).toBeLessThanOrEqual(0);
      expect(wide[1]).toBeLessThanOrEqual(width);
      // Each name stands above its numbers, and none of these is cut off.
      const cut = await app.list
        .locator('th, td')
        .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent));
      expect(cut).toEqual([]);
      await expect(app.list.getByRole('table')).toBeVisible();
      expect(await app.list.getByRole('columnheader').count()).toBe(5);
    }
  });
}

test('the page of published figures opens all councils by the tenth that it counts', async ({ page }) => {
  const app = new Councils(page);
  await app.open('view=checked');
  await page.getByRole('link', { name: /^Open all councils of England with its most deprived tenth, 2025 edition/ }).click();
  await expect(app.fold).toBeVisible();
  await app.expectQuery('data=iod2025&view=councils&place=england&share=10&list-order=least');
  await expect(page.getByTestId('detail')).toContainText('100.0% (104 councils)');
});

test('no kind of place makes the page longer than six screens of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  const app = new Councils(page);
  for (const query of ['data=iod2025', 'place=england', 'place=E12000006&data=iod2025', 'place=E47000008&data=iod2025']) {
    await app.openCouncils(query);
    await expect(app.map).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollHeight), query).toBeLessThanOrEqual(6 * 800);
  }
});
