// Own rows of the view about the gap, as a person brings them.

import { expect } from '@playwright/test';

import { App } from './page.mjs';

export class OwnRows extends App {
  constructor(page) {
    super(page);
    this.rows = page.getByRole('textbox', { name: 'Rows as text, headings first' });
    this.use = page.getByRole('button', { name: 'Use these rows' });
    this.right = page.getByRole('button', { name: 'This is right' });
    this.inUse = page.getByTestId('rows-in-use');
    this.error = page.getByTestId('rows-error');
    this.reading = page.getByTestId('reading');
    this.warnings = page.getByTestId('reading-warnings');
    this.joins = page.getByRole('region', { name: 'Take deprivation and people from another table' });
    this.answer = page.getByTestId('gap-answer');
    this.tables = page.getByTestId('kept-tables');
  }

  async openRows(query = '') {
    await this.open(`view=gap${query ? `&${query}` : ''}`);
    await expect(this.rows).toBeVisible();
  }

  /** Puts rows into the field and asks for them to be used. */
  async bring(text) {
    await this.rows.fill(text);
    await this.use.click();
  }

  /** Says that rows are read right, where something about them was guessed. */
  async isRight() {
    const failed = this.page.locator('#rows-error:not([hidden])');
    const taken = this.page.getByTestId('rows-outcome').filter({ hasText: 'in use' });
    await expect(this.right.or(failed).or(taken).first()).toBeVisible();
    if (await this.right.isVisible()) await this.right.click();
  }

  /** Keeps the table in use under a name. */
  async keep(name) {
    await this.tables.getByRole('textbox', { name: 'Keep this table under the name' }).fill(name);
    await this.tables.getByRole('button', { name: 'Keep it on this device' }).click();
    await expect(this.tables.getByRole('heading', { name, exact: true })).toBeVisible();
  }
}
