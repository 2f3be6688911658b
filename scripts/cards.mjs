// Makes public/cards/, the pictures that links have where they are passed on: the answer to the default page, from the built-in
// figures, and the question of each other view. Run it when these change: node scripts/cards.mjs

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

import { chromium } from '@playwright/test';

import { chromiumFlags, chromiumPath, root } from './browser.mjs';
import { firstAnswer } from './first.mjs';
import { VIEWS, passedOn } from './views.mjs';

const [WIDTH, HEIGHT] = [1200, 630];
const MOST_BYTES = 200_000;
// As in style/_tokens.scss.
const [INK, SOFT, NEED, PAPER] = ['#0b0c0c', '#505a5f', '#801650', '#fff'];

const { missed, reached } = firstAnswer(join(root, 'public/figures'));
const PERSON = 'M-4.5 9.5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0zM-7 31v-7a7 7 0 0 1 14 0v7z';
const SCALE = 1.5;

const person = (_, at) => {
  const look = at < reached ? `fill="${PAPER}" stroke="${SOFT}"` : `fill="${NEED}" stroke="${NEED}"`;
  const [x, y] = [64 + ((at % 20) + 0.5) * 54, 316 + Math.floor(at / 20) * 48];
  return `<path transform="translate(${x} ${y}) scale(${SCALE})" stroke-width="1.5" ${look} d="${PERSON}"/>`;
};

const sheet = (inside) => `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Arial, Liberation Sans, sans-serif">
  <rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>
  <rect width="14" height="${HEIGHT}" fill="${NEED}"/>
  ${inside}
</svg>`;

const answer = `<text x="64" y="84" font-size="34" font-weight="700" fill="${INK}">If we target the most deprived areas, who gets missed?</text>
  <text x="60" y="236" font-size="124" font-weight="700" letter-spacing="-4" fill="${NEED}">${missed}</text>
  <text font-size="27" fill="${INK}"><tspan x="490" y="158">of people on low incomes would be missed by a</tspan>
    <tspan x="490" y="196">target of England’s most deprived fifth of areas</tspan></text>
  <text x="490" y="236" font-size="23" fill="${SOFT}">Cambridgeshire and Peterborough, 2025 edition</text>
  ${Array.from({ length: 100 }, person).join('')}
  <text x="64" y="600" font-size="21" fill="${SOFT}">Guess first, then see it for any council in England. Source: English Indices of Deprivation 2025.</text>`;

/** Words in lines of at most so many signs, as the type is that wide. */
function lines(text, most) {
  const all = [''];
  for (const word of text.split(' ')) {
    if (`${all.at(-1)} ${word}`.length > most) all.push('');
    all[all.length - 1] = `${all.at(-1)} ${word}`.trim();
  }
  return all;
}

/** The question of a view: its picture says what is asked there, and no number that it may not have. */
const question = ({ heading, label }) => `<text x="64" y="100" font-size="34" font-weight="700" fill="${NEED}">Who gets missed?</text>
  <text x="64" y="148" font-size="27" fill="${SOFT}">${label}</text>
  <text font-size="60" font-weight="700" fill="${INK}">${lines(heading, 34).map((line, at) => `<tspan x="64" y="${270 + at * 76}">${line}</tspan>`).join('')}</text>
  <text x="64" y="580" font-size="25" fill="${SOFT}">For any council in England. Nothing leaves your device.</text>`;

/** The picture's pixels, four bytes each. */
async function drawn(svg) {
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() });
  try {
    const page = await browser.newPage();
    const pixels = await page.evaluate(
      async ([svg, width, height]) => {
        const picture = new Image();
        picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
        await picture.decode();
        const canvas = new OffscreenCanvas(width, height).getContext('2d');
        canvas.drawImage(picture, 0, 0);
        return [...canvas.getImageData(0, 0, width, height).data];
      },
      [svg, WIDTH, HEIGHT],
    );
    return Uint8Array.from(pixels);
  } finally {
    await browser.close();
  }
}

function crc(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, check]);
}

const near = (colour) => [16, 8, 0].reduce((all, shift) => (all << 4) | Math.round(((colour >> shift) & 255) / 17), 0);

/** A PNG of at most 256 colours: those of the picture, and of each edge between two of them some steps. */
function png(pixels) {
  const flat = [INK, SOFT, NEED, '#ffffff'].map((colour) => parseInt(colour.slice(1), 16));
  const places = new Map(flat.map((colour, at) => [near(colour), at]));
  const palette = [...flat];
  const rows = Buffer.alloc(HEIGHT * (WIDTH + 1));
  for (let at = 0; at < WIDTH * HEIGHT; at += 1) {
    const colour = (pixels[4 * at] << 16) | (pixels[4 * at + 1] << 8) | pixels[4 * at + 2];
    if (!places.has(near(colour))) places.set(near(colour), palette.push(colour) - 1);
    rows[Math.floor(at / WIDTH) * (WIDTH + 1) + 1 + (at % WIDTH)] = places.get(near(colour));
  }
  if (palette.length > 256) throw new Error(`${palette.length} colours`);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const named = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const data = deflateSync(rows, { level: 9 });
  const parts = [chunk('IHDR', head), chunk('PLTE', named), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...parts]);
}

const folder = join(root, 'public/cards');
mkdirSync(folder, { recursive: true });
let bytes = 0;
for (const view of VIEWS) {
  const picture = png(await drawn(sheet(view.key === 'missed' ? answer : question(view))));
  bytes += picture.length;
  writeFileSync(join(folder, `${view.key}.png`), picture);
}
if (bytes > MOST_BYTES) throw new Error(`${bytes} bytes, more than ${MOST_BYTES}`);
// The build has no Rust at hand to ask for the words.
writeFileSync(join(folder, 'views.json'), `${JSON.stringify(VIEWS.map(passedOn), null, 1)}\n`);
console.log(`public/cards: ${VIEWS.length} pictures, ${bytes} bytes`);
