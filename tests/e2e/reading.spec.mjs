// Plain English: what the page says asks for at most eight years of school. The method page may ask for more.

import { expect, test } from '@playwright/test';

import { linksTo, VIEWS as TABLE } from '../../scripts/views.mjs';
import { App, unfold } from './support/page.mjs';
import { grade } from './support/reading.mjs';

const MOST = 8;
const VIEWS = {
  // The method may ask for more; the page for web teams shows code.
  ...linksTo(TABLE.filter(({ key }) => !['about', 'site'].includes(key))),
  'missed, local': 'cut=local&share=35.5',
  strategies: 'view=strategies&offers=universal,area,need,group,proportionate',
  'population, another risk': 'view=population&factor-start=pressure&cut=local',
  'slope target, two lines': 'view=gap&slope-second-mean=140&slope-second-least=70&slope-second-most=280',
  'pay people, unequal': 'view=incentive&pay-uptake-least=80&pay-uptake-most=63&pay-found-uptake=40',
  'note on offers': 'view=note&note=offers',
};

test('the grade is that of texts whose grade is known', () => {
  // Three words of one syllable each: 0.39 x 3 + 11.8 - 15.59.
  expect(grade(['The cat sat.']).grade).toBeCloseTo(-2.62, 10);
  // Five words with 4, 2, 1, 2 and 2 syllables: 0.39 x 5 + 11.8 x 11 / 5 - 15.59.
  expect(grade(['Universal offers reach many people.']).grade).toBeCloseTo(12.32, 10);
});

for (const [name, query] of Object.entries(VIEWS)) {
  test(`${name} reads at grade ${MOST} or below`, async ({ page }) => {
    const app = new App(page);
    await app.open(query);
    await page.waitForLoadState('networkidle');
    await unfold(page);
    const texts = await page
      .locator('main p:visible, main li:visible, main .govuk-hint:visible, main figcaption h2:visible')
      .evaluateAll((all) => all.filter((element) => !element.querySelector('p, li, a, input, button')).map((element) => element.innerText));
    const running = texts.filter((text) => text.split(/\s+/).length >= 5 && !/^(Source:|Uptake that outreach adds:)|https?:/.test(text));
    const { grade: found, words } = grade(running);
    expect(words).toBeGreaterThan(80);
    console.log(`      ${name}: grade ${found.toFixed(1)} over ${words} words`);
    expect(found).toBeLessThanOrEqual(MOST);
  });
}
