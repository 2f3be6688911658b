// Rust sources with the text literals that a person reads put into the pseudo-language. A small reader of Rust's tokens:
// it knows comments, characters, lifetimes, attributes, and each kind of text literal.

import { pseudo } from './language.mjs';

/** Functions whose text names a thing or is looked for in another text: words must not be used so. */
const SEARCHES = new Set([
  'contains', 'ends_with', 'find', 'matches', 'replace', 'rfind', 'rsplit', 'split', 'split_once', 'splitn', 'starts_with',
  'strip_prefix', 'strip_suffix', 'trim_end_matches', 'trim_matches', 'trim_start_matches',
]);
/** Functions whose first text is an identifier. */
const NAMED_BY_FIRST = new Set(['chapter']);
/** Fields that hold an identifier. */
const IDENTIFIERS = new Set(['id']);
/** Constants that hold a fact about the language and no word. */
const FACTS = new Set(['LANGUAGE', 'DIRECTION', 'SIGNS']);

/** The tokens of a source, with what stands between them left out: {kind, start, end, text}. */
export function tokens(source) {
  const found = [];
  const patterns = [
    ['space', /\s+/y],
    ['comment', /\/\/[^\n]*/y],
    ['raw', /b?r(#*)"[^]*?"\1/y],
    ['bytes', /b"(?:[^"\\]|\\[^])*"/y],
    ['text', /"(?:[^"\\]|\\[^])*"/y],
    ['char', /b?'(?:\\(?:u\{[^}]*\}|x..|.)|[^'\\])'/uy],
    ['lifetime', /'\w+/y],
    ['word', /[A-Za-z_]\w*/y],
    ['number', /\d[\w.]*/y],
    ['arrow', /=>/y],
    ['equals', /[=!]=/y],
    ['sign', /[^]/y],
  ];
  for (let at = 0; at < source.length; ) {
    const nested = source.startsWith('/*', at) ? endOfComment(source, at) : undefined;
    if (nested) {
      at = nested;
      continue;
    }
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at;
      const match = pattern.exec(source);
      if (!match) continue;
      const end = at + match[0].length;
      if (kind !== 'space' && kind !== 'comment') found.push({ kind, start: at, end, text: match[0] });
      at = end;
      break;
    }
  }
  return found;
}

function endOfComment(source, start) {
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    if (source.startsWith('/*', at)) [depth, at] = [depth + 1, at + 1];
    else if (source.startsWith('*/', at)) {
      [depth, at] = [depth - 1, at + 1];
      if (depth === 0) return at + 1;
    }
  }
  throw new Error('a comment does not end');
}

const CLOSING = { '(': ')', '[': ']', '{': '}' };

/** The index of the token that closes what the one at `open` opens. */
function closing(all, open) {
  let depth = 0;
  for (let at = open; at < all.length; at += 1) {
    if (all[at].kind !== 'sign') continue;
    if (all[at].text in CLOSING) depth += 1;
    else if (Object.values(CLOSING).includes(all[at].text)) depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error('a bracket does not close');
}

/** Whether a literal stands in the pattern of a match: before the arrow, alone or beside others. */
function isPattern(all, at) {
  const next = all[at + 1]?.text;
  if (next === '=>') return true;
  return next === '|' && all[at + 2]?.kind === 'text' && isPattern(all, at + 2);
}

/** What the literal at `at` is for, if it is for no reader. */
function isKey(all, at, where) {
  const [before, between] = [all[at - 1], all[at - 2]];
  const { text } = all[at];
  if (isPattern(all, at)) return true;
  if (/^"(?:https?:|mailto:)/.test(text)) return true;
  if (before?.text === ':' && IDENTIFIERS.has(between?.text)) return true;
  if (before?.text === '(' && NAMED_BY_FIRST.has(between?.text)) return true;
  const isSearched = (before?.text === '(' && SEARCHES.has(between?.text)) || before?.kind === 'equals';
  if (isSearched && /\p{L}/u.test(text)) throw new Error(`${where}: the words ${text} are looked for in other words`);
  return isSearched;
}

/** A source in the pseudo-language. */
export function translated(source, where) {
  const all = tokens(source);
  let [result, copied] = ['', 0];
  for (let at = 0; at < all.length; at += 1) {
    const token = all[at];
    if (token.text === '#' && (all[at + 1]?.text === '[' || (all[at + 1]?.text === '!' && all[at + 2]?.text === '['))) {
      const open = all[at + 1].text === '[' ? at + 1 : at + 2;
      const end = closing(all, open);
      const isTest = all.slice(open + 1, end).map(({ text }) => text).join('') === 'cfg(test)';
      at = end;
      // The module of tests, to its last bracket.
      if (isTest) at = closing(all, all.findIndex(({ text }, index) => index > end && text === '{'));
    } else if (token.text === 'const' && FACTS.has(all[at + 1]?.text)) {
      at = all.findIndex(({ text }, index) => index > at && text === ';' && all[index - 1].text !== 'str');
    } else if (token.kind === 'raw') {
      throw new Error(`${where}: a raw text literal, which this script leaves to whoever needs it first`);
    } else if (token.kind === 'text' && !isKey(all, at, where)) {
      result += source.slice(copied, token.start) + `"${pseudo(token.text.slice(1, -1))}"`;
      copied = token.end;
    }
  }
  return result + source.slice(copied);
}
