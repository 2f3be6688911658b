// The evidence note: written from the choices, edited, printed and downloaded.

import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { App, openFolds } from './support/page.mjs';
import { pagesOf } from './support/pdf.mjs';

test.beforeEach(({ page }) => openFolds(page));

class Note extends App {
  constructor(page) {
    super(page);
    this.paper = page.getByTestId('note');
    this.tools = page.getByRole('form', { name: 'What to do with the note' });
  }

  async openNote(query = '') {
    await this.open(`view=note${query ? `&${query}` : ''}`);
    await expect(this.chapter('In short')).toContainText('would be missed');
  }

  chapter(name) {
    // On a phone the heading is what opens the chapter.
    return this.paper.locator('section', { has: this.page.locator('h3', { hasText: new RegExp(`^${name}$`) }) });
  }

  async write(chapter, text) {
    await this.page.getByRole('button', { name: `Edit “${chapter}”` }).click();
    await this.page.getByRole('textbox', { name: `Text of “${chapter}”` }).fill(text);
    await this.page.getByRole('button', { name: 'Keep this text' }).click();
  }

  async download(name) {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.tools.getByRole('button', { name }).click(),
    ]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  }
}

// A word processor, where one is at hand: `make test-all` gets one.
const OFFICE = ['libreoffice', 'soffice'].find((name) => spawnSync(name, ['--version']).status === 0);

// The longest there is: five offers, every assumption in use, a link with many changes.
const LONGEST =
  'note=offers&start=vaccination&offers=universal,area,need,group,proportionate&share=35.5&cut=local&funding=budget' +
  '&budget=300000&scope=contact&stigma=5&place=E06000031,E07000008,E07000009,E07000010,E07000011,E07000012';

test('a note is about what was looked at before', async ({ page }) => {
  const note = new Note(page);
  await note.open('view=strategies&place=E08000035');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Evidence note' }).click();
  await expect(note.paper.getByRole('heading', { level: 2 })).toHaveText(/^Covid-19 vaccination in Leeds/);
  await expect(note.chapter('The options, in numbers')).toContainText('in brackets', { ignoreCase: true });
  await page.getByRole('radio', { name: 'the target', exact: true }).check();
  await expect(note.paper.getByRole('heading', { level: 2 })).toHaveText('A target by area in Leeds: who would be missed?');
  await expect(note.chapter('What is assumed')).toHaveCount(0);
  await note.expectQuery('view=note&place=E08000035');
});

test('text is edited by keyboard alone, kept while the results change, marked as old, and taken back', async ({ page }) => {
  const note = new Note(page);
  await note.openNote();
  const edit = page.getByRole('button', { name: 'Edit “The decision”' });
  await edit.focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Text of “The decision”' });
  await expect(field).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Warm packs for those who need them.\n\n- Who: the council\n- When: <b>May</b>');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(edit).toBeFocused();
  const decision = note.chapter('The decision');
  await expect(decision.getByRole('listitem')).toHaveText(['Who: the council', 'When: <b>May</b>']);
  await expect(decision).toContainText('Your own words');

  await note.write('In short', 'We miss 69.5%.');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'One place' }).click();
  await note.share.fill('40');
  await note.share.blur();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Evidence note' }).click();
  await expect(note.chapter('In short')).toContainText('We miss 69.5%.');
  await expect(note.chapter('In short').getByRole('note')).toContainText('The results have changed');
  await page.getByRole('button', { name: 'Undo my changes to “In short”' }).click();
  await expect(note.chapter('In short')).toContainText('would be missed');
});

test('one’s own words are there after a reload, can be removed, and brought back', async ({ page }) => {
  const note = new Note(page);
  await note.openNote();
  await note.tools.getByLabel('Title').fill('Warm packs');
  await note.write('The decision', 'For 1,000 homes.');
  await expect(note.tools).toContainText('kept in this browser until you remove them');
  await page.reload();
  await expect(note.paper.getByRole('heading', { level: 2 })).toHaveText('Warm packs');
  await expect(note.chapter('The decision')).toContainText('For 1,000 homes.');
  await page.getByRole('button', { name: 'Remove all my words' }).click();
  await expect(note.chapter('The decision')).toContainText('The proposal is to offer a service');
  await page.getByRole('button', { name: 'Bring my words back' }).click();
  await expect(note.paper.getByRole('heading', { level: 2 })).toHaveText('Warm packs');
});

test('a table is filled in by keyboard alone, kept, printed and put into every file', async ({ page }) => {
  const note = new Note(page);
  await note.openNote();
  const known = page.getByRole('textbox', { name: 'Disability: what is known here' });
  await known.focus();
  await page.keyboard.type('2,100 disabled people <b>');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Disability: what the proposal does to them' })).toBeFocused();
  const groups = page.getByRole('table', { name: 'Group by group' });
  await expect(groups.getByRole('columnheader')).toHaveCount(5);
  await expect(groups.getByRole('rowheader')).toHaveCount(18);
  await page.getByRole('textbox', { name: 'Approved by: name and role' }).fill('A. Smith, chair');
  await page.reload();
  await expect(known).toHaveValue('2,100 disabled people <b>');

  // Results that change leave what was written where it was.
  await page.getByRole('radio', { name: 'the offers compared' }).check();
  await expect(note.chapter('What is assumed')).toBeVisible();
  await expect(known).toHaveValue('2,100 disabled people <b>');
  await page.getByRole('radio', { name: 'the target', exact: true }).check();

  const { pages } = await pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  expect(pages.join('')).toContain('2,100disabledpeople<b>');
  expect(pages.at(-1)).toContain('A.Smith,chair');
  const html = await note.download('Download as web page (HTML)');
  expect(html.text).toContain('<td>2,100 disabled people &lt;b&gt;</td>');
  const markdown = await note.download('Download as text (Markdown)');
  expect(markdown.text).toContain('| A. Smith, chair |');

  await known.fill('');
  await page.reload();
  await expect(known).toHaveValue('');
  await page.getByRole('button', { name: 'Remove all my words' }).click();
  await expect(page.getByRole('textbox', { name: 'Approved by: name and role' })).toHaveValue('');
});

test('on a phone a table to fill is rows below each other, each field with its heading', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  const note = new Note(page);
  await note.openNote();
  const row = page.getByRole('table', { name: 'Group by group' }).getByRole('row', { name: /^Carers/ });
  await expect(row.getByRole('rowheader')).toHaveText('Carers');
  const fields = row.getByRole('textbox');
  await expect(fields).toHaveCount(3);
  const boxes = await Promise.all([0, 1, 2].map((at) => fields.nth(at).boundingBox()));
  for (const [at, { x, y, width }] of boxes.entries()) {
    expect(x + width).toBeLessThanOrEqual(375);
    expect(width).toBeGreaterThan(250);
    if (at > 0) expect(y).toBeGreaterThan(boxes[at - 1].y);
  }
  await expect(row.getByText('What is known here')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});

test('where the browser keeps nothing the note works, and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  const note = new Note(page);
  await note.openNote();
  await note.write('The decision', 'For 1,000 homes.');
  await expect(note.chapter('The decision')).toContainText('For 1,000 homes.');
  await expect(note.tools).toContainText('This browser keeps nothing here');
});

test('writing that is cancelled changes nothing', async ({ page }) => {
  const note = new Note(page);
  await note.openNote();
  const before = await note.chapter('Engagement').innerText();
  await page.getByRole('button', { name: 'Edit “Engagement”' }).click();
  await page.getByRole('textbox', { name: 'Text of “Engagement”' }).fill('Why?');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await note.chapter('Engagement').innerText()).toBe(before);
});

test('the downloads hold the note with one’s own words, as text', async ({ page }) => {
  const note = new Note(page);
  await note.openNote('share=30');
  await note.tools.getByLabel('Title').fill('Warm packs <script>alert(1)</script>');
  await note.tools.getByLabel('Prepared by (optional)').fill('A. Smith');
  await note.write('The decision', 'Warm packs for 1,000 homes.');
  const html = await note.download('Download as web page (HTML)');
  expect(html.name).toBe('who-gets-missed-evidence-note.html');
  expect(html.text).toContain('<h1>Warm packs &lt;script&gt;alert(1)&lt;/script&gt;</h1>');
  expect(html.text).not.toContain('<script');
  for (const text of ['A. Smith', 'Warm packs for 1,000 homes.', 'Open Government Licence v3.0', 'share=30', 'Exclusion error']) {
    expect(html.text).toContain(text);
  }
  const markdown = await note.download('Download as text (Markdown)');
  expect(markdown.name).toBe('who-gets-missed-evidence-note.md');
  expect(markdown.text).toMatch(/^# Warm packs \\<script\\>/);
  expect(markdown.text).toContain('| Coverage |');
  await expect(note.tools.getByRole('status')).toHaveText('Downloaded');
  // Nothing in the Word file is packed but its pictures.
  const [word] = await Promise.all([page.waitForEvent('download'), note.tools.getByRole('button', { name: 'Download for Word (.docx)' }).click()]);
  expect(word.suggestedFilename()).toBe('who-gets-missed-evidence-note.docx');
  const file = await readFile(await word.path());
  expect(file.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  const parts = file.toString('utf8');
  for (const text of ['Warm packs &lt;script&gt;alert(1)&lt;/script&gt;', 'A. Smith', 'Warm packs for 1,000 homes.', 'word/media/picture2.png']) {
    expect(parts).toContain(text);
  }
  expect(parts).not.toContain('<script');

  // The downloaded page opens by itself, with its pictures, and fetches nothing.
  const requests = [];
  await page.goto('about:blank');
  page.on('request', (request) => requests.push(request.url()));
  await page.setContent(html.text);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Warm packs <script>alert(1)</script>');
  await expect(page.locator('figure svg').first()).toBeVisible();
  expect(requests).toEqual([]);
});

// The same as a programme, which brings seven more assumptions and what an averted death costs.
const PROGRAMME =
  'note=offers&start=vaccination&offers=universal,area,need,group,proportionate&share=35.5&cut=local&funding=budget&budget=300000' +
  '&scope=contact&stigma=5&place=E06000031,E07000008,E07000009&eligible=share&against=present&averts=deaths&years=10&discount=3.5' +
  '&worth=60000';

for (const [name, query, most] of [
  ['on areas', '', 5],
  ['on offers', 'note=offers', 6],
  ['on offers, the longest there is', LONGEST, 6],
  ['on five offers made a programme', PROGRAMME, 6],
  [
    'on a programme',
    'note=offers&place=E08000035&start=health-check&against=present&averts=deaths&years=10&discount=3.5&worth=60000&price-year=2024' +
      '&why-present-most=Bristol%2C+BMC+Health+Services+Research%7C2018',
    6,
  ],
]) {
  test(`a note ${name} prints on at most ${most} A4 pages, and no table or picture is cut`, async ({ page }) => {
    const note = new Note(page);
    await note.openNote(query);
    if (query) await expect(note.chapter('The options, in numbers')).toContainText('In brackets');
    const exhibits = await note.paper.locator('.sheet__table, .sheet__picture').evaluateAll((all) =>
      all.map((exhibit) => ({
        first: exhibit.querySelector('h4, figcaption').innerText,
        // A table to fill or a long one may go on to the next page row by row, but its headings never stand alone.
        last: [...exhibit.querySelectorAll('tbody th')].at(exhibit.matches('.form, :has(.form), :has(tbody tr:nth-child(9))') ? 0 : -1)
          ?.innerText,
        count: exhibit.querySelectorAll('tbody tr').length,
      })),
    );
    expect(exhibits.length).toBeGreaterThan(3);
    const { pages, pictures } = await pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    expect(pages.length).toBeLessThanOrEqual(most);
    for (const { first, last } of exhibits.filter(({ last }) => last)) {
      const on = pages.findIndex((text) => text.includes(first.replace(/\s+/g, '')));
      expect(pages[on], `${first} begins on page ${on + 1}`).toContain(last.replace(/\s+/g, ''));
    }
    expect(pictures).toBeGreaterThan(0);
    const all = pages.join('');
    // What belongs to the page and not to the note stays off the paper.
    for (const text of ['Edit“', 'PrintorsaveasPDF', 'Comparewithothers']) expect(all).not.toContain(text);
    expect(all).toContain('OpenGovernmentLicencev3.0');
  });
}

for (const [name, query, most] of [
  ['on areas', '', 5],
  ['on five offers made a programme', PROGRAMME, 6],
]) {
  test(`a word processor opens the Word file of a note ${name}, on at most ${most} pages`, async ({ page }, info) => {
    test.skip(!OFFICE, 'no LibreOffice on this machine');
    const note = new Note(page);
    await note.openNote(query);
    if (query) await expect(note.chapter('The options, in numbers')).toContainText('In brackets');
    const [download] = await Promise.all([page.waitForEvent('download'), note.tools.getByRole('button', { name: /Word/ }).click()]);
    const file = info.outputPath('note.docx');
    await download.saveAs(file);
    const profile = `-env:UserInstallation=file://${info.outputPath('profile')}`;
    const { status, stderr } = spawnSync(OFFICE, [profile, '--headless', '--convert-to', 'pdf', '--outdir', info.outputPath('.'), file], {
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    const { pages, pictures } = await pagesOf(await readFile(info.outputPath('note.pdf')));
    expect(pages.length).toBeLessThanOrEqual(most);
    expect(pictures).toBeGreaterThan(0);
    for (const text of ['Groupbygroup', 'Sign-off', 'OpenGovernmentLicencev3.0']) expect(pages.join('')).toContain(text);
  });
}

for (const width of [1280, 320]) {
  test(`axe finds nothing while a text is written, at ${width} px`, async ({ page }) => {
    const note = new Note(page);
    await page.setViewportSize({ width, height: 800 });
    await note.openNote('note=offers');
    await note.write('In short', 'Our own.');
    await page.getByRole('button', { name: 'Edit “The decision”' }).click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test.describe('two tabs', () => {
  test('a field that is filled in one is filled in the other, and can be changed there', async ({ page, context }) => {
    const [here, there] = [new Note(page), new Note(await context.newPage())];
    await here.openNote();
    await there.openNote();
    const owner = (of) => of.page.getByRole('textbox', { name: 'Another risk: owner' });
    await owner(there).fill('A. Smith');
    await expect(owner(here)).toHaveValue('A. Smith');
    await owner(here).fill('B. Jones');
    await expect(owner(there)).toHaveValue('B. Jones');
  });

  const kept = (page) => page.evaluate(() => localStorage.getItem('who-gets-missed-note'));

  test('what is written in one is in the other, and neither takes anything from the other', async ({ page, context }) => {
    const [here, there] = [new Note(page), new Note(await context.newPage())];
    await here.openNote('share=30');
    await there.openNote('share=30');
    await here.tools.getByLabel('Title').fill('Warm homes');
    await there.tools.getByLabel('Prepared by (optional)').fill('A. Smith');
    await here.write('The decision', 'Everyone over 75.');
    await there.write('Engagement', 'Who pays?');
    for (const tab of [here, there]) {
      await expect(tab.tools.getByLabel('Title')).toHaveValue('Warm homes');
      await expect(tab.tools.getByLabel('Prepared by (optional)')).toHaveValue('A. Smith');
      await expect(tab.chapter('The decision')).toContainText('Everyone over 75.');
      await expect(tab.chapter('Engagement')).toContainText('Who pays?');
    }
    // A third one, opened later, has it all and changes nothing of it.
    const before = await kept(page);
    const later = new Note(await context.newPage());
    await later.openNote('share=30');
    await expect(later.chapter('The decision')).toContainText('Everyone over 75.');
    expect(await kept(page)).toBe(before);
  });

  test('where both wrote the same chapter, both texts are there and the person says which stays', async ({ page, context }) => {
    const [here, there] = [new Note(page), new Note(await context.newPage())];
    await here.openNote('share=30');
    await there.openNote('share=30');
    await page.getByRole('button', { name: 'Edit “The decision”' }).click();
    await page.getByRole('textbox', { name: 'Text of “The decision”' }).fill('Ours.');
    await there.write('The decision', 'Theirs.');
    await page.getByRole('button', { name: 'Keep this text' }).locator('visible=true').click();
    const question = here.tools.getByRole('group', { name: '“The decision” was also changed in another tab, to this:' });
    await expect(question).toContainText('Theirs.');
    await expect(here.chapter('The decision')).toContainText('Ours.');
    await question.getByRole('button', { name: 'Use these words' }).click();
    await expect(question).toHaveCount(0);
    for (const tab of [here, there]) {
      await expect(tab.chapter('The decision')).toContainText('Theirs.');
      await expect(tab.tools.getByRole('group', { name: /also changed/ })).toHaveCount(0);
    }
  });

  test('words of a later version stay as they are, and words that cannot be read are put aside', async ({ page }) => {
    const note = new Note(page);
    await note.openNote('share=30');
    const later = '{"version":2,"title":{"text":"Ours"}}';
    await page.evaluate((later) => localStorage.setItem('who-gets-missed-note', later), later);
    await page.reload();
    await expect(note.tools).toContainText('A newer version of this page has your words here');
    await note.tools.getByLabel('Title').fill('For this visit');
    await expect(note.paper.getByRole('heading', { level: 2 })).toHaveText('For this visit');
    expect(await kept(page)).toBe(later);

    await page.evaluate(() => localStorage.setItem('who-gets-missed-note', 'half a te'));
    await page.reload();
    await expect(note.tools).toContainText('Your own words are kept');
    await note.tools.getByLabel('Title').fill('New');
    expect(await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes('put-aside')))).toEqual([
      ['who-gets-missed-note-put-aside', 'half a te'],
    ]);
  });
});
