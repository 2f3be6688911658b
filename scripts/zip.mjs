// Packs a folder so that the same files give the same bytes, whenever, wherever and by whomever they were written:
// `node scripts/zip.mjs FOLDER FILE.zip SECONDS`. Names are sorted, every file has the time that is given (seconds since 1970, in UTC)
// and the same rights; nothing else of the machine goes in.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** The paths of all files in a folder and below, in the order of their bytes. */
export function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'));
  return paths.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
}

/** A time as a zip has it: in steps of two seconds, from 1980 on. */
function dosTime(seconds) {
  const at = new Date(seconds * 1000);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return ((day << 16) | (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)) >>> 0;
}

/** The zip of a folder; its files lie in a folder of the same name. */
export function zipOf(folder, seconds) {
  const time = dosTime(seconds);
  const [parts, directory] = [[], []];
  let offset = 0;
  for (const path of filesIn(folder)) {
    const name = Buffer.from(`${basename(folder)}/${path}`);
    const bytes = readFileSync(join(folder, path));
    const packed = deflateRawSync(bytes, { level: 9 });
    const isPacked = packed.length < bytes.length;
    const body = isPacked ? packed : bytes;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2); // names are UTF-8
    common.writeUInt16LE(isPacked ? 8 : 0, 4);
    common.writeUInt32LE(time, 6);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, body]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((0o100644 << 16) >>> 0, 6); // an ordinary file that all may read
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), common, rest, name]));
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06'), end]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, file, seconds] = process.argv.slice(2);
  if (!folder || !file || !/^\d+$/.test(seconds ?? '')) throw new Error('node scripts/zip.mjs FOLDER FILE.zip SECONDS');
  writeFileSync(file, zipOf(folder, Number(seconds)));
}
