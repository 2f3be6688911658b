// The page as a person finds it, by role and name, in any browser that speaks WebDriver.

import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';

import { PNG } from 'pngjs';
import { By, Key } from 'selenium-webdriver';

/** A busy machine takes its time; what works is there in a second. */
const PATIENCE = 30_000;

/** Elements that can have a role. The browser itself then tells the role and the name. */
const MAY_BE = {
  button: 'button, [role=button]',
  checkbox: 'input[type=checkbox]',
  combobox: 'select, [role=combobox]',
  heading: 'h1, h2, h3',
  img: '[role=img], img',
  link: 'a[href]',
  navigation: 'nav',
  option: '[role=option]',
  radio: 'input[type=radio]',
  slider: 'input[type=range], [role=slider]',
  table: 'table',
  textbox: 'input:not([type=checkbox], [type=file], [type=radio], [type=range]), textarea',
};

/** Asks until `ask` gives something; an element that went away meanwhile is looked for again. */
export async function until(what, ask, patience = PATIENCE) {
  const end = Date.now() + patience;
  let last;
  for (;;) {
    try {
      last = await ask();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) assert.fail(`not within ${patience / 1000} s: ${what} (last: ${last})`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

export const plain = (text) => text.replace(/\s+/g, ' ').trim();

const choices = (parameters) => [...parameters].filter(([key, value]) => !['v=2', 'data=iod2019'].includes(`${key}=${value}`)).sort();

export class Page {
  constructor(driver) {
    this.driver = driver;
  }

  /** Opens an address and waits for its title on the page. */
  async openFolded(address) {
    await this.driver.get(address);
    await this.find('heading', /./);
  }

  /** That, and what is folded as a part of an argument is opened, once. */
  async open(address) {
    await this.openFolded(address);
    await this.driver.executeScript(`
      const open = () => document.querySelectorAll('details.folded-on-screen:not([open], [data-was-open])').forEach((details) => {
        details.dataset.wasOpen = '';
        details.open = true;
      });
      open();
      new MutationObserver(open).observe(document, { childList: true, subtree: true });`);
  }

  /** The first element that is seen and has the role and the name, a text or a pattern. */
  find(role, name) {
    return until(`${role} “${name}”`, () => this.seen(role, name));
  }

  async seen(role, name) {
    for (const element of await this.driver.findElements(By.css(MAY_BE[role]))) {
      // WebKit tells no name of what is not shown.
      if (!(await element.isDisplayed())) continue;
      const own = plain(await element.getAccessibleName());
      if (name instanceof RegExp ? name.test(own) : own === name) return element;
    }
    return undefined;
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

  /** Opens what is folded below an answer, and the numbers of each picture, until something is there. */
  reveal(role, name) {
    const places = ['.further > details:not(.rural-part)', 'details.figure__numbers', 'details.all-downloads'];
    const closed = places.map((place) => `${place}:not([open]) > summary`).join();
    return until(`${role} “${name}”, folded`, async () => {
      if (await this.seen(role, name)) return true;
      const next = (await Promise.all((await this.driver.findElements(By.css(closed))).map(async (one) => (await one.isDisplayed()) && one))).find(Boolean);
      if (!next) return false;
      await this.show(next);
      await next.click();
      return this.seen(role, name);
    });
  }

  show(element) {
    return this.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
  }

  /** As a person reloads; WebDriver's own way goes past what Firefox has kept. */
  async reload() {
    await this.driver.executeScript('globalThis.isOld = true; location.reload()');
    await until('the page is loaded again', () => this.driver.executeScript('return !globalThis.isOld && document.readyState === "complete"'));
  }

  /** Brings a table of a person's own as text, and says that it is read right where something was guessed. */
  async bring(text, use) {
    // At once, as rows are pasted: WebKit's driver does not end lines when it types.
    await this.driver.executeScript(
      `const [field, text] = arguments;
       field.value = text;
       field.dispatchEvent(new InputEvent('input', { bubbles: true }));`,
      await this.find('textbox', 'Rows as text, headings first'),
      text,
    );
    await this.click('button', use);
    await until('the table is in use', async () => {
      const right = await this.seen('button', 'This is right');
      if (right) await right.click();
      return this.driver.executeScript(`return /in use/.test(document.querySelector('[data-testid="rows-outcome"]')?.textContent)`);
    });
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

  /** The choices in the address, which follows the page after a moment: those beside its version and edition. */
  expectQuery(query) {
    const wanted = [...new URLSearchParams(query)].sort();
    return until(`the address asks for ${query}`, async () => {
      const { searchParams } = new URL(await this.driver.getCurrentUrl());
      return isDeepStrictEqual(choices(searchParams), wanted);
    });
  }

  /** Puts a file from the page's own site into a field for files, in which WebKit's driver cannot put any. */
  async addFile(label, address) {
    const field = await until(`the field “${label}”`, () =>
      this.driver.executeScript(
        `return [...document.querySelectorAll('input[type=file]')].find(({ labels }) => [...labels].some((one) => one.textContent.includes(arguments[0])));`,
        label,
      ));
    const said = await this.driver.executeAsyncScript(
      `const [field, address, done] = arguments;
       fetch(address).then((answer) => answer.blob()).then((blob) => {
         const files = new DataTransfer();
         files.items.add(new File([blob], address.split('/').pop(), { type: blob.type }));
         field.files = files.files;
         field.dispatchEvent(new Event('change', { bubbles: true }));
         done('');
       }).catch((error) => done(String(error)));`,
      field,
      address,
    );
    assert.equal(said, '');
  }

  /** Goes to other choices as the page's own links do: nothing is loaded again. */
  async follow(query) {
    await this.driver.executeScript(
      `history.pushState(1, '', '?' + arguments[0]);
       dispatchEvent(new PopStateEvent('popstate', { state: 1 }));`,
      query,
    );
  }

  /** Where things stand on the page from its top, by what they are called in the test. */
  boxes(landmarks) {
    return this.driver.executeScript(
      `return Object.fromEntries(Object.entries(arguments[0]).map(([name, css]) => {
         const seen = [...document.querySelectorAll(css)].find((one) => one.getClientRects().length > 0);
         if (!seen) return [name, null];
         const { x, y, width, height } = seen.getBoundingClientRect();
         return [name, { x, y: y + scrollY, width, height }];
       }));`,
      landmarks,
    );
  }

  /** One font and no bars for scrolling, where each browser has its own. */
  plainLook() {
    return this.driver.executeScript(`
      const style = new CSSStyleSheet();
      style.replaceSync('* { scrollbar-width: none !important } :root { --missed-font: "Liberation Sans", "DejaVu Sans", Arial !important }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
      document.activeElement?.blur();
      scrollTo(0, 0);`);
  }

  /** What the window shows and where the landmarks are, once nothing moves. */
  async look(landmarks) {
    let last;
    return until('nothing moves', async () => {
      const boxes = await this.boxes(landmarks);
      const shot = await this.driver.takeScreenshot();
      const now = JSON.stringify([boxes, shot]);
      const isStill = now === last;
      last = now;
      return isStill && { boxes, picture: PNG.sync.read(Buffer.from(shot, 'base64')) };
    });
  }

  /** A picture that the page painted itself: its size, how many pixels have the colour of people missed, and a sum over all. */
  painted(id) {
    return this.driver.executeScript(
      `const canvas = document.querySelector('[data-testid="' + arguments[0] + '"]');
       if (!canvas?.width) return null;
       const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
       let missed = 0;
       let sum = 2166136261;
       for (let at = 0; at < data.length; at += 1) {
         sum = Math.imul(sum ^ data[at], 16777619);
         if (at % 4 === 0 && data[at] - data[at + 1] > 25 && data[at + 2] - data[at + 1] > 8) missed += 1;
       }
       return { size: canvas.width + ' by ' + canvas.height, missed, sum };`,
      id,
    );
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
