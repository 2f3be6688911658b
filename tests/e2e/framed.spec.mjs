// What a frame shows of a view: its card, one of its charts, or all of it. A card is never as high as 600 pixels, whatever it is
// about and however narrow the column that it stands in.

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { VIEWS } from '../../scripts/views.mjs';

/** A place of every kind, by their longest names. */
const PLACES = {
  'a council': 'E06000058',
  'a council with a long name': 'E07000135',
  'a county': 'E10000003',
  'a region': 'E12000003',
  'a combined authority': 'E47000017',
  'an integrated care board': 'E54000050',
  'a part of one': 'E38000233',
  'England': 'england',
  'two councils': 'E06000058,E06000052',
  'a group with a name of its own': 'E07000008,E07000012&place-name=Our+partnership+of+districts+and+towns',
};
const NEEDS = ['income', 'children', 'older', 'employment'];
const WIDTHS = [600, 320];
const MOST = 600;
const WITH_CARD = VIEWS.filter((view) => view.card);
const FRAMED = VIEWS.filter((view) => view.is_framed);

const card = (view, rest) => `?v=2&view=${view}&embed=1&frame=card&${rest}`;

/** The height of the page in its frame, once its answer is there. */
async function heightAt(page, width) {
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
}

async function open(page, address) {
  await page.goto(`./${address}`);
  await expect(page.locator('.framed svg.chart').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open the full tool' })).toBeVisible();
  await expect(page.locator('.notice').first()).toBeHidden();
}

async function expectLow(page, what) {
  for (const width of WIDTHS) {
    expect(await heightAt(page, width), `${what} at ${width} px`).toBeLessThan(MOST);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${what} at ${width} px`).toBeLessThanOrEqual(width);
  }
}

for (const [kind, place] of Object.entries(PLACES)) {
  test(`the card is less than 600 px high for every need: ${kind}`, async ({ page }) => {
    test.slow();
    for (const need of NEEDS) {
      await open(page, card('missed', `place=${place}&need=${need}`));
      await expectLow(page, need);
    }
    // The longest words that a target has.
    await open(page, card('missed', `place=${place}&need=older&cut=local&basis=people&rank=need&share=99.9&data=iod2019`));
    await expectLow(page, 'a local target by people');
  });

  for (const { key } of WITH_CARD.filter(({ key }) => key !== 'missed')) {
    test(`so is the card of ${key}: ${kind}`, async ({ page }) => {
      test.slow();
      for (const rest of [`place=${place}`, `place=${place}&need=older&cut=local&basis=people`]) {
        await open(page, card(key, rest));
        await expectLow(page, rest);
      }
    });
  }
}

test('a card has the place, the number, the people, the slider, the source and the way to the whole tool', async ({ page, context }) => {
  await open(page, card('missed', 'data=iod2019&place=E07000008&share=30&accent=005ea5'));
  await expect(page.getByRole('heading', { level: 1, name: 'Cambridge' })).toBeVisible();
  await expect(page.getByTestId('big-number')).toBeVisible();
  await expect(page.getByRole('img', { name: /^Of every 100 people/ })).toBeVisible();
  await expect(page.getByText('Contains public sector information licensed under')).toBeVisible();
  await expect(page.getByRole('combobox')).toHaveCount(0);
  const before = await page.getByTestId('big-number').innerText();
  await page.getByRole('slider', { name: 'Target the most deprived' }).fill('90');
  await expect(page.getByTestId('big-number')).not.toHaveText(before);
  const [full] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'Open the full tool' }).click()]);
  expect(new URL(full.url()).search).toBe('?v=2&data=iod2019&place=E07000008&share=90');
  await expect(full.getByRole('navigation', { name: 'Pages' })).toBeVisible();
});

test('a locked slider is not on the card, and the curve has no handle', async ({ page }) => {
  await open(page, card('missed', 'lock=share'));
  await expect(page.getByRole('slider')).toHaveCount(0);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await open(page, '?v=2&embed=1&frame=chart&chart=curve&lock=share');
  await expect(page.getByRole('slider')).toHaveCount(0);
  await open(page, card('councils', 'lock=share'));
  await expect(page.getByRole('slider')).toHaveCount(0);
});

test('a frame from before shows the whole view still', async ({ page }) => {
  await page.goto('./?embed=1&place=E07000008');
  await expect(page.getByRole('heading', { level: 1, name: 'If we target the most deprived areas, who gets missed?' })).toBeVisible();
  await expect(page.getByTestId('headline')).toBeVisible();
});

test('a hexagon in a frame opens the whole tool beside it', async ({ page }) => {
  await open(page, '?v=2&view=councils&embed=1&frame=chart&chart=map&place=E07000008');
  await expect(page.getByTestId('hexagon')).toHaveAttribute('target', '_blank');
  await expect(page.getByTestId('hexagon')).toHaveAttribute('href', '?v=2&place=E07000008');
});

for (const { key, charts, card } of FRAMED) {
  const kinds = [...(card ? ['frame=card'] : []), ...charts.map((chart) => `frame=chart&chart=${chart}`)];
  test(`every part of ${key} that a frame shows is whole, and axe finds nothing`, async ({ page }) => {
    test.slow();
    for (const kind of kinds) {
      await page.setViewportSize({ width: 600, height: 800 });
      await open(page, `?v=2&view=${key}&embed=1&${kind}&accent=005ea5&ground=fffdf5`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      for (const width of [1200, 320]) {
        await page.setViewportSize({ width, height: 800 });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [kind, width, id, nodes.map((node) => node.html)])).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), kind).toBeLessThanOrEqual(width);
      }
    }
  });
}
