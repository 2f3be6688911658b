// The browser, failing on purpose. Each call by which the program asks the browser for something that may be refused is counted by
// its kind; the one that is named refuses as the real one does, is late, or is not answered until it is let go.
// One text of plain JavaScript, put into the page before any of its own (`addInitScript`).

/** What can happen to a call. Calls that are answered at once can only be refused. */
export const FAULTS = ['refuses', 'refuses from then on', 'is late', 'outlives its view'];

/** For how long a late call is held, in milliseconds: the person has gone on by then. */
export const LATE = 1200;

/**
 * `plan` names a kind, the number of a call of it, and what happens; without it calls are counted alone. What was counted goes on
 * over loads of the page in the same tab: `window.name` is what a page can keep where nothing can be kept.
 */
export function breakCalls({ plan, late }) {
  if (window !== window.parent || !/^https?:/.test(location.protocol)) return;
  const started = window.name.startsWith('{') ? JSON.parse(window.name) : { counts: {}, told: [], isOver: false, isHit: false };
  const keep = () => {
    window.name = JSON.stringify(started);
  };
  const held = [];
  const layer = {
    get state() {
      return started;
    },
    /** Nothing is refused any more. */
    end() {
      started.isOver = true;
      keep();
      layer.release();
    },
    /** What was held is answered. */
    release: () => held.splice(0).forEach((go) => go()),
    raw: {},
  };
  Object.defineProperty(window, 'faults', { value: layer });

  /** Counts a call and says what becomes of it: nothing, `refuse` or `hold`. */
  function met(kind, what, canWait) {
    const n = (started.counts[kind] = (started.counts[kind] ?? 0) + 1);
    const isAfter = plan?.fault === 'refuses from then on' && plan.kind === kind && n > plan.n;
    const isIt = plan?.kind === kind && plan.n === n;
    if (!plan) started.told.push([kind, String(what ?? '').slice(0, 80), canWait]);
    let outcome;
    if (!started.isOver && (isIt || isAfter)) {
      started.isHit = true;
      started.what ??= String(what ?? '').slice(0, 80);
      if (plan.fault.startsWith('refuses')) outcome = 'refuse';
      else if (canWait) outcome = 'hold';
    }
    keep();
    return outcome;
  }
  const wait = () => new Promise((done) => {
    if (plan.fault === 'is late') setTimeout(done, late);
    else held.push(done);
  });

  const error = (name, text) => () => new DOMException(text, name);
  const full = error('QuotaExceededError', 'The quota has been exceeded.');
  const forbidden = error('SecurityError', 'The operation is insecure.');
  const unreadable = error('NotReadableError', 'The requested file could not be read, typically due to permission problems.');
  const notAllowed = error('NotAllowedError', 'The request is not allowed by the user agent or the platform in the current context.');
  const failed = (text) => () => new TypeError(text);

  /** A method that answers at once; `kind` is a text, or says of whose it is which kind it is. */
  function atOnce(owner, name, kind, fail) {
    const works = owner?.[name];
    if (!works) return;
    layer.raw[`${owner.constructor.name}.${name}`] = works;
    owner[name] = function call(...values) {
      const of = typeof kind === 'function' ? kind(this) : kind;
      if (of && met(of, values[0], false) === 'refuse') throw fail();
      return works.apply(this, values);
    };
  }
  /** A method that promises. */
  function later(owner, name, kind, fail, whatOf = (self, [first]) => first) {
    const works = owner?.[name];
    if (!works) return;
    layer.raw[`${owner.constructor.name}.${name}`] = works;
    owner[name] = function call(...values) {
      const of = typeof kind === 'function' ? kind(this) : kind;
      const outcome = of && met(of, whatOf(this, values), true);
      if (outcome === 'refuse') return Promise.reject(fail());
      if (outcome === 'hold') return wait().then(() => works.apply(this, values));
      return works.apply(this, values);
    };
  }
  function property(owner, name, kind, fail) {
    const described = Object.getOwnPropertyDescriptor(owner, name);
    if (!described?.get) return;
    Object.defineProperty(owner, name, {
      ...described,
      get() {
        if (met(kind, '', false) === 'refuse') throw fail();
        return described.get.call(this);
      },
    });
  }

  // Texts.
  const { localStorage: ofDevice } = window;
  const storageOf = (self) => (self === ofDevice ? 'localStorage' : 'sessionStorage');
  for (const [name, fail] of [['getItem', forbidden], ['setItem', full], ['removeItem', forbidden], ['key', forbidden]]) {
    atOnce(Storage.prototype, name, (self) => `${storageOf(self)}.${name}`, fail);
  }
  property(window, 'localStorage', 'localStorage', forbidden);
  property(window, 'sessionStorage', 'sessionStorage', forbidden);
  property(window, 'caches', 'caches', forbidden);
  property(window, 'indexedDB', 'indexedDB', forbidden);

  // Files of the person's own, kept as responses.
  for (const name of ['open', 'has', 'keys', 'delete']) later(CacheStorage.prototype, name, `caches.${name}`, forbidden);
  for (const name of ['match', 'keys', 'delete']) later(Cache.prototype, name, `cache.${name}`, error('InvalidStateError', 'broken'));
  later(Cache.prototype, 'put', 'cache.put', full);

  // Tables under names.
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function call(...values) {
    const outcome = met('indexedDB.open', values[0], true);
    if (outcome === 'refuse') throw forbidden();
    const request = open.apply(this, values);
    if (outcome === 'hold') request.isHeld = wait();
    return request;
  };
  const { transaction: begin } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function call(...values) {
    const outcome = met(`indexedDB.transaction ${values[1] ?? 'readonly'}`, values[0], true);
    if (outcome === 'refuse' && values[1] !== 'readwrite') throw error('InvalidStateError', 'The database connection is closing.')();
    const transaction = begin.apply(this, values);
    if (outcome === 'hold') transaction.isHeld = wait();
    if (outcome === 'refuse') {
      // As where the device is full: all goes well until it is to be kept.
      Object.defineProperty(transaction, 'error', { get: full });
      Promise.resolve().then(() => transaction.abort());
    }
    return transaction;
  };
  for (const [owner, name] of [[IDBRequest.prototype, 'onsuccess'], [IDBTransaction.prototype, 'oncomplete']]) {
    const { get, set, ...rest } = Object.getOwnPropertyDescriptor(owner, name);
    const setLater = function setLater(listen) {
      const self = this;
      if (!self.isHeld || !listen) return set.call(self, listen);
      return set.call(self, (event) => self.isHeld.then(() => listen.call(self, event)));
    };
    Object.defineProperty(owner, name, { ...rest, get, set: setLater });
  }

  // The network. What comes of it may break off too.
  later(window, 'fetch', 'fetch', failed('Failed to fetch'), (self, [of]) => String(of?.url ?? of).replace(location.origin, ''));
  for (const name of ['text', 'arrayBuffer', 'json']) later(Response.prototype, name, 'response', failed('network error'), (self) => self.url.replace(location.origin, ''));
  later(Response.prototype, 'blob', 'response of a kept file', failed('Failed to fetch'));
  // The program: not enough memory for it, most of all.
  const noMemory = () => new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance');
  for (const name of ['instantiateStreaming', 'instantiate', 'compileStreaming', 'compile']) later(WebAssembly, name, 'wasm', noMemory, () => name);

  // Files that a person chooses.
  for (const name of ['text', 'arrayBuffer']) later(Blob.prototype, name, 'file', unreadable, (self) => `${name} of ${self.size} bytes`);
  atOnce(Blob.prototype, 'slice', 'file.slice', unreadable);
  atOnce(Blob.prototype, 'stream', 'file.stream', unreadable);

  // Workers.
  const { Worker: Works } = window;
  window.Worker = function Started(...values) {
    const outcome = met('worker', values[0], true);
    if (outcome === 'refuse') throw forbidden();
    const worker = new Works(...values);
    if (outcome === 'hold') {
      const { postMessage } = worker;
      const isFree = wait();
      worker.postMessage = (...sent) => isFree.then(() => postMessage.apply(worker, sent));
    }
    // It is gone as soon as it is given work, as for want of memory.
    if (met('worker that ends', values[0], false) === 'refuse') {
      worker.postMessage = () => {
        worker.terminate();
        setTimeout(() => worker.dispatchEvent(new ErrorEvent('error', { message: 'Out of memory', cancelable: true })));
      };
    }
    return worker;
  };
  atOnce(Works.prototype, 'postMessage', 'worker.postMessage', error('DataCloneError', 'could not be cloned'));
  property(Navigator.prototype, 'serviceWorker', 'serviceWorker', forbidden);
  if (window.ServiceWorkerContainer) later(ServiceWorkerContainer.prototype, 'register', 'serviceWorker.register', failed('Failed to register a ServiceWorker'));

  // What leaves the page.
  if (window.Clipboard) later(Clipboard.prototype, 'writeText', 'clipboard', notAllowed, () => '');
  navigator.share = async () => {};
  later(navigator, 'share', 'share', notAllowed, () => '');
  atOnce(URL, 'createObjectURL', 'createObjectURL', failed('Overload resolution failed'));
  window.print = () => {};
  atOnce(window, 'print', 'print', notAllowed);
  const { toBlob } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.toBlob = function call(done, ...values) {
    const outcome = met('canvas', '', true);
    if (outcome === 'refuse') return void setTimeout(() => done(null));
    return toBlob.call(this, outcome === 'hold' ? (blob) => wait().then(() => done(blob)) : done, ...values);
  };
  later(Element.prototype, 'requestFullscreen', 'full screen', failed('fullscreen error'), () => '');

  // Back and forth.
  for (const name of ['pushState', 'replaceState']) {
    atOnce(History.prototype, name, `history.${name}`, error('SecurityError', `Attempt to use history.${name}() more than 100 times per 30 seconds`));
  }
}
