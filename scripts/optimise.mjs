// Makes programs small as wasm-opt does, to the same byte, in threads that go on from one program to the next. wasm-opt is itself Wasm
// that node has to get going anew for each program, and there are a hundred: that took three times as long.

import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';

const { error } = console;
// It keeps the console that it finds, and warns of names that it does not know, of which nothing here has need.
console.error = () => {};
const { default: binaryen } = await import('binaryen');
console.error = error;

// Those that wasm-opt takes for --enable-reference-types and --enable-bulk-memory have two parts each.
const { ReferenceTypes, CallIndirectOverlong, BulkMemory, BulkMemoryOpt, MutableGlobals, NontrappingFPToInt, SignExt, Multivalue } = binaryen.Features;
const FEATURES =
  ReferenceTypes | CallIndirectOverlong | BulkMemory | BulkMemoryOpt | MutableGlobals | NontrappingFPToInt | SignExt | Multivalue;

/** A program as it comes from a file. */
function moduleOf(bytes) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(module.getFeatures() | FEATURES);
  return module;
}

// Measured one by one on the Brotli size of the first view.
function optimise(path) {
  const module = moduleOf(readFileSync(path));
  binaryen.setOneCallerInlineMaxSize(20);
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(0);
  module.runPasses(['flatten', 'rereloop']);
  module.optimize();
  module.runPasses(['reorder-functions-by-name']);
  writeFileSync(path, module.emitBinary());
  module.dispose();
}

/** A program as text. */
export function textOf(bytes) {
  const module = moduleOf(bytes);
  const text = module.emitText();
  module.dispose();
  return text;
}

/** A program of its text. */
export function bytesOf(text) {
  const module = binaryen.parseText(text);
  module.setFeatures(FEATURES);
  const bytes = module.emitBinary();
  module.dispose();
  return bytes;
}

/** As many threads as the machine has room for: `small(path)` makes a program small in its file, and `end` ends them. */
export function smallMaker() {
  const [all, idle, waiting] = [[], [], []];
  const work = async (thread) => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      thread.postMessage(job.path);
      await once(thread, 'message').then(job.done, job.fail);
    }
    idle.push(thread);
  };
  const another = () => {
    if (all.length === availableParallelism()) return undefined;
    all.push(new Worker(new URL(import.meta.url)));
    return all.at(-1);
  };
  return {
    small: (path) =>
      new Promise((done, fail) => {
        waiting.push({ path, done, fail });
        const thread = idle.pop() ?? another();
        if (thread) work(thread);
      }),
    end: () => all.forEach((thread) => thread.terminate()),
  };
}

if (!isMainThread) {
  parentPort.on('message', (path) => {
    optimise(path);
    parentPort.postMessage(path);
  });
}
