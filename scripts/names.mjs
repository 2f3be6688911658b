// Short names for what the program takes from its script. wasm-bindgen ends each name with a checksum, which does not
// pack: it stood in both files, and cost the first view 5 kB in Brotli.

const [TYPES, IMPORTS] = [1, 2];
/** How the name of wasm-bindgen's own script ends, from which most is taken. */
const SCRIPT = '_bg.js';

/** Reads a Wasm file from its beginning. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  number() {
    for (let value = 0, shift = 0; ; shift += 7) {
      const [byte] = this.take(1);
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  text() {
    return this.take(this.number()).toString();
  }

  /** What is imported, after its names: passed over. */
  passKind() {
    const [kind] = this.take(1);
    const passLimits = () => {
      const [flags] = this.take(1);
      this.number();
      if (flags & 1) this.number();
    };
    const pass = [
      () => this.number(),
      () => (this.take(1), passLimits()),
      passLimits,
      () => this.take(2),
      () => (this.take(1), this.number()),
    ][kind];
    if (!pass) throw new Error(`an import of an unknown kind: ${kind}`);
    pass();
  }
}

function number(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return Buffer.from([...bytes, value]);
}

const text = (value) => Buffer.concat([number(Buffer.byteLength(value)), Buffer.from(value)]);

/** The section of imports with other names. */
function renamedImports(section, rename) {
  const reader = new Reader(section);
  const count = reader.number();
  const parts = [number(count)];
  for (let left = count; left > 0; left -= 1) {
    const [module, name] = [reader.text(), reader.text()];
    const start = reader.at;
    reader.passKind();
    const of = module.endsWith(SCRIPT) ? rename : (name) => name;
    parts.push(text(of(module)), text(of(name)), section.subarray(start, reader.at));
  }
  return Buffer.concat(parts);
}

/** Of a program its types and what it takes from others alone, as a program by itself. */
export function takenBy(program) {
  const reader = new Reader(program);
  const parts = [reader.take(8)];
  while (reader.at < program.length) {
    const start = reader.at;
    const [kind] = reader.take(1);
    reader.take(reader.number());
    if ([TYPES, IMPORTS].includes(kind)) parts.push(program.subarray(start, reader.at));
  }
  return Buffer.concat(parts);
}

/** Gives imports short names, in a program and in the script that has them ready: `{ program, script }`. */
export function withShortNames(program, script) {
  const short = new Map();
  const rename = (name) => {
    if (!short.has(name)) short.set(name, `$${short.size.toString(36)}`);
    return short.get(name);
  };
  const reader = new Reader(program);
  const parts = [reader.take(8)];
  while (reader.at < program.length) {
    const [kind] = reader.take(1);
    const section = reader.take(reader.number());
    const now = kind === IMPORTS ? renamedImports(section, rename) : section;
    parts.push(Buffer.from([kind]), number(now.length), now);
  }
  const found = new Set();
  const renamed = script.replace(/"\.\/[\w-]+_bg\.js"|\b__wb\w+/g, (name) => {
    const now = short.get(name.replaceAll('"', ''));
    if (!now) return name;
    found.add(now);
    return now;
  });
  if (found.size !== short.size) throw new Error('the script of wasm-bindgen does not name all that the program takes from it');
  return { program: Buffer.concat(parts), script: renamed };
}
