import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiled, inProject } from './lib/places.mjs';
import { takeGuardPictures } from './shots/guard-guide.mjs';
import { takeHostPictures } from './shots/host-guide.mjs';
import { useOwnFont } from './shots/own-font.mjs';
import { takeOfficePictures } from './shots/office-guide.mjs';
import { takeVisitorPictures } from './shots/visitor-guide.mjs';

/**
 * Starts a demo of its own, lets people walk through it, and keeps the pictures that the documents show. With `hosts` only
 * those of docs/guide/host.md, `visitors` those of visitor.md, `office` those of office.md, `guards` those of guard.md.
 */
const require = createRequire(inProject('backend/package.json'));
const { chromium } = require('playwright-core');
const pictures = inProject('docs/images');
const only = process.argv[2];
const url = 'http://localhost:8094';
const mobile = '13812340001';
const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-shots-'));
const system = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);

const server = spawn(process.execPath, [join(compiled, 'main.js')], {
  env: { ...process.env, APP_MODE: 'demo', PORT: '8094', PUBLIC_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'error' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve, reject) => {
  server.stdout.on('data', (text) => String(text).includes('demo sign-ins') && resolve());
  server.on('exit', () => reject(new Error('the demo did not start')));
});

try {
  mkdirSync(pictures, { recursive: true });
  await takePictures();
} finally {
  server.removeAllListeners('exit');
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(dataDir, { recursive: true, force: true });
}

async function takePictures() {
  const browser = await launch();
  if (only === 'office') {
    await takeOfficePictures(browser, url);
    return browser.close();
  }
  const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
  const desk = { viewport: { width: 1440, height: 900 } };
  const person = async (view, more = {}) => {
    const own = { baseURL: url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', bypassCSP: true };
    const context = await browser.newContext({ ...view, ...own, ...more });
    await useOwnFont(context);
    return context.newPage();
  };
  const keep = (page, name) => !only && page.screenshot({ path: join(pictures, `${name}.png`) });

  const visitor = await person(phone);
  await visitor.goto('/visit/');
  await keep(visitor, 'landing');
  await visitor.goto('/visit/apply');
  await visitor.getByRole('radio', { name: '自驾车辆' }).check();
  await keep(visitor, 'apply');

  const visit = await bookNow(visitor);
  const waiting = await bookNow(visitor, 3);
  const host = await person(phone);
  await signIn(host, 'T1001');
  const todo = await (await host.request.get(`/api/approvals?state=todo&q=${visit.number}`)).json();
  await host.goto('/host/');
  await host.getByText('刘洋').first().waitFor();
  await keep(host, 'host');
  await host.goto(`/host/approvals/${todo.items[0].id}`);
  await host.getByText('浙E8D6K9').waitFor();
  await keep(host, 'approval');
  await host.request.post(`/api/approvals/${todo.items[0].id}/agreement`, { data: { opinion: '同意' } });

  await proveMobile(visitor);
  const detail = await (await visitor.request.get(`/api/visitor/visits/${visit.id}`)).json();
  await visitor.goto(`/visit/records/${visit.id}`);
  await visitor.getByText('办理进度').waitFor();
  await keep(visitor, 'record');
  await visitor.goto(`/visit/pass/${detail.passes[0].id}`);
  await visitor.getByRole('img', { name: /访客二维码/ }).waitFor();
  await visitor.waitForTimeout(800);
  await keep(visitor, 'pass');
  if (!only || only === 'visitors')
    await takeVisitorPictures(browser, url, await visitor.context().storageState(), {
      visit: visit.id,
      waiting: waiting.id,
      passes: detail.passes.map(({ id }) => id),
    });
  const office = await person(desk);
  await signIn(office, 'S2002');
  if (!only || only === 'guards') await takeGuardPictures(browser, url, await gatePost(office, visitor));
  if (only === 'guards') return browser.close();

  const code = await visitor.screenshot();
  const guard = await person(phone);
  await guard.goto(`/guard/#pair=${(await pairing(office)).token}`);
  await guard.getByLabel(/^姓名/).fill('刘师傅');
  await guard.getByLabel(/^校门/).selectOption({ index: 1 });
  await guard.getByRole('button', { name: '开始值班' }).click();
  await guard.getByText('选图片').waitFor();
  await guard.setInputFiles('input[type=file]', { name: 'code.png', mimeType: 'image/png', buffer: code });
  await guard.getByRole('alertdialog').waitFor();
  await guard.waitForTimeout(800);
  await keep(guard, 'verdict');
  await guard.getByRole('button', { name: /^放行/ }).click();
  await guard.waitForTimeout(1500);

  if (only !== 'visitors') {
    const later = await (await host.request.get(`/api/approvals?state=todo&q=${waiting.number}`)).json();
    const facts = { approval: later.items[0].id, visit: visit.id };
    await takeHostPictures(browser, url, host, facts);
  }
  if (only) return browser.close();

  await consolePages(office, keep);
  await takeOfficePictures(browser, url);
  const night = await person(desk, { colorScheme: 'dark' });
  await signIn(night, 'S2002');
  await night.emulateMedia({ colorScheme: 'dark' });
  await open(night, '/console/', 'dashboard-dark', keep);
  await browser.close();
}

async function consolePages(page, keep) {
  await open(page, '/console/', 'dashboard', keep);
  await open(page, '/console/visits', 'visits', keep);
  await open(page, '/console/passages', 'passages', keep);
  await open(page, '/console/blacklist', 'blacklist', keep);
  await open(page, '/console/devices', 'devices', keep);
}

async function open(page, path, name, keep) {
  await page.goto(path);
  // The dashboard listens for ever: it is never idle.
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
  await page.waitForTimeout(1200);
  await keep(page, name);
}

function signIn(page, staffNumber) {
  return page.request.post('/api/auth/dev/login', { data: { staffNumber }, maxRedirects: 0 });
}

/** A visit from now on, to 王静 on her campus, by car, with one companion. */
async function bookNow(page, daysAhead = 0) {
  const info = await (await page.request.get('/api/booking')).json();
  for (const campus of info.campuses) {
    const units = await (await page.request.get(`/api/units?campus=${campus.id}&q=计算机`)).json();
    if (units.length === 0) continue;
    const [host] = await (await page.request.get(`/api/hosts?unit=${units[0].id}&q=王静`)).json();
    const begin = Math.floor(Date.now() / 60_000) * 60_000 + daysAhead * 86_400_000;
    const answer = await page.request.post('/api/visits', {
      headers: { 'idempotency-key': randomUUID() },
      data: {
        campusId: campus.id,
        unitId: units[0].id,
        host: { staffId: host.id },
        transport: 'car',
        plate: '浙E8D6K9',
        period: { from: new Date(begin).toISOString(), until: new Date(begin + 4 * 3_600_000).toISOString() },
        purpose: 'academic',
        reason: '参加学术报告会',
        applicant: {
          name: '刘洋',
          organisation: '湖州市科技局',
          documentKind: 'PRC_ID',
          documentNumber: '330502199003071013',
          mobile,
        },
        companions: [{ name: '孙悦', documentKind: 'PRC_ID', documentNumber: '410102200002290023' }],
        noticeVersion: info.notice.version,
        consentIdentity: true,
      },
    });
    if (!answer.ok()) throw new Error(await answer.text());
    return answer.json();
  }
  throw new Error('the demo has no such unit');
}

async function proveMobile(page) {
  await page.request.post('/api/visitor/codes', { data: { mobile } });
  for (let turn = 0; turn < 20; turn++) {
    const messages = await (await page.request.get('/api/dev/outbox')).json();
    const code = /\d{6}/.exec(messages.find(({ template }) => template === 'one-time-code')?.text ?? '')?.[0];
    if (code && (await page.request.post('/api/visitor/session', { data: { mobile, code } })).ok()) return;
    await page.waitForTimeout(300);
  }
  throw new Error('no one-time code arrived');
}

/** What a guard needs for a shift: a device to pair, number and PIN, and a visitor who shows his code. */
async function gatePost(office, visitor) {
  const { token, deviceId, campusId } = await pairing(office);
  const guard = { campusId, number: '0217', name: '刘师傅', role: 'guard' };
  const { pin } = await (await office.request.post('/api/guards', { data: guard })).json();
  const lock = () => office.request.post(`/api/devices/${deviceId}/settings`, { data: { lockAfterSeconds: 1 } });
  const code = async () => {
    await visitor.waitForTimeout(300);
    return visitor.screenshot();
  };
  return { token, guard: { number: guard.number, pin }, code, lock };
}

async function pairing(page) {
  const gates = await (await page.request.get('/api/gates')).json();
  const info = await (await page.request.get('/api/booking')).json();
  const withUnit = async (campus) =>
    (await (await page.request.get(`/api/units?campus=${campus.id}&q=计算机`)).json()).length > 0;
  for (const campus of info.campuses) {
    if (!(await withUnit(campus))) continue;
    const gateIds = gates.filter((gate) => gate.campus.id === campus.id).map(({ id }) => id);
    const offer = await page.request.post('/api/devices', { data: { name: '南门平板', campusId: campus.id, gateIds } });
    return { ...(await offer.json()), campusId: campus.id };
  }
}

async function launch() {
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--lang=zh-CN',
  ];
  if (system) return chromium.launch({ executablePath: system, args: quiet });
  const { default: fromNpm } = await import(require.resolve('@sparticuz/chromium'));
  return chromium.launch({ executablePath: await fromNpm.executablePath(), args: quiet });
}
