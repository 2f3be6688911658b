// The tables that are read: the official ones where they are at hand, else made-up ones of the same shape.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { csvParseRows } from 'd3-dsv';
import { parquetWriteBuffer } from 'hyparquet-writer';

import { makeFile7 } from '../../tests/e2e/support/file7.mjs';
import { DEFAULT, firstAnswer } from '../../scripts/first.mjs';
import { root } from '../../scripts/browser.mjs';

const OFFICIAL = {
  2019: 'iod2019/File_7_IoD2019_rebuilt_29_columns.csv',
  2025: 'iod2025/File_7_IoD2025_rebuilt_34_columns_estimated_population.csv',
};

function file7(edition) {
  const path = join(root, '../shared/data', OFFICIAL[edition]);
  return existsSync(path) ? { bytes: readFileSync(path), isMadeUp: false } : { bytes: Buffer.from(makeFile7({ edition })), isMadeUp: true };
}

/** Rows by a rule; no two have one rank. */
function manyRows(count) {
  const part = (at, of) => ((at * 7919 + of * 104729) % 999_983) / 999_983;
  const lines = ['Area code,Deprivation rank (1 is most deprived),Population,People in need'];
  for (let at = 0; at < count; at += 1) {
    const people = 500 + Math.floor(2000 * part(at, 2));
    // 7,919 and the count have no factor in common, so this goes through every rank.
    lines.push(`A${String(at + 1).padStart(7, '0')},${((at * 7919) % count) + 1},${people},${Math.floor(people * part(at, 3) * 0.4)}`);
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** The columns that are worked with, as Parquet. */
function parquet(bytes, columns, isShare = false) {
  const [headings, ...rows] = csvParseRows(bytes.toString('utf8').replace(/^\ufeff/, ''));
  const at = (pattern) => headings.findIndex((heading) => pattern.test(heading.trim()));
  const of = (pattern) => Float64Array.from(rows, (row) => Number(row[at(pattern)]));
  const [order, people, need] = columns.map(of);
  const inNeed = isShare ? need.map((share, i) => share * people[i]) : need;
  const column = (name, data) => ({ name, data, type: 'DOUBLE' });
  return Buffer.from(parquetWriteBuffer({ columnData: [column('order', order), column('people', people), column('need', inNeed)] }));
}

/** A square for each area of a file, in rows. */
function squares(bytes) {
  const codes = bytes.toString('utf8').match(/^E01\d{6}/gm);
  const square = (code, at) => {
    const [west, south] = [0.02 * (at % 200) - 4, 50 + 0.02 * Math.floor(at / 200)];
    const ring = [[west, south], [west + 0.02, south], [west + 0.02, south + 0.02], [west, south + 0.02], [west, south]];
    return { type: 'Feature', properties: { LSOA21CD: code }, geometry: { type: 'Polygon', coordinates: [ring] } };
  };
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: codes.map(square) }));
}

/** The first view's number as a plain table: for each council the people in need of each step, and in which per cent it lies. */
function firstTable() {
  const folder = join(root, 'public/figures');
  const rows = readFileSync(join(folder, DEFAULT.edition, 'income-by-imd', `${DEFAULT.part}.csv`), 'utf8').trimEnd().split('\n');
  const codes = rows[0].split(',');
  const areas = (row) => [...row.matchAll(/\(([^)]*)\)|(.)/g)].map(([, exact, sign]) => Math.round((exact ? Number(exact) : parseInt(sign, 36)) * 10_000));
  const lines = ['council,percent,in_need'];
  for (const code of DEFAULT.councils) {
    const line = (kind) => rows[2 + kind * codes.length + codes.indexOf(code)];
    const within = areas(line(0));
    const steps = areas(line(1));
    const inNeed = line(3).split(',').map(Number);
    let [percent, ends, before] = [0, 0, 0];
    inNeed.forEach((people, at) => {
      while (ends <= before && percent < 100) ends += within[percent++];
      lines.push(`${code},${percent},${people}`);
      before += steps[at];
    });
  }
  return { bytes: Buffer.from(`${lines.join('\n')}\n`), answer: firstAnswer(folder).missed };
}

export function makeData(folder, { many }) {
  mkdirSync(folder, { recursive: true });
  const write = (name, bytes) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const old = file7(2019);
  const recent = file7(2025);
  const rows = manyRows(many);
  const outlines = join(root, '../shared/data/boundaries/lsoa21_England.geojson');
  const first = firstTable();
  return {
    file: write('file7.csv', old.bytes),
    fileSize: old.bytes.length,
    recent: write('file7_2025.csv', recent.bytes),
    rows: write('rows.csv', rows),
    rowsSize: rows.length,
    outlines: existsSync(outlines) && !recent.isMadeUp ? outlines : write('outlines.geojson', squares(recent.bytes)),
    first: first.bytes,
    answer: first.answer,
    isMadeUp: old.isMadeUp || recent.isMadeUp,
    parquet: [
      write('file7.parquet', parquet(old.bytes, [/^index of multiple deprivation \(imd\) rank/i, /^total population/i, /^income score/i], true)),
      write('rows.parquet', parquet(rows, [/^deprivation rank/i, /^population$/i, /^people in need/i])),
    ],
  };
}
