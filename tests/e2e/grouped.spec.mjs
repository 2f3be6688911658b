// One slope and relative index for each period, sex or area of a table that has several of them.

import { readFileSync, writeFileSync } from 'node:fs';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { OwnRows } from './support/own-rows.mjs';
import { openFolds, unfold } from './support/page.mjs';
import { evaluate, saved } from './support/results.mjs';

test.beforeEach(({ page }) => openFolds(page));

const { text: ROWS } = JSON.parse(readFileSync(new URL('../fixtures/grouped.json', import.meta.url), 'utf8'));

for (const width of [1280, 320]) {
  test(`one result for each period, as evaluate gives it, at ${width} px`, async ({ page }, info) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 800 });
    const app = new OwnRows(page);
    await app.openRows();
    await app.bring(ROWS);
    const asks = (name) => page.getByRole('combobox', { name: new RegExp(`Which “${name}” is meant`) });
    await asks('Period').selectOption('each of them: one result for each');
    await asks('Sex').selectOption('Male');
    await app.isRight();
    await expect(app.inUse).toHaveText('In use: 5 rows of your own.');

    const grouped = page.getByTestId('grouped');
    await expect(grouped.getByRole('heading', { name: 'One result for each “Period”' })).toBeVisible();
    const file = info.outputPath('rows.csv');
    writeFileSync(file, ROWS);
    const { by } = evaluate('view=gap&rows-by=Period&filter=Sex:Male', file).rows;
    expect(by.groups.map((group) => group.group)).toEqual(['2015 - 17', '2016 - 18', '2017 - 19']);
    await expect(page.getByTestId('comparison')).toHaveText(by.comparison, { timeout: 30_000 });

    const csv = await saved(page, 'Download: Numbers (CSV) of the groups');
    const lines = csv.text.trim().split(/\r?\n/);
    expect(lines.slice(-3).map((line) => line.split(',')[0])).toEqual(by.groups.map((group) => group.group));
    const svg = await saved(page, 'Download: Drawing (SVG) of the groups');
    expect(svg.name).toMatch(/^who-gets-missed-gap-groups-own-rows/);
    expect(svg.text).toContain('2017 - 19');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await unfold(page, grouped);
    const { violations } = await new AxeBuilder({ page }).include('[data-testid=grouped]').analyze();
    expect(violations).toEqual([]);

    // Another period above, and back to one result.
    await page.getByTestId('reading').getByText('How this table is read, and what can be changed').click();
    await page.getByRole('combobox', { name: 'Period', exact: true }).selectOption('2015 - 17');
    await expect(grouped).toContainText('All else on this page is about “2015 - 17”.');
    await page.getByRole('combobox', { name: 'One result for each' }).selectOption('one result for all');
    await expect(grouped).toHaveCount(0);
  });
}
