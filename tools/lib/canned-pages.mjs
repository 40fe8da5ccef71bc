import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { inProject } from './places.mjs';

/** The built phone pages with a few canned answers of the API: for measuring the pages and not the server. */
export const dist = inProject('visitor-h5/dist');

/** Every page one can arrive at. */
export const landings = [
  '/visit/',
  '/visit/apply',
  '/visit/records',
  '/visit/records/x',
  '/visit/pass/x',
  '/host/',
  '/host/approvals/x',
  '/guard/',
];
export const pages = { visit: 'visitor.html', host: 'host.html', guard: 'guard.html' };
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

const DAY_MS = 86_400_000;
const now = Date.now();
const iso = (at) => new Date(at).toISOString();
const pass = {
  id: 'x',
  visitId: 'v',
  visitNumber: '20261122000001',
  state: 'active',
  organisation: '平湖大学',
  personName: '陈*明',
  documentMasked: '3***************13',
  campusName: '东校区',
  gates: [{ name: '东门', nameEn: 'East Gate', hint: '' }],
  period: { from: iso(now - DAY_MS / 4), until: iso(now + DAY_MS / 4) },
  dailyHours: null,
  plate: null,
  unitName: '信息化办公室',
  hostName: '杨*',
  passNumber: '48210937',
  key: 'none',
  certificate: null,
  visibleFrom: null,
  others: [],
  personIndex: 0,
  inside: false,
  leftClaimedAt: null,
  canShare: false,
  exitOnly: false,
  now: iso(now),
};
const visitor = { mobileMasked: '138****0001', expiresAt: iso(now + DAY_MS) };
const answers = {
  '/api/visitor/session': visitor,
  '/api/visitor/passes/x': pass,
  '/api/visitor/passes/x/key': pass,
};

/** For a page's init script: a pass is opened by somebody who proved the phone before. */
export const rememberSignIn = () => {
  if (window.location.pathname.startsWith('/visit/pass/')) window.localStorage.setItem('gatehouse.signed-in', '1');
};
const nobody = { code: 'session.none', title: '请先登录', status: 401 };

/**
 * Listens on a free port.
 * @param onFile hears of the size of each file that went over the wire
 * @param other answers addresses of the caller's own with brotli html, or undefined
 * @param api answers a request of the API with a value, or undefined
 */
export async function servePages({ onFile = () => undefined, other = () => undefined, api = () => undefined } = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench');
    const own = other(pathname);
    if (own) return send(response, 200, types['.html'], 'br', own);
    if (pathname.startsWith('/api/')) {
      const answer = api(pathname);
      if (answer !== undefined) return send(response, 200, 'application/json', '', JSON.stringify(answer));
      const body = JSON.stringify(answers[pathname] ?? nobody);
      return send(response, pathname in answers ? 200 : 401, 'application/json', '', body);
    }
    const name = pages[pathname.split('/')[1]] ?? normalize(pathname.replace(/^\/h5\//, ''));
    const file = join(dist, name);
    if (!file.startsWith(dist) || !existsSync(`${file}.br`)) return send(response, 404, 'text/plain', '', '');
    const body = readFileSync(`${file}.br`);
    onFile(body.length);
    return send(response, 200, types[extname(name)] ?? 'application/octet-stream', 'br', body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://localhost:${server.address().port}`, close: () => server.close() };
}

function send(response, status, type, encoding, body) {
  response.writeHead(status, { 'content-type': type, ...(encoding && { 'content-encoding': encoding }) });
  response.end(body);
}

/** CHROMIUM_PATH, else one of the system, else npm's. */
export async function openBrowser(more = []) {
  const from = createRequire(inProject('backend/package.json'));
  const { chromium } = from('playwright-core');
  const { default: npm } = await import(from.resolve('@sparticuz/chromium'));
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const own = process.env.CHROMIUM_PATH ?? system.find((path) => existsSync(path));
  const args = own ? ['--no-sandbox', '--disable-gpu'] : npm.args;
  return chromium.launch({
    executablePath: own ?? (await npm.executablePath()),
    args: [...args, ...more],
    headless: true,
  });
}
