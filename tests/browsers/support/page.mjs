// The page as a person finds it, by role and name, in any browser that speaks WebDriver.

import assert from 'node:assert/strict';

import { By, Key } from 'selenium-webdriver';

const PATIENCE = 15_000;

/** Elements that can have a role. The browser itself then tells the role and the name. */
const MAY_BE = {
  button: 'button, [role=button]',
  checkbox: 'input[type=checkbox]',
  combobox: 'select, [role=combobox]',
  heading: 'h1, h2, h3',
  link: 'a[href]',
  navigation: 'nav',
  option: '[role=option]',
  slider: 'input[type=range], [role=slider]',
  table: 'table',
  textbox: 'input, textarea',
};

/** Asks until `ask` gives something; an element that went away meanwhile is looked for again. */
export async function until(what, ask) {
  const end = Date.now() + PATIENCE;
  let last;
  for (;;) {
    try {
      last = await ask();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) assert.fail(`not within ${PATIENCE / 1000} s: ${what} (last: ${last})`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

export const plain = (text) => text.replace(/\s+/g, ' ').trim();

export class Page {
  constructor(driver) {
    this.driver = driver;
  }

  /** Opens an address and waits for its title on the page. */
  async open(address) {
    await this.driver.get(address);
    await this.find('heading', /./);
  }

  /** The first element that is seen and has the role and the name, a text or a pattern. */
  find(role, name) {
    return until(`${role} “${name}”`, async () => {
      for (const element of await this.driver.findElements(By.css(MAY_BE[role]))) {
        // WebKit tells no name of what is not shown.
        if (!(await element.isDisplayed())) continue;
        const own = plain(await element.getAccessibleName());
        if (name instanceof RegExp ? name.test(own) : own === name) return element;
      }
      return undefined;
    });
  }

  /** The first element for which CSS stands, with a text in it. */
  text(css, pattern = /./) {
    return until(`${pattern} in ${css}`, async () => {
      const text = await this.driver.executeScript('return document.querySelector(arguments[0])?.textContent', css);
      return text && pattern.test(plain(text)) && plain(text);
    });
  }

  testId(id, pattern) {
    return this.text(`[data-testid="${id}"]`, pattern);
  }

  async click(role, name) {
    const element = await this.find(role, name);
    await this.show(element);
    await element.click();
  }

  /** Opens a `details` by the text of its summary. */
  async unfold(text) {
    const summary = await until(`“${text}”`, async () => {
      for (const element of await this.driver.findElements(By.css('summary'))) {
        if (plain(await element.getText()) === text) return element;
      }
      return undefined;
    });
    await this.show(summary);
    await summary.click();
  }

  show(element) {
    return this.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
  }

  /** As a person reloads; WebDriver's own way goes past what Firefox has kept. */
  async reload() {
    await this.driver.executeScript('globalThis.isOld = true; location.reload()');
    await until('the page is loaded again', () => this.driver.executeScript('return !globalThis.isOld && document.readyState === "complete"'));
  }

  /** Keys for whatever has the focus. */
  async press(...keys) {
    for (const key of keys) await this.driver.actions().sendKeys(Key[key] ?? key).perform();
  }

  focus(element) {
    return this.driver.executeScript('arguments[0].focus()', element);
  }

  /** Replaces the text of a field as a person does. */
  async fill(element, text) {
    await this.show(element);
    await element.click();
    // In one call Firefox and WebKit would hold the control key for the text too.
    await element.sendKeys(Key.chord(Key.CONTROL, 'a'));
    await element.sendKeys(text);
  }

  expectValue(element, value) {
    return until(`value ${value}`, async () => (await element.getProperty('value')) === value);
  }

  /** The query of the address, which follows the page after a moment. */
  expectQuery(query) {
    return until(`the address ends in ?${query}`, async () => {
      const { search } = new URL(await this.driver.getCurrentUrl());
      return search.replace(/^\?/, '') === query;
    });
  }

  /** The cells of the table with a caption, row by row, as text. */
  rows(caption) {
    return until(`rows of “${caption}”`, async () => {
      const rows = await this.driver.executeScript(
        `const table = [...document.querySelectorAll('table')].find(({ caption }) => caption?.textContent.trim() === arguments[0]);
         return table && [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent));`,
        caption,
      );
      return rows?.length > 1 && rows.map((row) => row.map(plain));
    });
  }
}
