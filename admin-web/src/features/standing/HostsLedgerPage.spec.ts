import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeAll, expect, it } from 'vitest';
import { fakeServer, noContent } from '@/shared/testing/fake-server';
import { openPage } from '@/shared/testing/open-page';
import standing from './module';

const screen = new DOMWrapper(document.body);
const routes = standing.routes.map((route) => ({ ...route, path: `/${route.path}` }));
const row = {
  host: { id: 'h1', name: '王静' },
  unitName: '计算机学院',
  month: '2026-11',
  approved: 4,
  people: 9,
  entered: 3,
  noShow: 1,
  overstayed: 0,
  incidents: 2,
  suspension: null,
};
const appealed = {
  at: '2026-11-20T00:00:00Z',
  until: '2026-12-20T00:00:00Z',
  reason: '多次未核实',
  active: true,
  appeal: { text: '均已核实', at: '2026-11-21T00:00:00Z', answer: null, answeredAt: null },
};

const serve = (suspension: object | null, enabled = true) =>
  fakeServer({
    'GET /api/hosts-ledger': [{ ...row, suspension }],
    'GET /api/standing': { enabled, monthlyQuota: 30, months: [], suspension: null },
    'POST /api/hosts-ledger/h1/suspension': noContent,
    'POST /api/hosts-ledger/h1/answer': noContent,
    'GET /api/resale-flags': { days: 30, flags: [{ sign: 'plate', subject: '浙E88888', sentence: '车牌预约了 4 位。', people: 1, hosts: 4, visits: [] }] }, // prettier-ignore
  });
const button = (text: string) => screen.findAll('button').find((candidate) => candidate.text() === text);

beforeAll(() =>
  Promise.all([
    import('./HostsLedgerPage.vue'),
    import('./ResaleFlagsPage.vue'),
    import('./SuspendDialog.vue'),
    import('@/shared/parts/ReasonDialog.vue'),
  ]),
);

it('suspends a host only with a reason, and with an end', async () => {
  const requests = serve(null);
  await openPage('/hosts-ledger', routes, 'standing.read', 'standing.write');
  await flushPromises();
  expect(screen.text()).toContain('每人每月最多接待 30 人');
  await button('暂停接待')?.trigger('click');
  await flushPromises();
  const sent = () => requests.filter(({ route }) => route.startsWith('POST'));
  await screen.get('form.suspend').trigger('submit');
  expect(sent()).toEqual([]);
  await screen.get('textarea').setValue('多次未核实来访人');
  await screen.get('form.suspend').trigger('submit');
  await flushPromises();
  expect(sent()).toMatchObject([{ body: { reason: '多次未核实来访人', until: expect.any(String) as string } }]);
});

it('answers an appeal', async () => {
  const requests = serve(appealed);
  await openPage('/hosts-ledger', routes, 'standing.read', 'standing.write');
  await flushPromises();
  expect(screen.text()).toContain('申诉：均已核实');
  await button('支持申诉')?.trigger('click');
  await flushPromises();
  await screen.get('textarea').setValue('情况属实');
  await screen.get('form.reason').trigger('submit');
  await flushPromises();
  expect(requests.find(({ route }) => route.startsWith('POST'))?.body).toEqual({ answer: '情况属实', upheld: true });
});

it('offers nothing to do where hosts are not held to account, or to whoever may only read', async () => {
  serve(null, false);
  await openPage('/hosts-ledger', routes, 'standing.read', 'standing.write');
  await flushPromises();
  expect(button('暂停接待')).toBeUndefined();
  expect(screen.text()).toContain('被访人管理未启用');
});

it('shows signs of resale as sentences', async () => {
  serve(null);
  await openPage('/resale-flags', routes, 'standing.read');
  await flushPromises();
  expect(screen.text()).toContain('车牌预约了 4 位。');
  expect(screen.text()).toContain('不会自动拒绝任何人');
});
