// The app as a person finds it: by role and name.

import { expect } from '@playwright/test';

export class App {
  constructor(page) {
    this.page = page;
    this.council = page.getByRole('combobox', { name: 'Council or area' });
    this.need = page.getByRole('combobox', { name: 'Who needs to be reached' });
    this.edition = page.getByRole('combobox', { name: 'Figures from' });
    this.slider = page.getByRole('slider', { name: 'Target the most deprived' });
    this.handle = page.getByRole('slider', { name: 'Size of the target' });
    this.share = page.getByRole('textbox', { name: /^Target the most deprived/ });
    this.headline = page.getByTestId('headline');
    this.bigNumber = page.getByTestId('big-number').locator('strong');
    this.figures = page.getByTestId('figures');
    this.errors = page.getByTestId('error-summary');
    this.outcome = page.getByTestId('file-outcome');
  }

  async open(query = '') {
    await this.page.goto(`./${query ? `?${query}` : ''}`);
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  /** Opens the first view and waits for its answer. */
  async openMissed(query = '') {
    await this.open(query);
    await expect(this.headline).toBeVisible();
  }

  /** The query of the address once it has caught up with the page. */
  async expectQuery(query) {
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

  async openMore() {
    await this.page.getByText('More choices').click();
  }

  async addFile(file) {
    await this.page.getByLabel('Choose File 7 (CSV)').setInputFiles(file);
  }
}
