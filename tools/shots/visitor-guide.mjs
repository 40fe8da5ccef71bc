import { inProject } from '../lib/places.mjs';
import { inTurn, press, walk } from './walk.mjs';

const folder = inProject('docs/images/visitor');
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

const next = press(/^(下一步|Next)/);

/** One line a page: name of the picture, who looks, address, and what is done there first. `dark`: also by night. */
const pages = ({ visit, waiting, passes, gate, share }) => [
  ['landing', 'stranger', '/visit/'],
  ['apply', 'stranger', '/visit/apply', byCar],
  ['apply-errors', 'stranger', '/visit/apply', next],
  ['apply-plate', 'stranger', '/visit/apply', inTurn(byCar, press(/^(车牌|Plate)/))],
  ['apply-companion', 'stranger', '/visit/apply', press(/(添加同行人|Add a companion)/)],
  ['apply-visit', 'stranger', '/visit/apply', inTurn(fillPeople, next, chooseCampus)],
  ['apply-unit', 'stranger', '/visit/apply', inTurn(fillPeople, next, chooseCampus, press(/^(单位|Unit)/), findUnit)],
  ['apply-review', 'stranger', '/visit/apply', toReview],
  ['sign-in', 'stranger', '/visit/records', (page) => page.locator('.sign-in').waitFor()],
  ['records', 'visitor', '/visit/records', (page) => page.locator('.visit-card').first().waitFor()],
  ['visit', 'visitor', `/visit/records/${visit}`, (page) => page.locator('.journey').waitFor()],
  ['cancel', 'visitor', `/visit/records/${visit}`, press(/^(取消申请|取消来访|Cancel visit)/)],
  ['change', 'visitor', `/visit/records/${waiting}/change`, (page) => page.locator('.bottom-bar').waitFor()],
  ['extend', 'visitor', `/visit/records/${visit}`, press(/^(延长时间|Stay longer|Extend)/)],
  ['pass', 'visitor', `/visit/pass/${passes[1]}`, showCode, 'dark'],
  ['share', 'visitor', `/visit/pass/${passes[1]}`, inTurn(showCode, press(/^(发给同行人|Send to companion)/))],
  ['companion', 'stranger', share, (page) => page.locator('.sign-in').waitFor()],
  ['gate', 'stranger', gate, (page) => page.locator('.ways-in').waitFor()],
  ['me', 'visitor', '/visit/me', (page) => page.locator('#uses-title').waitFor()],
  ['erase', 'visitor', '/visit/me', press(/^(删除我的信息|Erase my data)/)],
  ['notice', 'stranger', '/visit/notice/2026-11-22', (page) => page.locator('.card').first().waitFor()],
];

/** Every page of the visitor's in Chinese and English, for docs/guide/visitor.md. */
export async function takeVisitorPictures(browser, url, visitorState, facts) {
  const links = await linksOf(browser, url, visitorState, facts);
  const inLanguage = (locale) =>
    pages({ ...facts, ...links }).map(([name, who, path, act, night]) => ({
      name: `${name}-${locale}`,
      path: `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`,
      shows: 'main h1',
      act,
      night: night && `${name}-dark-${locale}`,
      like: {
        ...phone,
        baseURL: url,
        locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
        ...(who === 'visitor' && { storageState: visitorState }),
      },
    }));
  await walk(browser, folder, ['zh', 'en'].flatMap(inLanguage));
}

/** Addresses that only the running demo knows: a gate's poster, and the link to a companion's pass. */
async function linksOf(browser, url, storageState, { passes }) {
  const visitor = await browser.newContext({ baseURL: url, storageState });
  const { campuses } = await (await visitor.request.get('/api/booking')).json();
  const shared = await (await visitor.request.post(`/api/visitor/passes/${passes[1]}/share`)).json();
  await visitor.close();
  return { gate: `/visit/g/${campuses[0].gates[0].code}`, share: shared.path };
}

function byCar(page) {
  return page.getByRole('radio', { name: /自驾|car/i }).check();
}

async function fillPeople(page) {
  const part = page.locator('section[aria-labelledby=applicant-title]');
  await part.locator('input[autocomplete=name]').fill('刘洋');
  await part.locator('input[autocomplete=organization]').fill('湖州市科技局');
  await part.getByLabel(/^(证件号码|Number)/).fill('330502199003071013');
  await part.locator('input[type=tel]').fill('13812340001');
}

/** The pass of the companion may still be on the phone of the last language. */
async function showCode(page) {
  await page.locator('svg.qr, .move-here button').first().waitFor();
  if (await page.locator('.move-here').count()) await page.locator('.move-here button').click();
  await page.locator('svg.qr').waitFor();
}

async function chooseCampus(page) {
  await page.getByLabel(/^(校区|Campus)/).selectOption({ index: 1 });
  await page.locator('.day-strip').waitFor();
}

async function findUnit(page) {
  await page.getByRole('searchbox').fill('xx');
  await page.getByRole('dialog').getByRole('button').nth(1).waitFor();
}

async function toReview(page) {
  await inTurn(fillPeople, next, chooseCampus, press(/^(单位|Unit)/), findUnit)(page);
  await page.locator('.picker-list button').first().click();
  await press(/^(被访人|Host)/)(page);
  await page.getByRole('searchbox').fill('w');
  for (const letters of ['wa', 'li', 'zh', 'ch']) {
    await page.getByRole('searchbox').fill(letters);
    await page.waitForTimeout(900);
    if (await page.locator('.picker-list button').count()) break;
  }
  await page.locator('.picker-list button').first().click();
  await press(/明天|Tomorrow/)(page);
  await page.getByRole('radio', { name: /学术|Academic/ }).check();
  await page.getByLabel(/^(说明|Details)/).fill('参加学术报告会');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await next(page);
  await page.getByRole('button', { name: /^(提交申请|Send)$/ }).waitFor();
}
