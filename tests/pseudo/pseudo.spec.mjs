// Every view and state in the pseudo-language: no plain word is left, no number has English signs, nothing is cut off.

import { expect, test } from '@playwright/test';

import { linksTo, VIEWS } from '../../scripts/views.mjs';
import { unfold } from '../e2e/support/page.mjs';
import { look, names } from './found.mjs';

const WIDTHS = [1280, 320];
const PAGES = 'who-gets-missed-pages';
const FIVE = 'offers=universal,area,need,group,proportionate';
const SESSION_STEPS = 23;

let allowed;
test.beforeAll(async ({ playwright }, { project }) => {
  const request = await playwright.request.newContext({ baseURL: project.use.baseURL });
  // The last three are keys and values of a link, which a notice quotes.
  allowed = [...(await names(request)), 'nonsense', 'abc', 'share'];
  await request.dispose();
});

async function open(page, query) {
  await page.goto(`./${query ? `?${query}` : ''}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
}

async function expectAllTranslated(page, what) {
  expect.soft(await page.evaluate(look, allowed), what).toEqual({ plain: [], numbers: [], cut: [] });
}

async function expectAtEachWidth(page, what) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    // The charts are drawn anew.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await expectAllTranslated(page, `${what} at ${width} px`);
  }
}

const STATES = {
  ...Object.fromEntries(Object.entries(linksTo(VIEWS)).map(([view, query]) => [view, [query]])),
  'missed, a council': ['place=E07000008&share=12.5'],
  'missed, local': ['cut=local&share=35.5&basis=people'],
  'missed, perfect map': ['rank=need&place=england'],
  'missed, children': ['need=children&cut=local&whole=1'],
  'missed, without an answer': ['data=iod2025&need=children'],
  'missed, 2025': ['data=iod2025'],
  'a link with notices': ['nonsense=1&share=abc&place=E07000008,E06000099'],
  embedded: ['embed=1'],
  'embedded, with little room': ['embed=1&density=compact'],
  'strategies, five offers': [`view=strategies&${FIVE}&funding=budget&stigma=5`],
  'strategies, the same coverage': ['view=strategies&start=vaccination&funding=coverage'],
  'population, choices that cannot be': ['view=population&factor-past=20,30'],
  'gap, two lines': ['view=gap&slope-second-mean=140&slope-second-least=70&slope-second-most=280'],
  'gap, settings that do not fit': ['view=gap&measure-scale=logit&slope-mean=40'],
  'incentive, own uptakes': ['view=incentive&pay-uptake-least=80&pay-uptake-most=63'],
  'incentive, choices that cannot be': ['view=incentive&pay-found-uptake=0&pay-found-most=90'],
  'note on offers': [`view=note&note=offers&${FIVE}`],
  'a number that is none': ['v=2', async (page) => {
    const field = page.locator('.percent-input input').first();
    await field.fill('-');
    await field.blur();
  }],
  'a council that is not there': ['v=2', (page) => page.getByRole('combobox').first().fill('qqq')],
  'councils to choose from': ['v=2', (page) => page.getByRole('combobox').first().fill('Cam')],
  'a page saved': ['v=2', async (page) => {
    await page.locator('#save-name ~ *, .share__buttons').first().waitFor();
    await page.locator('.share__buttons button').first().click();
    await expect(page.getByTestId('saved-as')).not.toBeEmpty();
  }],
  'a file that is none': ['view=data', async (page) => {
    await page.locator('input[type=file]').setInputFiles({ name: '7.csv', mimeType: 'text/csv', buffer: Buffer.from('1,2\n3,4\n') });
    await expect(page.getByTestId('error-summary')).toBeVisible();
  }],
};

for (const [name, [query, act]] of Object.entries(STATES)) {
  test(`in the pseudo-language: ${name}`, async ({ page }) => {
    await open(page, query);
    await unfold(page);
    await act?.(page);
    await expectAtEachWidth(page, name);
  });
}

test('in the pseudo-language: saved pages, side by side', async ({ page }) => {
  await page.addInitScript(
    ([key, text]) => localStorage.setItem(key, text),
    [PAGES, JSON.stringify({
      format: 'who-gets-missed/scenarios',
      version: 1,
      scenarios: [
        { name: '1', query: 'share=30', saved: '2026-11-02' },
        { name: '2', query: 'share=12.5&cut=local', saved: '2026-11-02' },
        { name: '3', query: `view=strategies&${FIVE}`, saved: '2026-11-02' },
      ],
    })],
  );
  await open(page, 'view=saved');
  await expect(page.getByTestId('saved-list')).toBeVisible();
  for (const box of await page.getByTestId('saved-list').getByRole('checkbox').all()) await box.check();
  await expect(page.getByTestId('side-by-side')).toBeVisible();
  await unfold(page);
  await expectAtEachWidth(page, 'saved');
});

const DECKS = { missed: ['present=1', 7], strategies: ['view=strategies&present=1', 8], session: ['present=1&session=1', SESSION_STEPS] };
for (const [name, [query, steps]] of Object.entries(DECKS)) {
  test(`in the pseudo-language: on a projector, ${name}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`./?${query}`);
    await expect(page.locator('.deck__foot')).toBeVisible();
    for (let step = 1; step <= steps; step += 1) {
      await page.waitForLoadState('networkidle');
      await expectAtEachWidth(page, `step ${step}`);
      await page.keyboard.press('PageDown');
    }
  });
}

test('the page says its language and its direction', async ({ page }, { project }) => {
  await open(page, '');
  await expect(page.locator('html')).toHaveAttribute('lang', project.metadata.language);
  await expect(page.locator('html')).toHaveAttribute('dir', project.metadata.direction);
});
