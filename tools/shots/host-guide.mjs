import { inProject } from '../lib/places.mjs';
import { inTurn, press, walk } from './walk.mjs';

const folder = inProject('docs/images/host');
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const desk = { viewport: { width: 1280, height: 720 } };

const shown = (place) => (page) => page.locator(place).first().waitFor();
const account = (entry, place) => inTurn(press(/^我的账号/), press(entry), shown(place));

async function chooseFields(page) {
  await press(/^请对方补正/)(page);
  const form = page.locator('[role=dialog], form.correction');
  await form.getByText('事由说明').click();
  await form.getByPlaceholder(/哪里不对/).fill('请写明参加哪一场报告会');
}

async function agreeToLess(page) {
  await press(/^同意$/)(page);
  await page.getByText('批准更短的时间').click();
}

async function chooseSeveral(page) {
  await press(/^批量同意/)(page);
  await page.locator('.several').waitFor();
  for (const box of (await page.locator('.several .el-checkbox').all()).slice(0, 3)) await box.click();
}

/** One line a page: name of the picture, address, what shows it, and what is done there first. */
const onPhone = ({ approval, visit }) => [
  ['todo', '/host/', 'a.approval'],
  ['detail', `/host/approvals/${approval}`, '.bottom-bar'],
  ['agree-less', `/host/approvals/${approval}`, '.bottom-bar', agreeToLess],
  ['correction', `/host/approvals/${approval}`, '.bottom-bar', chooseFields],
  ['invitations', '/host/invitations', 'main h1'],
  ['invitation-new', '/host/invitations', 'main h1', press(/^新的邀请/)],
  ['visits', '/host/visits?when=running', 'a.my-visit'],
  ['visit', `/host/visits/${visit}`, '#stay-title'],
  ['delegation', '/host/', 'a.approval', account(/^委托审批/, '[role=dialog] input[type=date]')],
  ['ledger', '/host/', 'a.approval', account(/^责任台账/, '[role=dialog] h2')],
  ['sessions', '/host/', 'a.approval', account(/^登录的设备/, '[role=dialog] .cell')],
  ['guide', '/host/guide', '.guide'],
];

const atDesk = ({ approval, visit }) => [
  ['todo', '/console/approvals', 'a.item'],
  ['detail', `/console/approvals/${approval}`, 'footer .agree'],
  ['agree-less', `/console/approvals/${approval}`, 'footer .agree', agreeToLess],
  ['correction', `/console/approvals/${approval}`, 'footer .agree', chooseFields],
  ['batch', '/console/approvals', 'a.item', chooseSeveral],
  ['invitations', '/console/invitations', '.actions'],
  ['guest-list', '/console/invitations/list', 'main .card'],
  ['visits', `/console/my-visits/${visit}?when=running`, 'footer .stay'],
  ['delegation', '/console/delegations', 'form.delegate'],
  ['ledger', '/console/own-ledger', '.el-table'],
  ['sessions', '/console/own-sessions', '.el-table'],
  ['guide', '/console/approval-guide', '.guide'],
];

/** An invitation, a delegation to come, and a session left behind in a lecture hall: a life to show. */
async function liveALittle(browser, url, host) {
  const after = (days) => new Date(Date.now() + days * 86_400_000).toISOString();
  const [colleague] = await (await host.request.get('/api/delegations/candidates')).json();
  await host.request.post('/api/invitations', {
    data: { kind: 'group', people: 30, preApproved: false, note: '学术报告会，二楼报告厅', expiresAt: after(7) },
  });
  await host.request.post('/api/delegations', {
    data: { delegateId: colleague.id, period: { from: after(6), until: after(9) }, reason: '出差' },
  });
  const hall = await browser.newContext({
    baseURL: url,
    userAgent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36',
  });
  await hall.request.post('/api/auth/dev/login', { data: { staffNumber: 'T1001' }, maxRedirects: 0 });
  await hall.close();
}

/** Every page of a host's on phone and PC, for docs/guide/host.md. */
export async function takeHostPictures(browser, url, host, facts) {
  await liveALittle(browser, url, host);
  const storageState = await host.context().storageState();
  const seenWith = (view, kind, pages) =>
    pages.map(([name, path, shows, act]) => ({
      ...{ name: `${kind}-${name}`, path, shows, act },
      like: { ...view, baseURL: url, locale: 'zh-CN', storageState },
    }));
  await walk(browser, folder, [...seenWith(phone, 'phone', onPhone(facts)), ...seenWith(desk, 'pc', atDesk(facts))]);
}
