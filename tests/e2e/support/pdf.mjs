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
