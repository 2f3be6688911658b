// The app as a person finds it: by role and name.

import { expect } from '@playwright/test';

/** What a link says, however it is written: the edition, then the other choices. A link without a version is of the first. */
function meaning(query) {
  const pairs = query.split('&').filter(Boolean);
  if (pairs.length === 0) return 'today';
  const value = (key) => pairs.find((pair) => pair.startsWith(`${key}=`))?.slice(key.length + 1);
  const edition = value('data') ?? ((value('v') ?? '1') === '1' ? 'iod2019' : 'iod2025');
  return [edition, ...pairs.filter((pair) => !/^(?:v|data)=/.test(pair))].join('&');
}

/** Opens what is folded below an answer, and the numbers and files of each picture, until something is in sight. */
export async function reveal(page, wanted) {
  // The link says that rural areas are open, so those are left.
  const places = ['.further > details:not(.rural-part)', 'details.figure__numbers', 'details.all-downloads'];
  const closed = page.locator(places.map((place) => `${place}:not([open]) > summary`).join()).filter({ visible: true });
  await expect(async () => {
    while (!(await wanted.isVisible()) && (await closed.count()) > 0) await closed.first().click();
    await expect(wanted).toBeVisible({ timeout: 1000 });
  }).toPass();
}

/** As somebody who has guessed in this visit, or passed it over: an address without choices shows the answer. */
export const hasGuessed = (page) => page.addInitScript(() => {
  try {
    sessionStorage.setItem('who-gets-missed-guess', '1');
  } catch {
    // A frame without an origin of its own keeps nothing, and is not asked.
  }
});

/** Opens all that is folded, and what is folded inside it, which may come a moment later. */
export async function unfold(page, within = page) {
  const closed = within.locator('details:not([open]) > summary').filter({ visible: true });
  do {
    while ((await closed.count()) > 0) await closed.first().click();
    await page.waitForLoadState('networkidle');
  } while ((await closed.count()) > 0);
}

/** Opens what is folded as a part of an argument as soon as it is there: for claims about what is inside, not about the folding. */
export async function openFolds(page) {
  await page.addInitScript(() => {
    const open = () => document.querySelectorAll('details.folded-on-screen:not([open], [data-was-open])').forEach((details) => {
      details.dataset.wasOpen = '';
      details.open = true;
    });
    new MutationObserver(open).observe(document, { childList: true, subtree: true });
  });
}

export class App {
  constructor(page) {
    this.page = page;
    this.council = page.getByRole('combobox', { name: 'Council or area' });
    this.need = page.getByRole('combobox', { name: 'Who needs to be reached' });
    this.slider = page.getByRole('slider', { name: /^Target (the most deprived|those most in need)$/ });
    this.handle = page.getByRole('slider', { name: 'Size of the target' });
    this.share = page.getByRole('textbox', { name: /^Target (the most deprived|those most in need)/ });
    this.headline = page.getByTestId('headline');
    this.bigNumber = page.getByTestId('big-number').locator('strong');
    this.figures = page.getByTestId('figures');
    this.errors = page.getByTestId('error-summary');
    this.outcome = page.getByTestId('file-outcome');
    this.ownFiles = page.getByTestId('own-files');
    this.editions = page.getByRole('group', { name: 'Figures from' });
  }

  /**
   * Opens a link of version 1, that is with figures of 2019, which most claims are about; `null` is an address without choices,
   * as somebody sees it who has guessed in this visit.
   */
  async open(query = '') {
    if (query === null) await hasGuessed(this.page);
    await this.page.goto(query === null ? './' : `./?${query || 'v=1'}`);
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  /** Opens the first view and waits for its answer. */
  async openMissed(query = '') {
    await this.open(query);
    await expect(this.headline).toBeVisible();
  }

  /** The query of the address once it has caught up with the page. */
  async expectQuery(query) {
    const expected = query === '' ? ['iod2019', 'today'] : [meaning(query)];
    await expect.poll(() => expected.includes(meaning(new URL(this.page.url()).search.replace(/^\?/, ''))) || this.page.url()).toBe(true);
  }

  /** The query of the address as somebody else wrote it. */
  async expectAddress(query) {
    await expect.poll(() => new URL(this.page.url()).search.replace(/^\?/, '')).toBe(query);
  }

  /** What the first view says, to compare before and after. */
  async answer() {
    return {
      big: await this.bigNumber.innerText(),
      headline: await this.headline.innerText(),
      figures: await this.figures.innerText(),
      share: await this.share.inputValue(),
      council: await this.council.inputValue(),
    };
  }

  async chooseCouncil(typed, name) {
    await this.council.fill(typed);
    await this.page.getByRole('option', { name, exact: true }).click();
  }

  /** Goes to another link of the same page without loading it again. */
  async follow(query) {
    await this.page.evaluate((address) => {
      history.pushState(1, '', address);
      dispatchEvent(new PopStateEvent('popstate', { state: 1 }));
    }, `?${query}`);
  }

  /** One tap beside the place. */
  async chooseEdition(name) {
    await this.editions.getByRole('radio', { name }).check();
  }

  async openMore() {
    await this.page.getByText('More choices').click();
  }

  /** Opens something further below the answer. */
  async openFurther(name) {
    await this.page.locator('.further > details:not([open]) > summary', { hasText: name }).click();
  }

  async addFile(file) {
    await this.page.getByLabel('Choose File 7 (CSV)').setInputFiles(file);
  }
}
