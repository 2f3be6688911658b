// The app as a person finds it: by role and name.

import { expect } from '@playwright/test';

/** A link as the page writes it: its version, the view, the edition of 2019 unless there is another, the rest. */
export function written(query) {
  const pairs = query.split('&').filter(Boolean);
  if (pairs[0]?.startsWith('v=')) return query;
  const view = pairs[0]?.startsWith('view=') ? [pairs.shift()] : [];
  const edition = pairs[0]?.startsWith('data=') ? [pairs.shift()] : ['data=iod2019'];
  return ['v=2', ...view, ...edition, ...pairs].filter((pair) => pair !== 'data=iod2025').join('&');
}

export class App {
  constructor(page) {
    this.page = page;
    this.council = page.getByRole('combobox', { name: 'Council or area' });
    this.need = page.getByRole('combobox', { name: 'Who needs to be reached' });
    this.slider = page.getByRole('slider', { name: 'Target the most deprived' });
    this.handle = page.getByRole('slider', { name: 'Size of the target' });
    this.share = page.getByRole('textbox', { name: /^Target the most deprived/ });
    this.headline = page.getByTestId('headline');
    this.bigNumber = page.getByTestId('big-number').locator('strong');
    this.figures = page.getByTestId('figures');
    this.errors = page.getByTestId('error-summary');
    this.outcome = page.getByTestId('file-outcome');
  }

  /** Opens a link of version 1, that is with figures of 2019, which most claims are about; `null` is an address without choices. */
  async open(query = '') {
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
    await expect.poll(() => new URL(this.page.url()).search.replace(/^\?/, '')).toBe(written(query));
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

  /** One tap beside the place. */
  async chooseEdition(name) {
    await this.page.getByRole('group', { name: 'Figures from' }).getByRole('radio', { name }).check();
  }

  async openMore() {
    await this.page.getByText('More choices').click();
  }

  async addFile(file) {
    await this.page.getByLabel('Choose File 7 (CSV)').setInputFiles(file);
  }
}
