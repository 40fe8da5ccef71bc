// First load of the console in headless Chromium on an office line: bytes as they go over the wire, and when the largest
// text stands. Serves the built files itself, with a few canned answers of the API: what is measured is the page and not
// the server.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { openBrowser } from '../lib/canned-pages.mjs';
import { answers, staff } from '../lib/canned-console.mjs';
import { inProject } from '../lib/places.mjs';
import { say } from '../lib/say.mjs';

const BYTES_PER_SECOND = 10_000_000 / 8;
const LATENCY_MS = 40;
const ROUNDS = 3;
const SETTLE_MS = 800;
const dist = inProject('admin-web/dist');
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const pages = { login: '/console/login', dashboard: '/console/dashboard', visits: '/console/visits' };

let fetched = [];
let isSignedIn = false;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://bench');
  if (pathname.startsWith('/api/')) {
    const answer = pathname === '/api/auth/me' && isSignedIn ? staff : answers[pathname];
    if (pathname.endsWith('/live')) return send(response, 503, 'text/plain', '', '');
    const body = JSON.stringify(answer ?? { code: 'auth.sign-in-needed', status: 401 });
    // To somebody signed in what is not canned is not found: a 401 would send the page to the sign-in.
    const missing = isSignedIn ? 404 : 401;
    return send(response, answer === undefined ? missing : 200, 'application/json', '', body);
  }
  const name = normalize(pathname.replace(/^\/console\//, ''));
  const own = join(dist, name);
  const file = own.startsWith(dist) && existsSync(`${own}.br`) ? own : join(dist, 'index.html');
  const body = readFileSync(`${file}.br`);
  fetched.push({ name: file.slice(dist.length), bytes: body.length });
  return send(response, 200, types[extname(file)] ?? 'application/octet-stream', 'br', body);
});

function send(response, status, type, encoding, body) {
  response.writeHead(status, { 'content-type': type, ...(encoding && { 'content-encoding': encoding }) });
  response.end(body);
}

/** Runs in the page, before anything of it. */
function observe() {
  window.lcp = 0;
  new window.PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.lcp = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

async function load(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
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
    await page.addInitScript(observe);
    fetched = [];
    await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 });
    await page.waitForTimeout(SETTLE_MS);
    const lcp = await page.evaluate(() => window.lcp);
    const isChart = ({ name }) => /\/echarts-/.test(name);
    return { lcp, kb: kbOf(fetched.filter((file) => !isChart(file))), charts: kbOf(fetched.filter(isChart)) };
  } finally {
    await context.close();
  }
}

const kbOf = (files) => files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;
const one = (number) => Math.round(number * 10) / 10;

await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const url = `http://localhost:${server.address().port}`;
const browser = await openBrowser();
try {
  const result = {};
  for (const [name, path] of Object.entries(pages)) {
    isSignedIn = name !== 'login';
    const loads = [];
    for (let round = 0; round < ROUNDS; round++) loads.push(await load(browser, url + path));
    const middle = (key) => median(loads.map((load) => load[key]));
    result[name] = { kb: one(middle('kb')), charts: one(middle('charts')), lcp: Math.round(middle('lcp')) };
    say(`${name}: ${JSON.stringify(result[name])}`);
  }
  console.log(
    JSON.stringify({
      bench: 'console',
      login_br_kb: result.login.kb,
      dashboard_br_kb: result.dashboard.kb,
      charts_br_kb: result.dashboard.charts,
      visits_br_kb: result.visits.kb,
      lcp_ms: Math.max(...Object.values(result).map(({ lcp }) => lcp)),
    }),
  );
} finally {
  await browser.close();
  server.close();
}
