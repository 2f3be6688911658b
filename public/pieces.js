// The pieces of the program that are fetched when they are opened. scripts/finish.mjs puts in FILES, each with its
// checksum, and EARLY, the files of each view by their places in FILES.

import { fetchedWasm } from './fetched.js';

const asked = new Map();

/** What comes for a file. Asked for a second time, after it failed, it is fetched again. */
export function piece(file) {
  const early = asked.get(file);
  asked.delete(file);
  return early ?? fetchedWasm(...FILES[file]);
}

/** Asks for the files of a view at once, where otherwise the program would have to come first. */
export function askEarly(view) {
  for (const file of new Map(EARLY).get(view) ?? []) {
    const response = piece(file);
    // Who wants it later will hear of a failure.
    response.catch(() => {});
    asked.set(file, response);
  }
}
