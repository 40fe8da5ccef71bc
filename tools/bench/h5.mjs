// First load of the phone pages, in headless Chromium with a slow phone and a slow network; beside each, a page
// without any script that shows the same text. Serves the built files itself, with a few canned answers of the API:
// what is measured is the page and not the server.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { dist, landings, openBrowser, pages, rememberSignIn, servePages } from '../lib/canned-pages.mjs';
import { say } from '../lib/say.mjs';

const CPU_SLOWDOWN = 4;
const BYTES_PER_SECOND = 1_600_000 / 8;
const LATENCY_MS = 150;
const ROUNDS = 3;
const NO_NEW_ROUND_AFTER_MS = 100_000;
const SETTLE_MS = 1_000;

/** The texts of the pages, once seen: what the static page beside each shows. */
const texts = new Map();
/** What the page in hand has fetched: HTML, JS and CSS, as they went over the wire. */
let fetched = [];

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
    await page.addInitScript(rememberSignIn);
    fetched = [];
    await page.goto(url + path, { waitUntil: 'networkidle', timeout: 60_000 });
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

const server = await servePages({
  onFile: (bytes) => fetched.push(bytes),
  other: (pathname) => (pathname.startsWith('/static') ? staticPage(pathname.slice(7)) : undefined),
});
const browser = await openBrowser();
try {
  const rows = await measure(browser, server.url);
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
