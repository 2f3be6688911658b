// If we target the most deprived areas, who gets missed? What a person does on the first view, by mouse and by keyboard.

import { expect, test } from '@playwright/test';

import { App, reveal } from './support/page.mjs';

test('the first sight is the published case: 30.5% reached, 69.5% missed', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  await expect(app.bigNumber).toHaveText('69.5%');
  await expect(app.headline).toHaveText(
    'Targeting the most deprived fifth of areas nationally would reach 30 in 100 people on low incomes here. 70 would be missed.',
  );
  await expect(page.getByRole('img', { name: 'Of every 100 people on low incomes, 30 are reached and 70 are missed' })).toBeVisible();
  await app.openFurther('Fifth by fifth');
  await expect(page.getByRole('heading', { name: 'Every fifth is home to people on low incomes: even the least deprived fifth holds 11.0%' })).toBeVisible();
});

test('the national and the local fifth stand side by side and are not the same', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  await page.getByText('Both meanings in numbers').click();
  const table = page.getByRole('table', { name: '“Most deprived” can mean two things' });
  await expect(table.getByRole('row', { name: 'All England' })).toContainText('30.5%');
  await expect(table.getByRole('row', { name: 'This place' })).toContainText('about 42.2%');
});

test('council, edition, need, cut and share by mouse; reload gives the same page', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  await app.chooseCouncil('leed', 'Leeds');
  await expect(page.getByRole('heading', { name: 'Leeds' })).toBeVisible();
  await app.need.selectOption({ label: 'Children in low-income families' });
  await expect(app.headline).toContainText('children in low-income families');
  await page.getByText('this place', { exact: true }).click();
  await expect(app.headline).toContainText('locally');
  await page.getByText('children', { exact: true }).click();
  await app.share.fill('35.5');
  await expect(app.headline).toContainText('home to 35.5% of children locally');
  await page.getByText('Take whole areas only').click();
  await app.expectQuery('place=E08000035&need=children&cut=local&basis=people&share=35.5&whole=1');

  const before = await app.answer();
  await page.reload();
  await expect(app.headline).toBeVisible();
  expect(await app.answer()).toEqual(before);

  await app.need.selectOption({ label: 'People on low incomes' });
  await app.openMore();
  await app.chooseEdition('2025 edition');
  await expect(app.figures).toContainText('2025');
  await expect(page.getByText('The number of people in the built-in 2025 figures is an estimate')).toBeVisible();
});

test('an address without choices opens the newest edition', async ({ page }) => {
  const app = new App(page);
  await app.openMissed(null);
  await expect(app.editions.getByRole('radio', { name: '2025 edition' })).toBeChecked();
  await expect(app.figures).toContainText('Built-in 2025 figures');
  await expect(app.council).toHaveValue('Cambridgeshire and Peterborough');
});

test('the edition is changed beside the place by one tap, and by keyboard', async ({ page }) => {
  const app = new App(page);
  await app.openMissed('place=E08000035');
  const [earlier, later] = ['2019 edition', '2025 edition'].map((name) => app.editions.getByRole('radio', { name }));
  await expect(earlier).toBeChecked();
  await app.editions.getByText('2025 edition').click();
  await expect(app.figures).toContainText('Built-in 2025 figures');
  await app.expectQuery('v=2&place=E08000035');
  const missed = await app.bigNumber.innerText();

  await later.focus();
  await page.keyboard.press('ArrowUp');
  await expect(earlier).toBeChecked();
  await expect(earlier).toBeFocused();
  await expect(app.figures).toContainText('Built-in 2019 figures');
  await page.keyboard.press('ArrowDown');
  await expect(later).toBeFocused();
  await expect(app.figures).toContainText('Built-in 2025 figures');
  await expect(app.bigNumber).toHaveText(missed);
  await expect(app.council).toHaveValue('Leeds');
});

test('the whole task with the keyboard alone', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();

  await app.council.focus();
  await page.keyboard.type('south cam');
  await expect(app.council).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(app.council).toHaveAttribute('aria-activedescendant', 'place-option-0');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'South Cambridgeshire' })).toBeVisible();

  await app.need.focus();
  await page.keyboard.type('Older');
  await expect(app.headline).toContainText('older people on low incomes');

  await page.getByRole('radio', { name: 'all England' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(app.headline).toContainText('locally');

  await app.slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(app.share).toHaveValue('21');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(app.share).toHaveValue('21.1');
  await page.keyboard.press('PageUp');
  await expect(app.share).toHaveValue('31.1');
  await page.keyboard.press('End');
  await expect(app.bigNumber).toHaveText('0.0%');
  await page.keyboard.press('Home');
  await expect(app.bigNumber).toHaveText('100.0%');

  await app.handle.focus();
  await page.keyboard.press('PageUp');
  await expect(app.share).toHaveValue('10');
  await expect(app.handle).toHaveAttribute('aria-valuetext', /^10% of areas here, reaches /);
});

test('Escape leaves the council as it was, and a name nobody has says so', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  await app.council.fill('atlantis');
  await expect(page.locator('.combobox__nothing').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(app.council).toHaveValue('Cambridgeshire and Peterborough');
  await app.expectQuery('');
});

test('councils are put together and taken apart', async ({ page }) => {
  const app = new App(page);
  await app.openMissed('place=E07000008');
  await page.getByText('Combine places').click();
  await page.getByRole('combobox', { name: 'Add another place' }).fill('fenl');
  await page.getByRole('option', { name: 'Fenland' }).click();
  await app.expectQuery('place=E07000008,E07000010');
  await expect(page.getByRole('heading', { name: 'Cambridge and Fenland' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove Cambridge' }).click();
  await app.expectQuery('place=E07000010');
});

test('a county is chosen as a whole, and followed into the edition in which its councils merged', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  await app.chooseCouncil('northamptonshire', 'Northamptonshire county (7 districts)');
  await expect(page.getByRole('heading', { name: 'Northamptonshire' })).toBeVisible();
  await app.openMore();
  await app.chooseEdition('2025 edition');
  await expect(app.figures).toContainText('2025');
  await expect(app.headline).toBeVisible();
});

test('the dot on the curve is dragged, and dragging adds no step to "back"', async ({ page }) => {
  const app = new App(page);
  await app.openMissed('place=E08000035');
  await app.need.selectOption({ label: 'Older people on low incomes' });
  await expect(app.headline).toContainText('older people');
  await app.handle.scrollIntoViewIfNeeded();
  const box = await app.handle.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 10; step += 1) await page.mouse.move(x + step * 12, y);
  await page.mouse.up();
  const share = Number(await app.share.inputValue());
  expect(share).toBeGreaterThan(30);
  await app.expectQuery(`place=E08000035&need=older&share=${share}`);
  await page.goBack();
  await app.expectQuery('place=E08000035');
  await expect(app.headline).toContainText('people on low incomes');
  await page.goForward();
  await expect(app.share).toHaveValue(String(share));
});

test('a page can be presented, or used for a workshop, and both ways in are links', async ({ page }) => {
  const app = new App(page);
  await app.openMissed('share=35');
  await expect(page.getByRole('link', { name: 'Present this page' })).toHaveAttribute('href', '?v=2&data=iod2019&share=35&present=1');
  const session = page.getByRole('link', { name: 'Guided session for a workshop' });
  await expect(session).toHaveAttribute('href', '?v=2&data=iod2019&share=35&present=1&session=1');
});

test('text that is no number is told, and the number from before stays in use', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  await app.share.fill('a fifth');
  await app.share.blur();
  await expect(page.getByText('Type a number from 0 to 100, such as 20')).toBeVisible();
  await expect(app.bigNumber).toHaveText('69.5%');
  await app.share.fill('40');
  await expect(page.getByText('Type a number from 0 to 100, such as 20')).toBeHidden();
  await expect(app.headline).toContainText('40%');
});

test('how big the target must be is answered both ways', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  await app.openFurther('How big would the target have to be?');
  const section = page.getByTestId('how-big');
  await expect(section.getByRole('row', { name: 'half' })).toContainText('about 40.3%');
  await section.getByRole('textbox').fill('30.5');
  await expect(section.getByRole('status')).toContainText(/To reach 30.5% of people on low incomes here, target the most deprived about 20(\.\d)?% of areas in England/);
  await app.expectQuery('goal=30.5');
});

test('even a perfect map misses people, and the way back is there', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  await app.openFurther('Would a better map help?');
  const section = page.getByTestId('perfect-map');
  await section.getByRole('button', { name: 'Try the perfect map' }).click();
  // Both orders side by side, and why the perfect one reaches fewer here; nothing else on the page has changed.
  await expect(section.getByTestId('both-orders')).toHaveText(
    'Here the perfect map reaches 6.7 points less and misses 76.2% of people on low incomes, because its target is smaller: fewer people here live in it.',
  );
  const orders = section.getByRole('table', { name: 'The same target in both orders' });
  await expect(orders.getByRole('row', { name: 'Overall deprivation' })).toContainText('30.5%');
  await expect(orders.getByRole('row', { name: 'Low income itself' })).toContainText('23.8%');
  await expect(app.bigNumber).toHaveText('69.5%');
  await app.expectQuery('');
  await page.getByRole('button', { name: 'Use the perfect map on this page' }).click();
  await app.expectQuery('rank=need');
  await expect(app.bigNumber).toHaveText('76.2%');
  await page.getByRole('button', { name: 'Back to overall deprivation' }).click();
  await expect(app.bigNumber).toHaveText('69.5%');
});

test('every picture has its numbers as a table', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  await reveal(page, page.getByRole('table', { name: /Every fifth is home/ }));
  await expect(page.getByRole('table', { name: /Every fifth is home/ }).getByRole('row')).toHaveCount(6);
  await expect(page.getByRole('table', { name: /more deprived half of England’s areas/ }).getByRole('row')).toHaveCount(22);
  await expect(page.getByRole('table', { name: /Of every 100/ }).getByRole('row')).toHaveCount(3);
});

test('every measure of the target has a plain line of meaning', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  await app.openFurther('All measures of this target');
  const rows = page.getByRole('table', { name: 'All measures of this target' }).getByRole('row');
  await expect(rows).toHaveCount(11);
  await expect(rows.filter({ hasText: 'Precision' })).toContainText('23.1%');
  await expect(rows.filter({ hasText: 'Lift' })).toContainText('2.4 times');
});
