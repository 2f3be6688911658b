// What stands on the pages of a PDF, read by a library that knows nothing of the app.

import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of each page without its spaces, and the number of pictures on all of them. */
export async function pagesOf(bytes) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: true }).promise;
  const pages = [];
  let pictures = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map(({ str }) => str).join('').replace(/\s+/g, ''));
    const { fnArray } = await page.getOperatorList();
    pictures += fnArray.filter((operation) => operation === OPS.constructPath).length > 60 ? 1 : 0;
    pictures += fnArray.filter((operation) => operation === OPS.paintImageXObject).length;
  }
  await pdf.destroy();
  return { pages, pictures };
}

const times = ([a, b, c, d, e, f], [x, y]) => [a * x + c * y + e, b * x + d * y + f];
const after = (outer, inner) => {
  const [a, b, c, d] = [[inner[0], inner[1]], [inner[2], inner[3]]].flatMap(([x, y]) => [outer[0] * x + outer[2] * y, outer[1] * x + outer[3] * y]);
  return [a, b, c, d, ...times(outer, [inner[4], inner[5]])];
};

/**
 * What is drawn on each page, in points from its left: the texts, and the paths, each with how often it is begun anew and
 * the colour it is filled with, if it is.
 */
export async function drawnOn(bytes) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: true }).promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , width] = page.view;
    const { items } = await page.getTextContent();
    const texts = items.filter(({ str }) => str.trim()).map(({ str, transform, width }) => ({ text: str, from: transform[4], to: transform[4] + width }));
    const { fnArray, argsArray } = await page.getOperatorList();
    let matrix = [1, 0, 0, 1, 0, 0];
    let colour = 'none';
    const kept = [];
    const paths = [];
    for (const [at, operation] of fnArray.entries()) {
      const values = argsArray[at];
      if (operation === OPS.save) kept.push([matrix, colour]);
      if (operation === OPS.restore) [matrix, colour] = kept.pop() ?? [matrix, colour];
      if (operation === OPS.transform) matrix = after(matrix, values);
      if (operation === OPS.setFillRGBColor) colour = String(values);
      // A path that only limits what follows is not seen.
      if (operation !== OPS.constructPath || !values[2] || values[0] === OPS.endPath) continue;
      const [left, top, right, bottom] = values[2];
      const corners = [[left, top], [right, top], [left, bottom], [right, bottom]].map((corner) => times(matrix, corner)[0]);
      // In pdf.js a path is a list of numbers in which 0 begins it anew, followed by a place.
      let begun = 0;
      const LENGTHS = [2, 2, 6, 4, 0];
      const steps = values[1][0] ?? [];
      for (let step = 0; step < steps.length; step += 1 + LENGTHS[steps[step]]) begun += steps[step] === 0 ? 1 : 0;
      const isFilled = [OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke].includes(values[0]);
      paths.push({ from: Math.min(...corners), to: Math.max(...corners), begun, fill: isFilled ? colour : undefined });
    }
    pages.push({ width, texts, paths });
  }
  await pdf.destroy();
  return pages;
}
