import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inProject } from '../lib/places.mjs';
import { useOwnFont } from './own-font.mjs';

const sharp = createRequire(inProject('backend/package.json'))('sharp');
const folder = inProject('docs/images/guard');
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

const tool = (name) => async (page) => {
  await page.locator('.status-menu').click();
  await page.locator('.tools').getByRole('button', { name, exact: true }).click();
  await page.locator('.tool').waitFor();
  await page.waitForTimeout(900);
};
const back = async (page) => {
  await page.goBack();
  await page.locator('.tool').waitFor({ state: 'detached' });
};
/** Codes change every half minute: each time the visitor's phone is looked at anew. */
const show = (code) => async (page) => {
  await page.setInputFiles('input[type=file]', { name: 'code.png', mimeType: 'image/png', buffer: await code() });
  await page.getByRole('alertdialog').waitFor();
};
const tick = async (page) => {
  await page.locator('.plate-seen input').check();
  await page.locator('.ticks input').first().check();
  await page.locator('.ticks .on').waitFor();
};
const askWhy = async (page) => {
  await page.getByRole('button', { name: /^不放行/ }).click();
  await page.locator('.reasons button').first().waitFor();
};
const refuse = async (page) => {
  await page.locator('.reasons button').first().click();
  await page.locator('.screen').first().waitFor({ state: 'detached' });
};
const lose = async (page) => {
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.context().setOffline(true);
  await page.getByText('离线核验').waitFor();
};
const openQueue = async (page) => {
  await page.getByRole('button', { name: /^放行/ }).click();
  await page.locator('.screen').first().waitFor({ state: 'detached' });
  await page.getByText(/条放行结果待上传/).click();
  await page.getByRole('dialog').waitFor();
};
const find = async (page) => {
  await page.keyboard.press('Escape');
  await page.context().setOffline(false);
  await page.getByText('在线', { exact: true }).waitFor();
};

/** The page learns of its settings at the next heartbeat, which it makes at once when it hears of the network. */
const lockItself = (order) => async (page) => {
  await order();
  await page.evaluate(() => window.dispatchEvent(new window.Event('online')));
  await page.getByRole('heading', { name: '已锁定' }).waitFor();
};

/** One line a picture, one after the other on the same phone: its name, what is done first, what is done after it. */
const pictures = ({ code, lock }) => [
  ['desk', (page) => page.locator('.desk[data-ready=alone]').waitFor()],
  ['verdict', show(code)],
  ['party', tick],
  ['refuse', askWhy, refuse],
  ['menu', (page) => page.locator('.status-menu').click(), (page) => page.keyboard.press('Escape')],
  ['readiness', tool('上岗检查'), back],
  ['walk-in', tool('临时访客'), back],
  ['muster', tool('在校名单'), back],
  ['hand-over', tool('交接班单'), back],
  ['emergency', tool('应急放行'), back],
  ['offline', lose],
  ['offline-verdict', show(code)],
  ['offline-queue', openQueue, find],
  ['locked', lockItself(lock)],
];

/** Which of them the guide also shows by night. */
const atNight = new Set(['desk', 'party', 'walk-in', 'hand-over', 'emergency', 'offline']);

/** The guard's page in Chinese, by day and by night, for docs/guide/guard.md. A picture that fails is named at the end. */
export async function takeGuardPictures(browser, url, { token, guard, ...helpers }) {
  mkdirSync(folder, { recursive: true });
  const context = await browser.newContext({
    ...phone,
    baseURL: url,
    bypassCSP: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  await useOwnFont(context);
  const page = await context.newPage();
  await page.addInitScript(() => window.localStorage.setItem('gatehouse.guard-night', 'off'));
  await page.addInitScript(showPhoneToCamera);
  const missing = [];
  await page.goto(`/guard/#pair=${token}`);
  await page.getByLabel('工号').fill(guard.number);
  await page.getByLabel('PIN').fill(guard.pin);
  await page.getByLabel(/^校门/).selectOption({ index: 1 });
  await keep(page, 'shift');
  await page.getByRole('button', { name: '开始值班' }).click();
  for (const [name, before, after] of pictures(helpers)) {
    try {
      await before(page);
      await keep(page, name);
      if (atNight.has(name)) {
        await page.evaluate(nightFall, true);
        await keep(page, `${name}-night`);
        await page.evaluate(nightFall, false);
      }
      await after?.(page);
    } catch (error) {
      missing.push(`${name}: ${String(error).split('\n')[0]}`);
    }
  }
  await context.close();
  if (missing.length) throw new Error(`pictures missing:\n${missing.join('\n')}`);
}

/** Runs in the page: a camera that sees a phone, out of focus: painted small once, shown large. */
function showPhoneToCamera() {
  const sized = (width, height) => Object.assign(document.createElement('canvas'), { width, height });
  const small = sized(120, 180);
  const brush = small.getContext('2d');
  const fill = (colour, ...place) => {
    brush.fillStyle = colour;
    brush.fillRect(...place);
  };
  fill('#5d6670', 0, 0, 120, 180);
  brush.translate(60, 90);
  brush.rotate(-0.06);
  fill('#15191e', -32, -55, 64, 113);
  fill('#f3f5f8', -29, -49, 58, 102);
  for (let cell = 0; cell < 196; cell++)
    if ((cell * 7919) % 13 < 6) fill('#20262e', -21 + (cell % 14) * 3, -33 + Math.floor(cell / 14) * 3, 3, 3);
  const canvas = sized(480, 720);
  const context = canvas.getContext('2d');
  const show = () => context.drawImage(small, 0, 0, 480, 720);
  const stream = canvas.captureStream(2);
  show();
  setInterval(show, 1000);
  navigator.mediaDevices.getUserMedia = () => Promise.resolve(stream);
}

/** What the page itself does at night: its rules for the dark count, whatever the phone says. */
function nightFall(isNight) {
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof window.CSSMediaRule)) continue;
      if (/not all|prefers-color-scheme: dark/.test(rule.media.mediaText)) rule.wasDark = true;
      if (rule.wasDark) rule.media.mediaText = isNight ? 'all' : 'not all';
    }
}

async function keep(page, name) {
  await page.waitForTimeout(400);
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot();
  writeFileSync(
    join(folder, `${name}.png`),
    await sharp(picture).resize({ width: 480 }).png({ palette: true, colours: 48 }).toBuffer(),
  );
}
