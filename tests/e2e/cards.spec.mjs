// What a link to a view says of itself where it is passed on, and where it leads.

import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { oembed, oembedLink } from '../../scripts/oembed.mjs';
import { VIEWS, passedOn } from '../../scripts/views.mjs';
import { host } from './support/host.mjs';
import { hasGuessed } from './support/page.mjs';

for (const { key, heading } of VIEWS) {
  test(`a link to ${key} by itself says its question, without a script, and opens the view of today`, async ({ page, request, baseURL }) => {
    const html = await (await request.get(`./view-${key}.html`)).text();
    const { title, said, scripts } = await page.evaluate((html) => {
      const page = new DOMParser().parseFromString(html, 'text/html');
      const said = page.querySelector('meta[property="og:title"]').content;
      return { title: page.title, said, scripts: page.querySelectorAll('script, style, [style]').length };
    }, html);
    expect(title).toBe(`${heading} - Who gets missed?`);
    expect(said).toBe(title);
    expect(scripts).toBe(0);
    const picture = await request.get(`./cards/${key}.png`);
    expect(picture.headers()['content-type']).toBe('image/png');
    const bytes = await picture.body();
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    await hasGuessed(page);
    await page.goto(`./view-${key}.html`);
    await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
    expect(page.url().startsWith(`${baseURL}?v=2`)).toBe(true);
  });
}

test('no visitor keeps them for use without a network', async ({ request }) => {
  const worker = await (await request.get('./sw.js')).text();
  expect(worker).toContain('index.html');
  expect(worker).not.toMatch(/cards\/|view-\w+\.html/);
});

test('a site copies the link to the view that it sets up', async ({ page, baseURL }) => {
  await page.goto('./?view=site');
  const link = page.getByRole('textbox', { name: 'A link to this view' });
  await expect(link).toHaveValue(`${baseURL}view-missed.html`);
  const [, second] = VIEWS.filter(({ is_framed }) => is_framed);
  await page.getByRole('group', { name: 'Page to show' }).getByText(second.label, { exact: true }).click();
  await expect(link).toHaveValue(`${baseURL}view-${second.key}.html`);
});

test('the questions on the pictures are those of the views', () => {
  const drawn = JSON.parse(readFileSync(new URL('../../public/cards/views.json', import.meta.url), 'utf8'));
  expect(drawn).toEqual(VIEWS.map(passedOn));
});

test('oEmbed tells of each view that a frame shows it, as long as a link to it asks for no more', async ({ page, baseURL }) => {
  test.slow();
  const framed = VIEWS.map(passedOn).filter(({ frame }) => frame);
  expect(framed.length).toBeGreaterThan(5);
  for (const view of framed) {
    const told = oembed(view, baseURL);
    // What oembed.com asks of "rich".
    expect(told).toMatchObject({ version: '1.0', type: 'rich', width: 600, height: 600, title: view.heading });
    expect(told.thumbnail_url).toBe(`${baseURL}cards/${view.key}.png`);
    const council = await host({ pages: { '/': `<!doctype html><title>Council</title>${oembedLink(view, baseURL)}${told.html}` } });
    try {
      await page.goto(`${council.origin}/`);
      await expect(page.locator('iframe')).toHaveAttribute('title', view.heading);
      await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.frameLocator('iframe').getByRole('alert')).toHaveCount(0);
      await expect(page.locator('link')).toHaveAttribute('href', `${baseURL}cards/${view.key}.json`);
      await expect(page.locator('link')).toHaveAttribute('type', 'application/json+oembed');
    } finally {
      await council.close();
    }
  }
});
