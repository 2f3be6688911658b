// What people do with the page, step by step. A step can be done again where it was left: that is what trying again means.

import { expect as usual } from '@playwright/test';

import { makeFile7 } from '../../e2e/support/file7.mjs';
import { makeRows, textOf } from '../../e2e/support/long-rows.mjs';
import { App } from '../../e2e/support/page.mjs';

const CAMBRIDGESHIRE = ['E06000031', 'E07000008', 'E07000009', 'E07000010', 'E07000011', 'E07000012'];

/** File 7 of some councils alone: all that a file has, in a hundredth of its size. */
function fileOf(codes, name) {
  const [head, ...rows] = makeFile7({ edition: 2019 }).split('\n');
  const some = rows.filter((row) => codes.some((code) => row.includes(`,${code},`)));
  return { name, mimeType: 'text/csv', buffer: Buffer.from([head, ...some, ''].join('\n')) };
}
export const FILE_7 = fileOf(CAMBRIDGESHIRE, 'Cambridgeshire.csv');
/** A file that an earlier visit left, of a place that no journey asks for. */
export const FILE_BEFORE = fileOf(['E06000017'], 'Before.csv');

const ROWS = 'name,score,people,value\nA,45,1000,76.1\nB,30,1200,79.4\nC,20,900,81.2\nD,10,1100,84.4\nE,5,1000,85.9\n';
const LONG = { name: 'long.csv', mimeType: 'text/csv', buffer: Buffer.from(textOf(makeRows(20_000))) };

/** A person at the page. `timeout` is how long they wait for what they asked for. */
export class Person {
  constructor(page, url, timeout) {
    Object.assign(this, { page, url, timeout, app: new App(page), expect: usual.configure({ timeout }) });
    page.setDefaultTimeout(timeout);
  }

  button(name, within = this.page) {
    return within.getByRole('button', { name }).locator('visible=true').first();
  }

  /** Presses what is under "Try again", if the page offers it. */
  async tryAgain() {
    const offered = this.page.getByRole('button', { name: 'Try again' }).or(this.page.getByRole('link', { name: 'Try again' })).locator('visible=true');
    let tries = 0;
    // What did not come in one go may be asked for in several places.
    for (; tries < 4 && (await offered.count()) > 0; tries += 1) {
      await offered.first().click().catch(() => {});
      await this.page.waitForTimeout(400);
    }
    return tries > 0;
  }

  /** Opens the panel of what can be done with the page; where it did not come, it is asked for again. */
  async openPanel(wanted) {
    if (!(await wanted.isVisible()) && !(await this.tryAgain())) await this.page.getByText('Save and share', { exact: true }).click();
  }

  /** Opens a link, or what the page offers instead of it when it did not open. */
  async open(query, isAgain) {
    if (!isAgain) await this.page.goto(`${this.url}${query}`);
    else if (!(await this.tryAgain())) await this.page.reload();
    await this.expect(this.page.getByRole('heading', { level: 1 }).locator('visible=true')).toBeVisible();
    await this.expect(this.page.locator('#starting')).toHaveCount(0);
  }

  async reload(isAgain) {
    if (!isAgain || !(await this.tryAgain())) await this.page.reload();
    await this.expect(this.page.getByRole('heading', { level: 1 }).locator('visible=true')).toBeVisible();
    await this.expect(this.page.locator('#starting')).toHaveCount(0);
  }

  /** Presses what makes a file, and has it. */
  async download(press) {
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()]);
    return download.suggestedFilename();
  }
}

const opens = (query) => [`open ${query}`, (p, isAgain) => p.open(query, isAgain)];
/** What a load of the page later has to bring back. */
const keeps = (what, check) => [
  `find ${what} after a load`,
  async (p, isAgain) => {
    await p.reload(isAgain);
    await check(p);
  },
  { isKept: true },
];

const rowsInUse = (p) => p.expect(p.page.getByTestId('rows-in-use')).toContainText(/rows of your own/);
const isRight = async (p) => {
  const right = p.button('This is right');
  const taken = p.page.getByTestId('rows-in-use').filter({ hasText: 'of your own' });
  const failed = p.page.locator('#rows-error:not([hidden])');
  await p.expect(right.or(taken).or(failed).first()).toBeVisible();
  if (await right.isVisible()) await right.click();
};

/** Each journey: what is kept from before, and its steps. */
export const JOURNEYS = {
  'the first answer': {
    before: ['pages', 'note', 'rows', 'file'],
    steps: [
      ['open the page and see the answer', async (p, isAgain) => {
        await p.open('./', isAgain);
        const show = p.button('Just show me');
        await p.expect(show.or(p.app.headline).first()).toBeVisible();
        if (await show.isVisible()) await show.click();
        await p.expect(p.app.headline).toBeVisible();
      }],
      ['move the slider', async (p) => {
        const before = await p.app.share.inputValue();
        await p.app.slider.press('ArrowRight');
        await p.expect(p.app.share).not.toHaveValue(before);
        await p.expect(p.app.headline).toContainText(`${Number(before) + 1}%`);
      }],
      ['read on', async (p) => {
        await p.expect(p.page.getByTestId('two-meanings')).toBeAttached();
        await p.expect(p.app.need).toBeVisible();
      }],
    ],
  },
  'a place and a need': {
    before: ['pages', 'note', 'rows'],
    steps: [
      opens('./?v=1'),
      ['choose Leeds', async (p) => {
        await p.expect(p.app.headline).toBeVisible();
        await p.app.council.fill('leeds');
        await p.page.getByRole('option', { name: 'Leeds', exact: true }).click();
        await p.expect(p.page.getByRole('heading', { name: /Leeds/ }).first()).toBeVisible();
        await p.expect(p.app.headline).toBeVisible();
      }],
      ['choose older people', async (p) => {
        await p.app.need.selectOption({ label: 'Older people on low incomes' });
        await p.expect(p.app.headline).toContainText('older people');
      }],
      ['go back to the need before', async (p) => {
        await p.app.need.selectOption({ label: 'People on low incomes' });
        await p.expect(p.app.headline).toContainText('people on low incomes');
      }],
    ],
  },
  'saved pages': {
    before: ['pages', 'note', 'rows'],
    steps: [
      opens('./?v=1&share=30'),
      ['save the page', async (p) => {
        const name = p.page.getByRole('textbox', { name: 'Name', exact: true });
        await p.openPanel(name);
        await name.fill('Mine');
        await p.button('Save').click();
        await p.expect(p.page.getByTestId('saved-as')).toContainText('Saved as');
      }],
      ['find it in the list', async (p) => {
        const list = p.page.getByTestId('saved-list');
        if (!(await list.isVisible())) await p.page.getByRole('link', { name: 'Saved pages' }).locator('visible=true').first().click();
        await p.expect(list).toContainText('Mine');
        await p.expect(list).toContainText('Kept before');
      }],
      ['rename it', async (p) => {
        const field = p.page.getByRole('textbox', { name: 'New name' });
        if (!(await field.isVisible())) await p.page.getByRole('button', { name: /^Rename “Mine/ }).first().click();
        await field.fill('Mine again');
        await field.press('Enter');
        await p.expect(p.page.getByTestId('saved-done')).toContainText('Mine again');
      }],
      keeps('the page', async (p) => {
        await p.expect(p.page.getByTestId('saved-list')).toContainText('Mine again');
        await p.expect(p.page.getByTestId('saved-list')).toContainText('Kept before');
      }),
      ['open it', async (p) => {
        await p.page.getByRole('link', { name: /^Mine again/ }).first().click();
        await p.expect(p.app.share).toHaveValue('30');
      }],
    ],
  },
  'rows of one’s own, kept under a name': {
    before: ['pages', 'note', 'table'],
    steps: [
      opens('./?view=gap'),
      ['use pasted rows', async (p) => {
        await p.page.getByRole('textbox', { name: 'Rows as text, headings first' }).fill(ROWS);
        await p.button('Use these rows').click();
        await isRight(p);
        await rowsInUse(p);
      }],
      ['keep them under a name', async (p) => {
        const kept = p.page.getByTestId('kept-tables');
        await p.expect(kept).toContainText('Table before');
        const mine = kept.getByRole('heading', { name: /^My rows/ }).first();
        // What was slow may have been done meanwhile.
        if (!(await mine.isVisible())) {
          await kept.getByRole('textbox', { name: 'Keep this table under the name' }).fill('My rows');
          await p.button('Keep it on this device').click();
        }
        await p.expect(mine).toBeVisible();
      }],
      keeps('rows and table', async (p) => {
        await rowsInUse(p);
        await p.expect(p.page.getByTestId('kept-tables').getByRole('heading', { name: /^My rows/ }).first()).toBeVisible();
        await p.expect(p.page.getByTestId('kept-tables').getByRole('heading', { name: 'Table before' })).toBeVisible();
      }),
    ],
  },
  'a long table from a file': {
    before: ['pages', 'note', 'table'],
    steps: [
      opens('./?view=gap'),
      ['use it', async (p) => {
        await p.page.getByLabel('Or choose a file').setInputFiles(LONG);
        const right = p.button('This is right');
        const inUse = p.page.getByTestId('rows-in-use').filter({ hasText: '20,000 rows of your own' });
        await p.expect(right.or(inUse).first()).toBeVisible({ timeout: 3 * p.timeout });
        if (await right.isVisible()) await right.click();
        await p.expect(inUse).toBeVisible();
      }],
    ],
  },
  'an official file': {
    before: ['pages', 'note', 'rows', 'file'],
    steps: [
      opens('./?view=data&v=1'),
      ['choose it', async (p) => {
        await p.page.getByLabel('Choose File 7 (CSV)').setInputFiles(FILE_7);
        await p.expect(p.app.outcome).toContainText('is in use');
      }],
      ['see its answer', async (p) => {
        const follow = p.page.getByRole('link', { name: 'See who gets missed with this file' });
        if (!(await p.app.headline.isVisible())) await follow.click();
        await p.expect(p.app.figures).toContainText('Exact: 487 single areas');
      }],
      keeps('the file', (p) => p.expect(p.app.figures).toContainText('Exact: 487 single areas')),
    ],
  },
  'a note': {
    before: ['pages', 'note', 'rows'],
    steps: [
      opens('./?view=note&v=1'),
      ['write into it', async (p) => {
        const field = p.page.getByRole('textbox', { name: 'Text of “The decision”' });
        await p.expect(p.page.getByTestId('note')).toContainText('would be missed');
        if (!(await field.isVisible())) await p.page.getByRole('button', { name: 'Edit “The decision”' }).click();
        await field.fill('For 1,000 homes.');
        await p.button('Keep this text').click();
        await p.expect(p.page.getByTestId('note')).toContainText('For 1,000 homes.');
        await p.expect(p.page.getByTestId('note')).toContainText('Written before');
      }],
      ['download it', async (p) => {
        const tools = p.page.getByRole('form', { name: 'What to do with the note' });
        await p.download(() => tools.getByRole('button', { name: /Markdown/ }).click());
      }],
      ['print it', async (p) => {
        await p.button(/^Print/).click();
        await p.expect(p.page.getByTestId('note')).toContainText('For 1,000 homes.');
      }],
      keeps('the words', async (p) => {
        await p.expect(p.page.getByTestId('note')).toContainText('For 1,000 homes.');
        await p.expect(p.page.getByTestId('note')).toContainText('Written before');
      }),
    ],
  },
  'passing it on': {
    before: ['pages', 'note', 'rows'],
    steps: [
      opens('./?v=1&share=30'),
      ['copy the link', async (p) => {
        await p.expect(p.app.headline).toBeVisible();
        await p.button('Copy link to this page').click();
        await p.expect(p.page.getByText('Link copied', { exact: true }).first()).toBeVisible();
      }],
      ['copy it in the panel', async (p) => {
        const copy = p.button('Copy the link');
        await p.openPanel(copy);
        await copy.click();
        await p.expect(p.page.getByText(/^(?:Link )?[Cc]opied/).locator('visible=true').last()).toBeVisible();
      }],
      ['share it another way', async (p) => {
        const share = p.button('Share another way');
        await p.openPanel(share);
        await share.click();
        await p.expect(p.app.headline).toBeVisible();
      }],
      ['save a picture', async (p) => {
        const picture = p.button(/^Download: Picture/);
        if (!(await picture.isVisible())) await p.page.locator('details.figure__numbers:not([open]) > summary').locator('visible=true').first().click();
        await p.download(() => picture.click());
      }],
    ],
  },
  'a frame for a site': {
    before: ['pages', 'note', 'rows'],
    steps: [
      opens('./?view=site&v=1'),
      ['choose Leeds', async (p) => {
        await p.app.council.fill('leeds');
        await p.page.getByRole('option', { name: 'Leeds', exact: true }).click();
        await p.expect(p.page.getByRole('textbox', { name: 'Code for your web page' })).toHaveValue(/E08000035/);
      }],
      ['copy the code', async (p) => {
        await p.button(/^Copy the code/).click();
        await p.expect(p.page.getByText(/copied/i).locator('visible=true').first()).toBeVisible();
      }],
    ],
  },
  'a session': {
    before: ['pages', 'note', 'rows'],
    steps: [
      opens('./?v=1&present=1&session=1&step=1&place=E08000035'),
      ['guess', async (p) => {
        const guess = p.page.getByRole('textbox', { name: /^Your guess/ });
        await guess.fill('60');
        await guess.press('Enter');
        await p.expect(p.page.getByRole('button', { name: 'Remove the guess 60%' }).first()).toBeVisible();
      }],
      ['go on', async (p) => {
        await p.page.getByRole('button', { name: 'Next', exact: true }).click();
        await p.expect(p.page.getByRole('navigation', { name: 'Steps' })).toContainText('Step 3 of');
      }],
      ['fill the screen', async (p) => {
        const fill = p.button('Full screen');
        if (await fill.isVisible()) await fill.click();
        await p.expect(p.page.getByRole('navigation', { name: 'Steps' })).toContainText('Step 3 of');
      }],
      ['find the guess after a load', async (p, isAgain) => {
        await p.reload(isAgain);
        const steps = p.page.getByRole('navigation', { name: 'Steps' });
        await p.expect(steps).toContainText(/Step [23] of/);
        if (/Step 3 /.test(await steps.innerText())) await p.page.getByRole('button', { name: 'Back', exact: true }).click();
        await p.expect(p.page.getByRole('button', { name: 'Remove the guess 60%' }).first()).toBeVisible();
      }, { isKept: true }],
    ],
  },
  'another part': {
    before: ['pages', 'note', 'rows'],
    steps: [
      opens('./?v=1&share=35'),
      ['compare offers', async (p) => {
        const heading = p.page.getByRole('heading', { level: 1, name: /^Offer it to everyone/ });
        if (!(await heading.isVisible())) await p.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Compare offers' }).click();
        await p.expect(heading).toBeVisible();
        await p.expect(p.page.getByTestId('comparison')).toBeVisible();
      }],
      ['look at the figures', async (p) => {
        const heading = p.page.getByRole('heading', { level: 1, name: 'The figures' });
        if (!(await heading.isVisible())) await p.page.getByRole('contentinfo').getByRole('link', { name: 'Figures' }).click();
        await p.expect(heading).toBeVisible();
        await p.expect(p.page.getByLabel('Choose File 7 (CSV)')).toBeAttached();
      }],
      ['come back', async (p) => {
        const nav = p.page.getByRole('navigation', { name: 'Pages' });
        if (!(await p.app.headline.isVisible())) await nav.getByRole('link', { name: 'One place' }).click();
        await p.expect(p.app.headline).toBeVisible();
        await p.expect(p.app.share).toHaveValue('35');
      }],
    ],
  },
};
