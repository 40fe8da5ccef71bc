import { existsSync } from 'node:fs';
import chromiumFromNpm from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const SLOWDOWN = 4;
const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The real guard page in headless Chromium, as slow as a cheap phone: from the start of the shift until the bundle lies in its storage. */
export async function onGuardPhone(address: string, token: string): Promise<{ readyMs: number; slowdown: number }> {
  const own = process.env.CHROMIUM_PATH ?? system.find((path) => existsSync(path));
  const executablePath = own ?? (await chromiumFromNpm.executablePath());
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'], headless: true });
  try {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      locale: 'zh-CN',
    });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await page.goto(`${address}/guard/#pair=${token}`);
    await page.getByLabel(/^姓名/).fill('测试');
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const began = performance.now();
    await page.getByRole('button', { name: '开始值班' }).click();
    await page.waitForFunction(bundleIsStored, undefined, { polling: 50 });
    return { readyMs: performance.now() - began, slowdown: SLOWDOWN };
  } finally {
    await browser.close();
  }
}

/** Runs in the page. As text: it speaks to the browser's own storage, of which the server's types know nothing. */
const bundleIsStored = `new Promise((resolve) => {
  const opening = indexedDB.open('gatehouse-guard');
  opening.onsuccess = () => {
    const reading = opening.result.transaction('bundle').objectStore('bundle').get('head');
    reading.onsuccess = () => { opening.result.close(); resolve(reading.result !== undefined); };
  };
})`;
