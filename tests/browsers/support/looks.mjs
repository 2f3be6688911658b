// Whether two browsers show the same. Letters are drawn differently in each, so no pixels are compared: where the things that matter
// stand and how large they are, and how dark each part of the picture is.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { PNG } from 'pngjs';

/** A part of a picture is about so many pixels wide and high. */
const PART = 40;

/** The parts of a picture, each with how light it is on the whole, from 0 to 255. */
export function parts(png) {
  const [across, down] = [Math.round(png.width / PART), Math.round(png.height / PART)];
  const sums = new Float64Array(across * down);
  const counts = new Float64Array(across * down);
  for (let y = 0; y < png.height; y += 1) {
    const row = Math.floor((y * down) / png.height) * across;
    for (let x = 0; x < png.width; x += 1) {
      const at = 4 * (y * png.width + x);
      const part = row + Math.floor((x * across) / png.width);
      sums[part] += 0.299 * png.data[at] + 0.587 * png.data[at + 1] + 0.114 * png.data[at + 2];
      counts[part] += 1;
    }
  }
  return { across, down, light: sums.map((sum, part) => sum / counts[part]) };
}

/**
 * How far two pictures are from each other: on average over all parts, and in the part that differs most where each part may be as
 * light as one beside it, as a line of text may lie a little higher.
 */
export function apart(one, other) {
  const [a, b] = [parts(one), parts(other)];
  if (a.across !== b.across || a.down !== b.down) return { mean: 255, most: 255 };
  const near = ({ across, down, light }, part, value) => {
    const [row, column] = [Math.floor(part / across), part % across];
    let least = 255;
    for (let y = Math.max(0, row - 1); y <= Math.min(down - 1, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(across - 1, column + 1); x += 1) least = Math.min(least, Math.abs(light[y * across + x] - value));
    }
    return least;
  };
  let [sum, most] = [0, 0];
  for (let part = 0; part < a.light.length; part += 1) {
    sum += Math.abs(a.light[part] - b.light[part]);
    most = Math.max(most, near(b, part, a.light[part]), near(a, part, b.light[part]));
  }
  return { mean: sum / a.light.length, most };
}

/** More than this and it is another picture: a missing chart or twelve pixels downwards is (core.test.mjs). */
export const MOST_APART = { mean: 5, most: 28 };

export const isAnother = (one, other) => {
  const { mean, most } = apart(one, other);
  return mean > MOST_APART.mean || most > MOST_APART.most;
};

/** Pixels that a landmark may lie elsewhere; downwards two in a hundred more, as lines of text are not equally high in all. */
const MAY_MOVE = 6;
const MAY_DRIFT = 0.02;
/** The foot is running text, of which another line may break, as letters are not equally wide in all. */
const LINE_OF_FOOT = 18;

/** What of the landmarks lies elsewhere or is of another size. */
export function moved(one, other) {
  return Object.entries(one).flatMap(([name, box]) => {
    const there = other[name];
    if (!box || !there) return box || there ? [`${name} is in one of them alone`] : [];
    return ['x', 'y', 'width', 'height'].flatMap((side, at) => {
      const by = Math.abs(box[side] - there[side]);
      const line = name === 'foot' && side === 'height' ? LINE_OF_FOOT : 0;
      const may = Math.max(line, MAY_MOVE + (at % 2) * MAY_DRIFT * box[side]);
      return by > may ? [`${name}: ${side} ${Math.round(box[side])} and ${Math.round(there[side])}`] : [];
    });
  });
}

/** Two pictures side by side, as a file in a folder. Gives its path. */
export function sideBySide(folder, name, one, other) {
  const both = new PNG({ width: one.width + other.width + 10, height: Math.max(one.height, other.height) });
  both.data.fill(255);
  PNG.bitblt(one, both, 0, 0, one.width, one.height, 0, 0);
  PNG.bitblt(other, both, 0, 0, other.width, other.height, one.width + 10, 0);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  writeFileSync(path, PNG.sync.write(both));
  return path;
}
