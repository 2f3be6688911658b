// A finger on the screen, as the browser gets it: it may turn into scrolling, and then the browser takes it over.

const STEPS = 8;

export class Finger {
  static async on(page) {
    const finger = new Finger();
    finger.page = page;
    finger.session = await page.context().newCDPSession(page);
    return finger;
  }

  async #send(type, ...touchPoints) {
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }

  /** Puts the finger down at a share of an element's width and height, with the element in the middle of the screen. */
  async down(element, across = 0.5, along = 0.5) {
    // At once: where scrolling is smooth the element would still be on its way.
    await element.evaluate((shown) => shown.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const box = await element.boundingBox();
    this.at = { x: Math.round(box.x + box.width * across), y: Math.round(box.y + box.height * along) };
    await this.#send('touchStart', this.at);
  }

  async move(x, y, steps = STEPS) {
    const from = this.at;
    for (let step = 1; step <= steps; step += 1) {
      this.at = { x: from.x + (x * step) / steps, y: from.y + (y * step) / steps };
      await this.#send('touchMove', this.at);
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  async up() {
    await this.#send('touchEnd');
  }

  /** The system takes the finger: a call comes in, a palm rests on the screen. */
  async cancel() {
    await this.#send('touchCancel');
  }
}
