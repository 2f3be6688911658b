// The pseudo-language: letters with accents, so that a plain one is a word that was forgotten; two fifths longer, as a
// translation may be; brackets, so that a text that is cut off is seen.

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'åƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ';

/** How much longer a text becomes. */
const LONGER = 0.4;
/** The length of a word of what is added: as long as words are, so that lines can break. */
const WORD = 6;

const letter = (char) => ACCENTED[PLAIN.indexOf(char)] ?? char;

/** The parts of a literal's source: placeholders and escapes, which stay, and text. */
const PARTS = /(\{\{|\}\}|\{[^{}]*\}|\\u\{[^}]*\}|\\\n\s*|\\x..|\\[^])/;

function filler(letters) {
  let rest = Math.ceil(letters * LONGER);
  const words = [];
  for (; rest > 0; rest -= WORD + 1) words.push('ö'.repeat(Math.min(rest, WORD)));
  return words.length > 0 ? ` ${words.join(' ')}` : '';
}

/** The content of a literal, as it stands in the source, in the pseudo-language. */
export function pseudo(literal) {
  const parts = literal.split(PARTS);
  const isText = (_, index) => index % 2 === 0;
  const letters = parts.filter(isText).join('').replace(/[^A-Za-z]/g, '').length;
  if (letters === 0) return literal;
  const changed = parts.map((part, index) => (isText(part, index) ? translatedPart(part) : part)).join('');
  const [, before, middle, after] = changed.match(/^(\s*)([^]*?)(\s*)$/);
  return `${before}[${middle}${filler(letters)}]${after}`;
}

function translatedPart(part) {
  return part
    // Numbers in a text as well as those that are worked out.
    .replace(/\d[\d.,]*\d/g, (number) => number.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.')))
    .replace(/[A-Za-z]/g, letter);
}
