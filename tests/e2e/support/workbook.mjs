// A small spreadsheet as a person may bring it: .xlsx, its parts unpacked inside the file, its cells as text and numbers.

import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

/** Numbers of so many bytes each, lowest byte first. */
function numbers(...pairs) {
  return Buffer.concat(pairs.map(([value, size]) => {
    const bytes = Buffer.alloc(size);
    bytes.writeUIntLE(value, 0, size);
    return bytes;
  }));
}

/** A ZIP file of parts by their names; packed if asked for. */
function zipped(parts, isPacked = false) {
  const [files, list] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [title, whole] = [Buffer.from(name), Buffer.from(text)];
    const content = isPacked ? deflateRawSync(whole) : whole;
    const common = numbers([20, 2], [0, 2], [isPacked ? 8 : 0, 2], [0, 4], [crc32(whole), 4], [content.length, 4], [whole.length, 4], [title.length, 2], [0, 2]);
    const file = Buffer.concat([numbers([0x04034b50, 4]), common, title, content]);
    list.push(numbers([0x02014b50, 4], [20, 2]), common, numbers([0, 2], [0, 4], [0, 4], [at, 4]), title);
    files.push(file);
    at += file.length;
  }
  const index = Buffer.concat(list);
  const count = Object.keys(parts).length;
  return Buffer.concat([...files, index, numbers([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [index.length, 4], [at, 4], [0, 2])]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const letter = (column) => String.fromCharCode(65 + column);
const cell = (value, at) => (typeof value === 'number' ? `<c r="${at}"><v>${value}</v></c>` : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`);
const sheet = (rows) => {
  const line = (row, number) => `<row r="${number}">${row.map((value, column) => cell(value, `${letter(column)}${number}`)).join('')}</row>`;
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.map((row, at) => line(row, at + 1)).join('')}</sheetData></worksheet>`;
};

/** A workbook of sheets by their names, each as the text inside the file. */
function packed(sheets, isPacked) {
  const names = Object.keys(sheets);
  const list = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at + 1}"/>`).join('');
  const relation = (at) => `<Relationship Id="s${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`;
  const package_ = 'http://schemas.openxmlformats.org/package/2006';
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${package_}/content-types"/>`,
    '_rels/.rels': `<Relationships xmlns="${package_}/relationships"><Relationship Id="w" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${package_}/relationships">${names.map((_, at) => relation(at)).join('')}</Relationships>`,
    ...Object.fromEntries(names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheets[name]])),
  };
  return zipped(parts, isPacked);
}

/** A workbook of sheets by their names, each rows of texts and numbers. */
export function workbook(sheets) {
  return packed(Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, sheet(rows)])), false);
}

/** A workbook of 100 kB whose sheet is 100 MB of the same empty tag, a thousand bytes for each packed one. */
export function unpacksWithoutEnd() {
  return packed({ Rows: `<worksheet xmlns="${MAIN}"><sheetData>${'<x/>'.repeat(25_000_000)}</sheetData></worksheet>` }, true);
}

/** A workbook whose sheet unpacks to 200 MB: more rows than can be read, each with four numbers. */
export function tooLong() {
  const lines = Array.from({ length: 1_002_000 }, (_, at) => {
    const cells = [at % 797, (at * 7919) % 9973, (at * 104_729) % 99_991, at % 1009];
    return `<row r="${at + 1}">${cells.map((value, column) => `<c r="${letter(column)}${at + 1}" s="0"><v>${value}.${at % 97}</v></c>`).join('')}</row>`;
  });
  return packed({ Rows: `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>` }, true);
}
