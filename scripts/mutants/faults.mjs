// Puts faults that cargo-mutants names into the text of a file, all of them at once: each function that has some asks which one is
// on, and is itself where none is. So the program is compiled once for thousands of faults.

/** A list by what a function says of each. */
export function grouped(list, by) {
  const groups = new Map();
  for (const one of list) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return groups;
}

const CHANGED = '/* fault */';

/** What a fault is called wherever its line stands: its file, what is changed in which function, and which of equals it is. */
export function named(mutants) {
  const seen = new Map();
  return mutants.map((mutant) => {
    const [file, , , ...what] = mutant.name.split(':');
    const plain = `${file}:${what.join(':')}`;
    const before = seen.get(plain) ?? 0;
    seen.set(plain, before + 1);
    return { ...mutant, called: before ? `${plain} #${before + 1}` : plain };
  });
}

/** Where a line and column, as cargo-mutants counts them, lie in a text. */
function finder(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return ({ line, column }) => {
    const from = starts[line - 1];
    const written = [...text.slice(from, starts[line] ?? text.length)].slice(0, column - 1).join('');
    return from + written.length;
  };
}

/** Where the body of a function begins: the first brace that is in no bracket and no comment. */
function bodyOf(text, from) {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text.startsWith('//', at)) at = text.indexOf('\n', at);
    else if ('(['.includes(text[at])) depth += 1;
    else if (')]'.includes(text[at])) depth -= 1;
    else if (text[at] === '{' && depth === 0) return at;
  }
  throw new Error('a function without a body');
}

/** Why a fault cannot be put in beside others. */
export function alone(mutant, text) {
  if (!mutant.function) return 'outside functions';
  const at = finder(text);
  const from = at(mutant.function.span.start);
  const head = text.slice(from, bodyOf(text, from));
  return /->[^]*\bimpl\b/.test(head) ? 'gives what only one body can give' : '';
}

/**
 * A text with faults in it, each `{ id, function, span, replacement, of }` with `of` the number of its function; functions of whose
 * names `constant` says that they must stay constant have none.
 */
export function withFaults(text, mutants) {
  const at = finder(text);
  const inserted = [];
  const functions = grouped(mutants, ({ of }) => of);
  for (const [of, faults] of functions) {
    const { start, end } = faults[0].function.span;
    const [from, last] = [at(start), at(end) - 1];
    const open = bodyOf(text, from);
    const head = text.slice(from, open);
    const constant = /\bconst\s+(?=(?:unsafe\s+)?fn\b)/.exec(head);
    if (constant) inserted.push({ at: from + constant.index, cut: constant[0].length, text: '' });
    const arms = faults.map(({ id, span, replacement }) => {
      const [begin, stop] = [at(span.start), at(span.end)];
      const body = text.slice(open + 1, begin) + ` ${replacement} ${CHANGED} ` + text.slice(stop, last);
      return `//fault ${id}\n${id} => {${body}\n}\n//end\n`;
    });
    inserted.push({ at: open + 1, cut: 0, text: `\n//function ${of}\nmatch crate::mutants::at(${of}) {\n${arms.join('')}_ => {` });
    inserted.push({ at: last, cut: 0, text: '\n}}\n//end\n' });
  }
  inserted.sort((one, other) => one.at - other.at);
  let made = '';
  let done = 0;
  for (const piece of inserted) {
    made += text.slice(done, piece.at) + piece.text;
    done = piece.at + piece.cut;
  }
  return made + text.slice(done);
}

/** What lies at each line of a text with faults: `{ fault }` or `{ function }`, the innermost. */
export function places(text) {
  const within = [];
  return text.split('\n').map((line) => {
    const [, kind, id] = /^\/\/(fault|function|end) ?(\d*)$/.exec(line) ?? [];
    if (kind === 'end') within.pop();
    else if (kind) within.push({ [kind]: Number(id) });
    return within.at(-1);
  });
}
