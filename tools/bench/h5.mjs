// First load of the phone pages, in headless Chromium with a slow phone and a slow network; beside each, a page
// without any script that shows the same text. Serves the built files itself, with a few canned answers of the API:
// what is measured is the page and not the server.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { inProject } from '../lib/places.mjs';
import { say } from '../lib/say.mjs';

const dist = inProject('visitor-h5/dist');
const landings = [
  '/visit/',
  '/visit/apply',
  '/visit/records',
  '/visit/records/x',
  '/visit/pass/x',
  '/host/',
  '/host/approvals/x',
  '/guard/',
];
const pages = { visit: 'visitor.html', host: 'host.html', guard: 'guard.html' };
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

const CPU_SLOWDOWN = 4;
const BYTES_PER_SECOND = 1_600_000 / 8;
const LATENCY_MS = 150;
const ROUNDS = 3;
const NO_NEW_ROUND_AFTER_MS = 100_000;
const SETTLE_MS = 1_000;

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
  now: iso(now),
};
const answers = { '/api/visitor/passes/x': pass, '/api/visitor/passes/x/key': pass };
const nobody = { code: 'session.none', title: '请先登录', status: 401 };

/** The texts of the pages, once seen: what the static page beside each shows. */
const texts = new Map();
/** What the page in hand has fetched: HTML, JS and CSS, as they went over the wire. */
let fetched = [];

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://bench');
  if (pathname.startsWith('/api/'))
    return send(response, pathname in answers ? 200 : 401, 'application/json', '', api(pathname));
  if (pathname.startsWith('/static')) return send(response, 200, types['.html'], 'br', staticPage(pathname.slice(7)));
  const name = pages[pathname.split('/')[1]] ?? normalize(pathname.replace(/^\/h5\//, ''));
  const file = join(dist, name);
  if (!file.startsWith(dist) || !existsSync(`${file}.br`)) return send(response, 404, 'text/plain', '', '');
  const body = readFileSync(`${file}.br`);
  fetched.push(body.length);
  return send(response, 200, types[extname(name)] ?? 'application/octet-stream', 'br', body);
});

const api = (pathname) => JSON.stringify(answers[pathname] ?? nobody);

function send(response, status, type, encoding, body) {
  response.writeHead(status, { 'content-type': type, ...(encoding && { 'content-encoding': encoding }) });
  response.end(body);
}

/** The same words under the same styles, and nothing to run. */
function staticPage(of) {
  const html = readFileSync(join(dist, pages[of.split('/')[1]]), 'utf8');
  const styles = (html.match(/<style>[\s\S]*?<\/style>/g) ?? []).join('');
  const lines = (texts.get(of) ?? '').split('\n').filter((line) => line.trim());
  const [title = '', ...rest] = lines.map((line) => line.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`));
  const body = `<header class="hero"><h1>${title}</h1></header>${rest.map((line) => `<p>${line}</p>`).join('')}`;
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">`;
  return brotliCompressSync(
    `<!doctype html><html lang="zh-CN"><head>${head}${styles}</head><body>${body}</body></html>`,
  );
}

/** Runs in the page, before anything of it. */
function observe() {
  window.seen = { lcp: 0, fcp: 0, cls: 0, tasks: [], largest: '' };
  const watch = (type, take) =>
    new window.PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch('largest-contentful-paint', (entry) => {
    window.seen.lcp = entry.startTime;
    window.seen.largest = entry.element?.textContent?.trim().slice(0, 24) ?? '';
  });
  watch('layout-shift', (entry) => (window.seen.cls += entry.value));
  watch('paint', (entry) => entry.name === 'first-contentful-paint' && (window.seen.fcp = entry.startTime));
  watch('longtask', (entry) => window.seen.tasks.push([entry.startTime, entry.duration]));
}

/** One cold load, in a browser context of its own. */
async function load(browser, url, path) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    locale: 'zh-CN',
    // what the worker fetches for later is no part of the first load
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: LATENCY_MS,
      downloadThroughput: BYTES_PER_SECOND,
      uploadThroughput: BYTES_PER_SECOND,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.addInitScript(observe);
    fetched = [];
    await page.goto(url + path, { waitUntil: 'networkidle', timeout: 30_000 });
    await page.waitForTimeout(SETTLE_MS);
    const { seen, text } = await page.evaluate(() => ({ seen: window.seen, text: document.body.innerText }));
    const blocked = seen.tasks.filter(([start]) => start >= seen.fcp).map(([, duration]) => Math.max(0, duration - 50));
    const bytes = sum(fetched);
    return { ...seen, text, kb: bytes / 1000, requests: fetched.length, tbt: sum(blocked) };
  } finally {
    await context.close();
  }
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;
const rounded = (number, digits = 0) => Number(number.toFixed(digits));

async function openBrowser() {
  const from = createRequire(inProject('backend/package.json'));
  const { chromium } = from('playwright-core');
  const { default: npm } = await import(from.resolve('@sparticuz/chromium'));
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const own = process.env.CHROMIUM_PATH ?? system.find((path) => existsSync(path));
  const args = own ? ['--no-sandbox', '--disable-gpu'] : npm.args;
  return chromium.launch({ executablePath: own ?? (await npm.executablePath()), args, headless: true });
}

async function measure(browser, url) {
  const since = performance.now();
  const loads = new Map(landings.map((path) => [path, { page: [], plain: [] }]));
  for (let round = 0; round < ROUNDS; round++) {
    if (round > 0 && performance.now() - since > NO_NEW_ROUND_AFTER_MS) break;
    for (const [path, { page, plain }] of loads) {
      const loaded = await load(browser, url, path);
      texts.set(path, loaded.text);
      page.push(loaded);
      plain.push(await load(browser, url, `/static${path}`));
    }
  }
  return [...loads].map(([path, { page, plain }]) => {
    const middle = (list, key) => median(list.map((one) => one[key]));
    const [lcp, staticLcp] = [middle(page, 'lcp'), middle(plain, 'lcp')];
    return {
      path,
      first_load_br_kb: rounded(middle(page, 'kb'), 1),
      requests: middle(page, 'requests'),
      lcp_ms: rounded(lcp),
      static_lcp_ms: rounded(staticLcp),
      lcp_ratio: rounded(lcp / staticLcp, 2),
      tbt_ms: rounded(middle(page, 'tbt')),
      fcp_ms: rounded(middle(page, 'fcp')),
      cls: rounded(middle(page, 'cls'), 3),
      largest: page[page.length - 1].largest,
    };
  });
}

await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const browser = await openBrowser();
try {
  const rows = await measure(browser, `http://localhost:${server.address().port}`);
  for (const row of rows) say(JSON.stringify(row));
  const worst = (key) => Math.max(...rows.map((row) => row[key]));
  const slowest = rows.find((row) => row.lcp_ratio === worst('lcp_ratio'));
  console.log(
    JSON.stringify({
      bench: 'h5',
      first_load_br_kb: worst('first_load_br_kb'),
      requests: worst('requests'),
      lcp_ms: slowest.lcp_ms,
      static_lcp_ms: slowest.static_lcp_ms,
      lcp_ratio: slowest.lcp_ratio,
      tbt_ms: worst('tbt_ms'),
      cls: worst('cls'),
      page: slowest.path,
    }),
  );
} finally {
  await browser.close();
  server.close();
}
