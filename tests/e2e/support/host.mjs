// A web server as a council might have it: serves a folder below any path, with any headers, and can be stopped.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** The policy under which the page has to work, word for word. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What makes every text that becomes markup or script pass a policy of the page's own. */
export const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types default";

/** The kinds of files by how their names end. */
export const KINDS = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Starts a server. `headers` are those of every answer, or made for its path. `pages` are extra answers by path: texts.
 * With `isCompressed` texts and Wasm go out in Brotli.
 * Its `close` breaks off every connection, as a server that dies does.
 */
export async function host({ folder = 'dist', base = '/', headers = {}, pages = {}, port = 0, isCompressed = false } = {}) {
  const headersOf = typeof headers === 'function' ? headers : () => headers;
  const packed = new Map();
  const pack = (path, body) => {
    if (!packed.has(path)) packed.set(path, brotliCompressSync(body));
    return packed.get(path);
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://host');
    const send = (status, kind, body) => {
      response.writeHead(status, { 'Content-Type': kind, ...headersOf(pathname) });
      response.end(body);
    };
    if (pathname in pages) {
      send(200, KINDS[extname(pathname)] ?? KINDS['.html'], pages[pathname]);
      return;
    }
    if (!pathname.startsWith(base)) {
      send(404, 'text/plain', 'not here');
      return;
    }
    const inside = normalize(decodeURIComponent(pathname.slice(base.length)) || 'index.html');
    try {
      const kind = KINDS[extname(inside)] ?? 'application/octet-stream';
      const body = await readFile(join(folder, inside));
      if (!isCompressed || extname(inside) === '.png') {
        send(200, kind, body);
        return;
      }
      response.setHeader('Content-Encoding', 'br');
      send(200, kind, pack(inside, body));
    } catch {
      send(404, 'text/plain', 'not found');
    }
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  const own = server.address().port;
  return {
    port: own,
    origin: `http://127.0.0.1:${own}`,
    url: `http://127.0.0.1:${own}${base}`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
