// How hard a text is to read: the Flesch-Kincaid grade, the years of school in the United States that it asks for.
// Source: J. P. Kincaid and others, Derivation of new readability formulas for Navy enlisted personnel (1975):
// 0.39 words a sentence + 11.8 syllables a word - 15.59.

import { syllable } from 'syllable';

/** The sentences of running text. A number and its unit count as they stand. */
export function sentences(text) {
  return text
    .replace(/\b(e\.g|i\.e|No|St)\./g, '$1')
    .replace(/(\d)\.(\d)/g, '$1$2')
    .split(/[.!?:;]+(?:\s|$)|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[a-z]/i.test(sentence));
}

const words = (sentence) => sentence.match(/[\p{L}\d’'%£-]+/gu) ?? [];

/** The grade of a list of texts together. */
export function grade(texts) {
  const all = texts.flatMap(sentences).map(words).filter((list) => list.length > 0);
  const count = all.reduce((sum, list) => sum + list.length, 0);
  const syllables = all.flat().reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return { grade: 0.39 * (count / all.length) + 11.8 * (syllables / count) - 15.59, words: count };
}
