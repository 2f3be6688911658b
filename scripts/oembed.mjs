// What a site that follows oEmbed (oembed.com) is told of the page of a view: a frame of the view as it starts. A file can know no choices,
// so the page with all choices, index.html, names none.

/** How high and wide a frame is where a site asks no more. A card is never higher (tests/e2e/framed.spec.mjs). */
const [WIDTH, HEIGHT] = [600, 600];

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The answer for a view at a site, an address that ends with a slash. */
export function oembed({ key, heading, frame }, site) {
  const address = `${site}?v=2&view=${key}&embed=1${frame === 'card' ? '&frame=card' : ''}`;
  return {
    version: '1.0',
    type: 'rich',
    title: heading,
    provider_name: 'Who gets missed?',
    provider_url: site,
    cache_age: 86_400,
    thumbnail_url: `${site}cards/${key}.png`,
    thumbnail_width: 1200,
    thumbnail_height: 630,
    width: WIDTH,
    height: HEIGHT,
    html: `<iframe src="${escaped(address)}" title="${escaped(heading)}" width="${WIDTH}" height="${HEIGHT}" style="border: 0"></iframe>`,
  };
}

/** What leads to it from the page of the view. */
export const oembedLink = ({ key, heading }, site) =>
  `<link rel="alternate" type="application/json+oembed" href="${escaped(`${site}cards/${key}.json`)}" title="${escaped(heading)}">`;
