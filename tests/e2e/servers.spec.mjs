// The ready-made server settings in deploy/ say the same policy, and real servers that use them serve a page that works.

import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from '@playwright/test';

import { freePort } from '../../scripts/browser.mjs';
import { POLICY, TRUSTED_TYPES } from './support/host.mjs';
import { App, hasGuessed } from './support/page.mjs';
import { FOR_ALL } from './support/shipped.mjs';

const BASE = '/tools/who-gets-missed/';
const settings = (name) => readFileSync(join('deploy', name), 'utf8');

/** What each file says is sent with every answer, but for how long it is kept. */
const SAID = {
  'nginx.conf': /^ *add_header ([\w-]+) (.*) always;$/gm,
  'apache.htaccess': /^Header always set ([\w-]+) (.*)$/gm,
  'web.config': /^ *<add name="([\w-]+)" value=(".*") \/>$/gm,
  Caddyfile: /^\theader ([\w-]+) (.*)$/gm,
};

test('all settings in deploy/ say the same, and let any site frame the page unless a comment is heeded', () => {
  const wanted = Object.fromEntries(FOR_ALL);
  expect(wanted['Content-Security-Policy']).toBe(`${POLICY}; ${TRUSTED_TYPES}`);
  expect(Object.keys(wanted)).toEqual(expect.arrayContaining(['Referrer-Policy', 'Permissions-Policy', 'Cross-Origin-Resource-Policy']));
  // A container takes nginx.conf as it is.
  const files = readdirSync('deploy').filter((name) => !/^container/i.test(name));
  expect(files.sort()).toEqual([...Object.keys(SAID), '_headers'].sort());
  for (const [name, pattern] of Object.entries(SAID)) {
    const said = [...settings(name).matchAll(pattern)].map(([, key, value]) => [key, value.replace(/^"|"$/g, '')]);
    const others = said.filter(([key]) => key !== 'Cache-Control');
    expect(others.length, name).toBe(FOR_ALL.length);
    expect(Object.fromEntries(others), name).toEqual(wanted);
  }
  for (const name of files) {
    const comments = settings(name).match(/^#.*|<!--[^]*?-->/gm).join('\n');
    expect(comments, name).toContain("; frame-ancestors 'self' https://");
    expect(comments, name).toContain('Strict-Transport-Security is not here');
  }
});

const path = (name) => ['/usr/sbin', '/usr/bin', '/usr/local/sbin'].map((folder) => join(folder, name)).find(existsSync);

/** How each server is started on a port in a folder of its own. */
const SERVERS = {
  nginx(folder, port) {
    mkdirSync(join(folder, 'temporary'));
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const config = `
      daemon off; pid ${folder}/nginx.pid; error_log stderr;
      events {}
      http {
        access_log off;
        ${temporary.map((kind) => `${kind}_temp_path ${folder}/temporary/${kind};`).join('\n')}
        server {
          listen 127.0.0.1:${port};
          ${settings('nginx.conf').replaceAll('/srv/who-gets-missed/', `${folder}/site/`)}
        }
      }`;
    writeFileSync(join(folder, 'nginx.conf'), config);
    return ['-c', join(folder, 'nginx.conf'), '-p', folder];
  },
  apache2(folder, port) {
    const modules = '/usr/lib/apache2/modules';
    const load = (name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`;
    cpSync('deploy/apache.htaccess', join(folder, 'site/.htaccess'));
    const config = `
      ${['mpm_event', 'authz_core', 'alias', 'mime', 'dir', 'headers', 'deflate', 'filter'].map(load).join('\n')}
      ServerRoot ${folder}
      ServerName localhost
      PidFile ${folder}/apache.pid
      ErrorLog ${folder}/error.log
      Listen 127.0.0.1:${port}
      TypesConfig /dev/null
      AddType text/html .html
      AddType text/css .css
      AddType image/png .png
      AddType image/svg+xml .svg
      Alias ${BASE} ${folder}/site/
      <Directory ${folder}/site>
        AllowOverride All
        Require all granted
      </Directory>`;
    writeFileSync(join(folder, 'apache.conf'), config);
    return ['-X', '-f', join(folder, 'apache.conf')];
  },
  caddy(folder, port) {
    const site = settings('Caddyfile').replaceAll('/srv/who-gets-missed', `${folder}/site`);
    const config = `{\n\tadmin off\n\tauto_https off\n\tlog {\n\t\tlevel ERROR\n\t}\n}\nhttp://127.0.0.1:${port} {\n${site}\n}\n`;
    writeFileSync(join(folder, 'Caddyfile'), config);
    return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
  },
};

for (const [name, start] of Object.entries(SERVERS)) {
  test(`the page works as ${name} serves it, compressed and under the policy`, async ({ page, request }) => {
    const program = path(name);
    test.skip(!program, `${name} is not on this machine`);
    const folder = mkdtempSync(join(tmpdir(), `${name}-`));
    // The server's own workers may be another user.
    await promisify(execFile)('chmod', ['755', folder]);
    cpSync('dist', join(folder, 'site'), { recursive: true });
    const port = await freePort();
    const server = spawn(program, start(folder, port), { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, HOME: folder } });
    try {
      const url = `http://127.0.0.1:${port}${BASE}`;
      await expect.poll(() => request.get(url).then((response) => response.status(), () => 0)).toBe(200);
      const answers = {};
      page.on('response', (response) => {
        answers[new URL(response.url()).pathname.slice(BASE.length).replace(/-[0-9a-f]{16}/, '')] = response;
      });
      const refused = [];
      page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
      const app = new App(page);
      await hasGuessed(page);
      await page.goto(url);
      await expect(app.headline).toBeVisible();
      expect(refused).toEqual([]);
      const header = async (file, key) => (await answers[file].allHeaders())[key];
      for (const [key, value] of FOR_ALL) expect(await header('', key.toLowerCase()), key).toBe(value);
      expect(await header('', 'cache-control')).toBe('no-cache');
      expect(await header('who-gets-missed.wasm', 'content-type')).toBe('application/wasm');
      expect(await header('who-gets-missed.wasm', 'cache-control')).toContain('immutable');
      expect(await header('who-gets-missed.wasm', 'x-content-type-options')).toBe('nosniff');
      const manifest = await request.get(`${url}manifest.webmanifest`);
      expect(manifest.headers()['content-type']).toBe('application/manifest+json');
      for (const file of ['who-gets-missed.wasm', 'who-gets-missed.js', 'app.css', 'figures/iod2025/income-by-imd/E12000006.csv']) {
        expect(await header(file, 'content-encoding'), file).toBe('gzip');
      }
      expect(await header('figures/iod2025/income-by-imd/E12000006.csv', 'cache-control')).toBe('no-cache');
      // A file that is not there yet, as in the middle of a copy, is asked for again the next time.
      const missing = await request.get(`${url}who-gets-missed-0123456789abcdef.js`);
      expect(missing.status()).toBe(404);
      expect(missing.headers()['content-security-policy']).toBe(`${POLICY}; ${TRUSTED_TYPES}`);
      expect(missing.headers()['cache-control'] ?? '').not.toMatch(/immutable|max-age=[1-9]/);
    } finally {
      server.kill();
      await new Promise((done) => (server.exitCode === null ? server.once('exit', done) : done()));
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
