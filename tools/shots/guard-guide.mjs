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
const show = (code) => async (page) => {
  await page.setInputFiles('input[type=file]', { name: 'code.png', mimeType: 'image/png', buffer: code });
  await page.getByRole('alertdialog').waitFor();
};
const dismiss = async (page) => {
  await page.keyboard.press('Escape');
  await page.locator('.reasons button, .typed-kinds').first().waitFor();
};

/** One line a picture, one after the other on the same phone: its name, what is done first, what is done after it. */
const pictures = (code) => [
  ['desk', (page) => page.locator('.desk[data-ready=alone]').waitFor()],
  ['menu', (page) => page.locator('.status-menu').click(), (page) => page.keyboard.press('Escape')],
  ['readiness', tool('上岗检查'), back],
  ['walk-in', tool('临时访客')],
  ['walk-in-form', signIn, back],
  ['muster', tool('在校名单'), back],
  ['emergency', tool('应急放行'), back],
  [
    'offline',
    (page) =>
      page
        .context()
        .setOffline(true)
        .then(() => page.getByText('离线核验').waitFor()),
  ],
  ['offline-verdict', show(code)],
  ['refuse', dismiss],
];

/** The guard's page in Chinese, by day and by night, for docs/guide/guard.md. A picture that fails is named at the end. */
export async function takeGuardPictures(browser, url, { token, code, guard }) {
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
  page.guard = guard;
  await page.addInitScript(() => window.localStorage.setItem('gatehouse.guard-night', 'off'));
  const missing = [];
  await page.goto(`/guard/#pair=${token}`);
  await page.getByLabel(/^姓名/).fill('刘师傅');
  await page.getByLabel(/^校门/).selectOption({ index: 1 });
  await keep(page, 'shift');
  await page.getByRole('button', { name: '开始值班' }).click();
  for (const [name, before, after] of pictures(code)) {
    try {
      await before(page);
      await keep(page, name);
      await page.evaluate(nightFall, true);
      await keep(page, `${name}-night`);
      await page.evaluate(nightFall, false);
      await after?.(page);
    } catch (error) {
      missing.push(`${name}: ${String(error).split('\n')[0]}`);
    }
  }
  await context.close();
  if (missing.length) throw new Error(`pictures missing:\n${missing.join('\n')}`);
}

async function signIn(page) {
  await page.getByLabel('工号').fill(page.guard.number);
  await page.getByLabel('PIN').fill(page.guard.pin);
  await page.getByRole('button', { name: '登录' }).click();
  await page.locator('#walk-in').waitFor();
}

/** What the page itself does at night: its rules for the dark count, whatever the phone says. */
function nightFall(isNight) {
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof window.CSSMediaRule)) continue;
      if (/prefers-color-scheme: dark/.test(rule.media.mediaText)) rule.wasDark = true;
      if (rule.wasDark) rule.media.mediaText = isNight ? 'all' : '(prefers-color-scheme: dark)';
    }
}

async function keep(page, name) {
  await page.waitForTimeout(400);
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot();
  writeFileSync(join(folder, `${name}.png`), await sharp(picture).png({ palette: true, colours: 64 }).toBuffer());
}
