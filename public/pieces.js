// The pieces of the program that are fetched when they are opened. scripts/finish.mjs puts in FILES, each with its
// checksum, and EARLY, the files of each view by their places in FILES.

const asked = new Map();

function get(file) {
  const [name, integrity] = FILES[file];
  return fetch(new URL(name, import.meta.url), { integrity });
}

/** What comes for a file. Asked for a second time, after it failed, it is fetched again. */
export function piece(file) {
  const early = asked.get(file);
  asked.delete(file);
  return early ?? get(file);
}

/** Asks for the files of a view at once, where otherwise the program would have to come first. */
export function askEarly(view) {
  for (const file of new Map(EARLY).get(view) ?? []) {
    const response = get(file);
    // Who wants it later will hear of a failure.
    response.catch(() => {});
    asked.set(file, response);
  }
}
