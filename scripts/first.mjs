// What the page shows before its program is there, worked out from the built-in figures: the answer to the default page.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The default of a link, as in src/scenario/mod.rs. */
export const DEFAULT = {
  edition: 'iod2025',
  part: 'E12000006',
  councils: ['E06000031', 'E07000008', 'E07000009', 'E07000010', 'E07000011', 'E07000012'],
  percent: 20,
};

const AREA_PARTS = 10_000;

/** Numbers of areas, a sign each, or in brackets where they are not whole (src/data/figures.rs). */
const areas = (row) => [...row.matchAll(/\(([^)]*)\)|(.)/g)].map(([, exact, sign]) => Math.round((exact ? Number(exact) : parseInt(sign, 36)) * AREA_PARTS));
const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);

/** The share of people in need (0 to 1) who live in the most deprived per cents of England's areas; at multiples of 5 only. */
export function coverage(text, { councils, percent }) {
  const rows = text.trimEnd().split('\n');
  const codes = rows[0].split(',');
  const line = (kind, at) => rows[2 + kind * codes.length + at];
  let [inside, all] = [0, 0];
  for (const code of councils) {
    const at = codes.indexOf(code);
    if (at < 0) throw new Error(`${code} is not in the figures`);
    const within = sum(areas(line(0, at)).slice(0, percent));
    const inNeed = line(3, at).split(',').map(Number);
    let reached = 0;
    const steps = areas(line(1, at));
    let knot = 0;
    while (knot < steps.length && reached < within) reached += steps[knot++];
    if (reached !== within) throw new Error(`${code} has no point at ${percent}%`);
    inside += sum(inNeed.slice(0, knot));
    all += sum(inNeed);
  }
  return inside / all;
}

export function firstAnswer(figures) {
  const share = coverage(readFileSync(join(figures, DEFAULT.edition, 'income-by-imd', `${DEFAULT.part}.csv`), 'utf8'), DEFAULT);
  const reached = Math.round(share * 100);
  return { missed: `${((1000 - Math.round(share * 1000)) / 10).toFixed(1)}%`, reached, rest: 100 - reached };
}

const ROW = 20;
const across = (at) => `${(at + 0.5) * (100 / ROW)}%`;
const person = (at, kind) => `<use href="#person" x="${across(at)}"${kind ? ` class="people__${kind}"` : ''}/>`;

/** A hundred people, as src/chart/people.rs draws them: so wide as there is room, and smaller where there is little. */
export function people(reached) {
  const all = Array.from({ length: ROW }, (_, at) => at);
  const kindAt = (at) => (at < reached ? 'reached' : 'missed');
  const row = (line) => {
    const [first, last] = [kindAt(line * ROW), kindAt(line * ROW + ROW - 1)];
    if (first === last) return `<use href="#row" y="${line * 36}" class="people__${first}"/>`;
    return `<svg y="${line * 36}" overflow="visible">${all.map((at) => person(at, kindAt(line * ROW + at))).join('')}</svg>`;
  };
  // Who is asked sees people of one kind. Another drawing: what an address is asked cannot reach into copies by its style.
  const unsaid = [0, 1, 2, 3, 4].map((line) => `<use href="#row" y="${line * 36}"/>`).join('');
  const drawn = '<use href="#people" class="first__answer"/><use href="#unsaid" class="people__unsaid first__ask"/>';
  return (
    '<svg class="first__wide" height="180"><defs>' +
    '<path id="person" d="M-4.5 9.5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0zM-7 31v-7a7 7 0 0 1 14 0v7z"/>' +
    `<g id="row">${all.map((at) => person(at)).join('')}</g>` +
    `<g id="people">${[0, 1, 2, 3, 4].map(row).join('')}</g><g id="unsaid">${unsaid}</g></defs>${drawn}</svg>` +
    `<svg class="first__narrow" viewBox="0 0 360 180">${drawn}</svg>`
  );
}

/** The page with the answer in it. */
export function withFirstAnswer(html, figures) {
  const { missed, reached, rest } = firstAnswer(figures);
  const values = { missed, reached, rest, people: people(reached) };
  return html.replace(/\{first:(\w+)\}/g, (_, name) => values[name]);
}
