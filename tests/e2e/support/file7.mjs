// Made-up files in the layout of File 7 of the English Indices of Deprivation, files that cannot be used, and a plain
// second way of working out a coverage, to hold the page's answers against. No figure in them is real, but the
// authorities and their numbers of areas are.

import { readFileSync } from 'node:fs';

const FIGURES = new URL('../../../public/figures/', import.meta.url);

const EDITIONS = {
  2019: {
    folder: 'iod2019',
    areas: 32_844,
    areaYear: 2011,
    authorityYear: 2019,
    // The older the edition, the longer its words: five columns of people.
    people: [
      'Total population: mid 2015 (excluding prisoners)',
      'Dependent Children aged 0-15: mid 2015 (excluding prisoners)',
      'Population aged 16-59: mid 2015 (excluding prisoners)',
      'Older population aged 60 and over: mid 2015 (excluding prisoners)',
      'Working age population 18-59/64: for use with Employment Deprivation Domain (excluding prisoners)',
    ],
    peopleOf: ({ all, children, older }) => [all, children, all - children - older, older, all - children - older],
  },
  2025: {
    folder: 'iod2025',
    areas: 33_755,
    areaYear: 2021,
    authorityYear: 2024,
    people: [
      'Total population: mid 2022',
      'Dependent Children aged 0-15: mid 2022',
      'Older population aged 60 and over: mid 2022',
      'Working age population 18-66 (for use with Employment Deprivation Domain): mid 2022',
    ],
    peopleOf: ({ all, children, older }) => [all, children, older, all - children - older],
  },
};

const RANK = 'Rank (where 1 is most deprived)';
const DECILE = 'Decile (where 1 is most deprived 10% of LSOAs)';

// In the published order; each has a score, a rank and a decile. `weight` is how closely it follows the IMD.
const DOMAINS = [
  { name: 'Index of Multiple Deprivation (IMD)', score: 'Score', weight: 1 },
  { name: 'Income', score: 'Score (rate)', most: 0.6, weight: 0.85 },
  { name: 'Employment', score: 'Score (rate)', most: 0.4, weight: 0.85 },
  { name: 'Education, Skills and Training', score: 'Score', weight: 0.7 },
  { name: 'Health Deprivation and Disability', score: 'Score', weight: 0.7 },
  { name: 'Crime', score: 'Score', weight: 0.6 },
  { name: 'Barriers to Housing and Services', score: 'Score', weight: 0.2 },
  { name: 'Living Environment', score: 'Score', weight: 0.3 },
  { name: 'Income Deprivation Affecting Children Index (IDACI)', score: 'Score (rate)', most: 0.6, weight: 0.8 },
  { name: 'Income Deprivation Affecting Older People (IDAOPI)', score: 'Score (rate)', most: 0.6, weight: 0.75 },
  { name: 'Children and Young People Sub-domain', score: 'Score', weight: 0.7 },
  { name: 'Adult Skills Sub-domain', score: 'Score', weight: 0.7 },
  { name: 'Geographical Barriers Sub-domain', score: 'Score', weight: 0.1 },
  { name: 'Wider Barriers Sub-domain', score: 'Score', weight: 0.5 },
  { name: 'Indoors Sub-domain', score: 'Score', weight: 0.2 },
  { name: 'Outdoors Sub-domain', score: 'Score', weight: 0.4 },
];

/** The header of File 7 as published: 57 columns in 2019, 56 in 2025. */
function headersOf(edition) {
  const { areaYear, authorityYear, people } = EDITIONS[edition];
  const domains = DOMAINS.flatMap(({ name, score }) => [`${name} ${score}`, `${name} ${RANK}`, `${name} ${DECILE}`]);
  const headers = [
    `LSOA code (${areaYear})`,
    `LSOA name (${areaYear})`,
    `Local Authority District code (${authorityYear})`,
    `Local Authority District name (${authorityYear})`,
    ...domains,
    ...people,
  ];
  // The 2025 edition has one header that is cut short.
  const cutShort = `Children and Young People Sub-domain ${DECILE}`;
  return headers.map((header) => (edition === 2025 && header === cutShort ? header.slice(0, -3) : header));
}

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function parseCsv(text) {
  const rows = [];
  let row = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') {
      field += '"';
      i += 1;
    } else if (c === '"') {
      quoted = !quoted;
    } else if (!quoted && c === ',') {
      row.push(field);
      field = '';
    } else if (!quoted && c === '\n') {
      rows.push([...row, field.replace(/\r$/, '')]);
      row = [];
      field = '';
    } else {
      field += c;
    }
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}

/** The authorities of a list, in which the code is left out where it is the next one. */
export function authoritiesOf([, ...rows]) {
  let before = 0;
  return rows.map(([code, name]) => {
    before = code ? Number(code.slice(1)) : before + 1;
    return [`E${String(before).padStart(8, '0')}`, name];
  });
}

function toCsv(rows) {
  const cell = (value) => (/[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : value);
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}

/** The authority of each area: the real authorities, each with as many areas as it really has. */
function authorityOfEachArea({ folder, areas }) {
  const read = (name) => parseCsv(readFileSync(new URL(`${folder}/${name}.csv`, FIGURES), 'utf8'));
  const authorities = authoritiesOf(read('authorities'));
  const count = new Map();
  for (let region = 1; region <= 9; region += 1) {
    const text = readFileSync(new URL(`${folder}/income-by-imd/E1200000${region}.csv`, FIGURES), 'utf8');
    const lines = text.trim().split('\n');
    const codes = lines[0].split(',');
    // For each authority its number of areas in each per cent of the ranking: a sign each, or in brackets.
    codes.forEach((code, at) => {
      const parts = lines[2 + at].match(/\([^)]*\)|./g);
      count.set(code, parts.reduce((sum, part) => sum + (part[0] === '(' ? Number(part.slice(1, -1)) : parseInt(part, 36)), 0));
    });
  }
  const each = authorities.flatMap(([code, name]) =>
    Array.from({ length: count.get(code) }, (_, index) => ({ code, name, index })),
  );
  if (each.length !== areas) throw new Error(`${folder} has ${each.length} areas, not ${areas}`);
  return each;
}

/** 1 to `count` in an order drawn at random (Fisher and Yates). */
function permutation(count, random) {
  const ranks = Array.from({ length: count }, (_, i) => i + 1);
  for (let i = count - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [ranks[i], ranks[j]] = [ranks[j], ranks[i]];
  }
  return ranks;
}

/** Rank of each score, 1 for the highest; equal scores in the order of the areas. */
function ranksOf(scores) {
  const ranks = [];
  const order = scores.map((_, area) => area).sort((a, b) => scores[b] - scores[a] || a - b);
  order.forEach((area, position) => {
    ranks[area] = position + 1;
  });
  return ranks;
}

function decileOf(rank, areas) {
  return Math.ceil((rank * 10) / areas);
}

/** The columns (score, rank, decile) of one domain, made to follow the IMD's ranks. */
function domainColumns({ most, weight }, imdRanks, random) {
  const areas = imdRanks.length;
  const scores = imdRanks.map((rank) => {
    const level = weight * (1 - rank / areas) + (1 - weight) * random();
    return most ? Number((most * level ** 2.5).toFixed(3)) : Number((90 * level ** 2).toFixed(3));
  });
  const ranks = weight === 1 ? imdRanks : ranksOf(scores);
  const decimals = (score) => score.toFixed(3);
  return [scores.map(decimals), ranks, ranks.map((rank) => decileOf(rank, areas))];
}

function peopleOfAnArea(random) {
  const all = 1000 + Math.floor(random() * 1501);
  return { all, children: Math.floor(all * (0.1 + 0.2 * random())), older: Math.floor(all * (0.12 + 0.25 * random())) };
}

const made = new Map();

/** A whole made-up File 7 as CSV text: all areas of England, the same for the same edition and seed. */
export function makeFile7({ edition = 2019, seed = 1 } = {}) {
  const key = `${edition} ${seed}`;
  if (!made.has(key)) made.set(key, toCsv(makeRows(edition, seed)));
  return made.get(key);
}

function makeRows(edition, seed) {
  const layout = EDITIONS[edition];
  const random = randomNumbers(seed);
  const authorities = authorityOfEachArea(layout);
  const imdRanks = permutation(layout.areas, random);
  const columns = DOMAINS.flatMap((domain) => domainColumns(domain, imdRanks, random));
  const rows = authorities.map(({ code, name, index }, area) => [
    `E01${String(area + 1).padStart(6, '0')}`,
    `${name.replace(/,.*/, '')} ${String(Math.floor(index / 5) + 1).padStart(3, '0')}${'ABCDE'[index % 5]}`,
    code,
    name,
    ...columns.map((column) => column[area]),
    ...layout.peopleOf(peopleOfAnArea(random)),
  ]);
  return [headersOf(edition), ...rows];
}

/**
 * Files that cannot be used: `name` says what is wrong, `file` is what a file input takes (name, mimeType, buffer),
 * `message` is text that the page's message must contain, or a pattern for the whole of what is wrong.
 */
export function badFiles() {
  const good = makeRows(2019, 1).slice(0, 31);
  const column = (start) => good[0].findIndex((header) => header.startsWith(start));
  const changed = (change) => {
    const rows = good.map((row) => [...row]);
    return toCsv(change(rows) ?? rows);
  };
  const bad = (name, fileName, content, message) => ({
    name,
    file: { name: fileName, mimeType: 'text/csv', buffer: Buffer.from(content) },
    message,
  });
  const population = column('Total population');
  return [
    bad('empty', 'empty.csv', '', 'The file is empty.'),
    bad(
      'workbook',
      'File_7.xlsx',
      Buffer.concat([Buffer.from('PK\x03\x04\x14\x00\x06\x00', 'latin1'), Buffer.alloc(4000, 0x5a)]),
      'This is a spreadsheet workbook, not a CSV file.',
    ),
    bad(
      'web page',
      'File_7.csv',
      '\n<!DOCTYPE html>\n<html lang="en"><title>English indices of deprivation 2019</title></html>\n',
      'This is a web page, not a CSV file.',
    ),
    bad(
      'another CSV',
      'bins.csv',
      'street,day,colour\nHigh Street,Monday,green\nMill Lane,Tuesday,blue\n',
      'This is not File 7: it has none of the columns needed.',
    ),
    bad(
      'no population',
      'no-population.csv',
      changed((rows) => rows.map((row) => row.filter((_, index) => index !== population))),
      'The column “Total population” is missing.',
    ),
    bad(
      'broken cell',
      'broken-cell.csv',
      changed((rows) => {
        rows[11][column('Income Score')] = '12%';
      }),
      'Line 12, column “Income Score (rate)”: “12%” stands where there should be a rate from 0 to 1',
    ),
    bad(
      'short row',
      'short-row.csv',
      changed((rows) => {
        rows[19].length = 30;
      }),
      'Line 20 has 30 columns where the first line has 57.',
    ),
    bad(
      'UTF-16',
      'utf-16.csv',
      Buffer.from(`\ufeff${toCsv(good)}`, 'utf16le'),
      'This file is saved as Unicode text (UTF-16), which this page cannot read.',
    ),
    bad(
      'edition of 2015',
      'File_7_2015.csv',
      toCsv(good).replaceAll('(2019)', '(2013)').replaceAll('mid 2015', 'mid 2012'),
      'This is not the 2019 or the 2025 edition.',
    ),
    bad('header alone', 'header.csv', toCsv(good.slice(0, 1)), 'The file has column names but no areas below them.'),
    bad(
      'repeated area',
      'repeated.csv',
      changed((rows) => {
        rows[10][0] = rows[3][0];
      }),
      'The area E01000003 is in the file twice: on line 4 and on line 11.',
    ),
    bad(
      '2021 areas among 2011 ones',
      'two-years.csv',
      changed((rows) => {
        rows[8][0] = 'E01034000';
        rows[15][0] = 'E01034001';
      }),
      'Line 9 has the area E01034000, but the codes of the 2019 edition end at E01033768. Codes with such high numbers came with the 2025 edition. 2 areas are like this.',
    ),
    bad(
      'repeated ranks',
      'repeated-ranks.csv',
      changed((rows) => {
        rows[12][column('Index of Multiple Deprivation (IMD) Rank')] = rows[5][column('Index of Multiple Deprivation (IMD) Rank')];
      }),
      /^Rank [\d,]+ in the column “Index of Multiple Deprivation \(IMD\) Rank \(where 1 is most deprived\)” is on line 6 and again on line 13\./,
    ),
    bad(
      'a council of another year',
      'cumberland.csv',
      changed((rows) => {
        [rows[6][2], rows[6][3]] = ['E06000063', 'Cumberland'];
      }),
      'Line 7 names the council Cumberland (E06000063), which the 2019 edition does not have.',
    ),
  ];
}

/** A file with more areas than England has, as a buffer: few columns, so that it is quick to make and under the 50 MB that a test may choose. */
export function tooManyAreas(areas = 999_999) {
  const { areaYear, authorityYear, people } = EDITIONS[2025];
  const headers = [
    `LSOA code (${areaYear})`,
    `Local Authority District code (${authorityYear})`,
    `Local Authority District name (${authorityYear})`,
    `Index of Multiple Deprivation (IMD) ${RANK}`,
    'Income Score (rate)',
    people[0],
  ];
  const rows = Array.from({ length: areas }, (_, area) => `E01${String(area + 1).padStart(6, '0')},E07000008,C,${area + 1},0.1,9`);
  return Buffer.from(`${headers.map((header) => `"${header}"`).join(',')}\n${rows.join('\n')}\n`);
}

const NEED_COLUMNS = {
  income: ['Income Score', 'Total population'],
  children: ['Income Deprivation Affecting Children Index (IDACI) Score', 'Dependent Children'],
  older: ['Income Deprivation Affecting Older People (IDAOPI) Score', 'Older population'],
};

/**
 * Who a target of the most deprived areas by IMD holds, worked out area by area with nothing clever.
 *
 * `codes` are authorities, all of England if left out; `share` is in per cent, as in a link; `cut` is `national` or
 * `local`; `basis` (`areas` or `people`) is what a local share is a share of. Returns `areas`, `people` and `inNeed`
 * of the place, and `coverage` and `peopleShare` of the target (0 to 1).
 */
export function referenceCoverage(csvText, { codes, share, cut = 'national', basis = 'areas', need = 'income' }) {
  const [headers, ...rows] = parseCsv(csvText.replace(/^\ufeff/, ''));
  const column = (start) => headers.findIndex((header) => header.startsWith(start));
  const [rateColumn, peopleColumn] = NEED_COLUMNS[need].map(column);
  const [authorityColumn, rankColumn] = [
    column('Local Authority District code'),
    column('Index of Multiple Deprivation (IMD) Rank'),
  ];
  const areas = rows
    .filter((row) => !codes || codes.includes(row[authorityColumn]))
    .map((row) => {
      const people = Number(row[peopleColumn]);
      return { rank: Number(row[rankColumn]), people, inNeed: people * Number(row[rateColumn]) };
    })
    .sort((a, b) => a.rank - b.rank);

  const size = basis === 'areas' ? () => 1 : (area) => area.people;
  let room = (areas.reduce((sum, area) => sum + size(area), 0) * share) / 100;
  const total = { people: 0, inNeed: 0 };
  const held = { people: 0, inNeed: 0 };
  for (const area of areas) {
    let part;
    if (cut === 'national') {
      part = area.rank * 100 <= share * rows.length + 1e-6 ? 1 : 0;
    } else {
      part = size(area) > 0 ? Math.min(1, Math.max(0, room / size(area))) : 0;
      room -= size(area);
    }
    for (const key of ['people', 'inNeed']) {
      total[key] += area[key];
      held[key] += part * area[key];
    }
  }
  return {
    areas: areas.length,
    ...total,
    coverage: held.inNeed / total.inNeed,
    peopleShare: held.people / total.people,
  };
}
