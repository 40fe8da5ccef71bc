import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../lib/places.mjs';
import { useOwnFont } from './own-font.mjs';

const folder = inProject('docs/images/office');
const desk = { viewport: { width: 1280, height: 800 } };

const tryWords = (words) => async (page) => {
  await page.getByRole('textbox').first().fill(words);
  await page.getByRole('region', { name: '人员' }).locator('table').first().waitFor();
};
const list = `姓名,手机号,车牌号,级别,原因,截止
周某,13900008001,,拒绝入校,校内打架，已通报,2027-06-30
施工队王某,13900008002,浙F12K08,须请示,车辆多次超速,2027-03-31
贾某某,13900009001,,拒绝入校,冒用他人访客码入校，已通报,
钱某,1390000800,,仅关注,遗失证件,2026-12-31
`;
const previewList = async (page) => {
  await page.getByRole('button', { name: '导入' }).click();
  const file = { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(list.replace(/，/g, '、')) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: '预览' }).click();
  await page.getByText(/可列入 \d+ 行/).waitFor();
};
const listSomebody = async (page) => {
  await page.getByRole('button', { name: '列入黑名单' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('姓名').fill('王某');
  await form.getByLabel('手机').fill('139 1234 9999');
  await form.getByLabel('原因').fill('多次尾随他人进校，经劝阻不听');
};
const lookAtEntry = async (page) => {
  await page.getByRole('button', { name: '钱大伟' }).click();
  await page.getByRole('dialog').waitFor();
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
  ['blacklist', '/console/blacklist', lookAtEntry],
  ['blacklist-add', '/console/blacklist', listSomebody],
  ['blacklist-import', '/console/blacklist', previewList],
  ['roles', '/console/roles'],
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
