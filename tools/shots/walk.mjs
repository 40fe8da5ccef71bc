import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inProject } from '../lib/places.mjs';
import { useOwnFont } from './own-font.mjs';

const sharp = createRequire(inProject('backend/package.json'))('sharp');

/**
 * Opens pages one after the other, each in a browser of its own, and keeps a small picture of each. A page is: the name of
 * its picture, the address, what shows that it is there, what is done first, and what its browser is like. `night`: also in
 * the dark. A page that fails is named at the end.
 */
export async function walk(browser, folder, pages) {
  mkdirSync(folder, { recursive: true });
  const missing = [];
  for (const { name, path, shows, act, night, like } of pages) {
    const context = await browser.newContext({
      bypassCSP: true,
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      ...like,
    });
    context.setDefaultTimeout(10_000);
    await useOwnFont(context);
    const page = await context.newPage();
    try {
      await page.goto(path);
      await page.locator(shows).first().waitFor();
      await page.waitForLoadState('networkidle');
      await act?.(page);
      await keep(page, join(folder, `${name}.png`));
      if (night) {
        await page.emulateMedia({ colorScheme: 'dark' });
        await keep(page, join(folder, `${night}.png`));
      }
    } catch (error) {
      missing.push(`${name}: ${String(error).split('\n')[0]}`);
    } finally {
      await context.close();
    }
  }
  if (missing.length) throw new Error(`pictures missing:\n${missing.join('\n')}`);
}

const LARGEST = 60_000;

/** Waits for what still moves; a picture has no more colours than keep it small. */
async function keep(page, file) {
  await page.waitForTimeout(400);
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot();
  let small;
  for (const colours of [64, 32, 16]) {
    small = await sharp(picture).png({ palette: true, colours, effort: 10 }).toBuffer();
    if (small.length <= LARGEST) break;
  }
  writeFileSync(file, small);
}

/** Several things one after the other. */
export const inTurn =
  (...steps) =>
  async (page) => {
    for (const step of steps) await step(page);
  };

export const press = (name) => (page) => page.getByRole('button', { name }).first().click();
