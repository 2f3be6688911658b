// A web server for measuring: isolated pages, so that their clocks are fine, and for the phone a slow network that everything shares.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

import { KINDS } from '../../tests/e2e/support/host.mjs';

const AS_THEY_ARE = new Set(['.gz', '.png', '.ttf', '.parquet']);

/** In Brotli at its best, kept from run to run: the first takes some minutes for what is largest. */
async function packed(bytes, folder) {
  const path = join(folder, `${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}.br`);
  if (existsSync(path)) return readFileSync(path);
  mkdirSync(folder, { recursive: true });
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const found = await promisify(brotliCompress)(bytes, { params });
  writeFileSync(path, found);
  return found;
}

/** Packs files before anybody waits for them, some at a time. */
export async function pack(paths, folder) {
  const waiting = [...paths];
  const work = async () => {
    for (let path = waiting.shift(); path; path = waiting.shift()) await packed(readFileSync(path), folder);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Serves `folders`, a list of [path, folder]; the first that has the file counts. With `network` of bits a second and a way there and
 * back in ms, answers wait for it, all on one line. `sent()` is what has gone out since it was asked last.
 */
export async function serve({ folders, isIsolated = false, network, packs }) {
  let free = 0;
  let bytesSent = 0;
  const known = new WeakSet();
  const server = createServer(async (request, response) => {
    const pathname = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    if (network) {
      // A new connection needs a way there and back of its own.
      await pause(known.has(request.socket) ? network.rtt : 2 * network.rtt);
      known.add(request.socket);
    }
    const found = folders
      .filter(([base]) => pathname.startsWith(base))
      .map(([base, folder]) => join(folder, pathname.slice(base.length) || 'index.html'))
      .find((path) => !path.includes('..') && existsSync(path));
    const isolated = isIsolated ? { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Resource-Policy': 'same-origin' } : {};
    try {
      if (!found) throw new Error('not found');
      let body = readFileSync(found);
      const headers = { 'Content-Type': KINDS[extname(found)] ?? 'application/octet-stream', 'Cache-Control': 'no-cache', ...isolated };
      if (packs && !AS_THEY_ARE.has(extname(found)) && body.length > 0) {
        body = await packed(body, packs);
        headers['Content-Encoding'] = 'br';
      }
      headers['Content-Length'] = body.length;
      bytesSent += body.length;
      response.writeHead(200, headers);
      if (!network) {
        response.end(body);
        return;
      }
      const piece = 8192;
      for (let at = 0; at < body.length && !response.destroyed; at += piece) {
        const part = body.subarray(at, at + piece);
        const now = performance.now();
        free = Math.max(free, now) + (part.length * 8000) / network.bits;
        if (free - now > 1) await pause(free - now);
        response.write(part);
      }
      response.end();
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain', ...isolated });
      response.end('not found');
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    sent() {
      const all = bytesSent;
      bytesSent = 0;
      return all;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
