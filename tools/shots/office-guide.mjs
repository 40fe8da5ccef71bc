import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../lib/places.mjs';
import { useOwnFont } from './own-font.mjs';

const folder = inProject('docs/images/office');
const desk = { viewport: { width: 1440, height: 900 } };

const tryWords = (words) => async (page) => {
  await page.getByRole('textbox').first().fill(words);
  await page.getByRole('region', { name: '人员' }).locator('table').first().waitFor();
};
const openView = (page) => page.getByRole('button', { name: '列与视图' }).click();

/** One line a picture: its name, the address, and what is done there first. `dark`: by night. */
const pages = [
  ['dashboard', '/console/dashboard'],
  ['dashboard-dark', '/console/dashboard', undefined, 'dark'],
  ['wall', '/console/wall'],
  ['inside', '/console/people?presence=inside'],
  ['overstayed', '/console/people?presence=overstayed'],
  ['search', '/console/search', tryWords('wang')],
  ['views', '/console/visits', openView],
  ['plates', '/console/plates'],
];

/** The chapters of docs/guide/office.md on the dashboard and on searching. */
export async function takeOfficePictures(browser, url) {
  mkdirSync(folder, { recursive: true });
  for (const [name, path, act, night] of pages) {
    const own = {
      baseURL: url,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      bypassCSP: true,
      reducedMotion: 'reduce',
    };
    const context = await browser.newContext({ ...desk, ...own, colorScheme: night ?? 'light' });
    try {
      await useOwnFont(context);
      const page = await context.newPage();
      await page.request.post('/api/auth/dev/login', { data: { staffNumber: 'S2002' }, maxRedirects: 0 });
      await page.goto(path);
      await page.locator('main').first().waitFor();
      await act?.(page);
      await page.waitForTimeout(1_500);
      await page.screenshot({ path: join(folder, `${name}.png`) });
    } finally {
      await context.close();
    }
  }
}
