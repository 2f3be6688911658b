/** Does something on a page of no site, where no policy keeps a test from making markup of a text. */
export async function onPlainPage(page, look, ...values) {
  const plain = await page.context().newPage();
  try {
    return await plain.evaluate(look, ...values);
  } finally {
    await plain.close();
  }
}
