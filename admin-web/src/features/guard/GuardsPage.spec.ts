import { type GuardRow } from '@gatehouse/contract';
import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeAll, expect, it } from 'vitest';
import { fakeServer, noContent } from '@/shared/testing/fake-server';
import { openPage } from '@/shared/testing/open-page';
import guards from './module';

const screen = new DOMWrapper(document.body);
const routes = guards.routes.map((route) => ({ ...route, path: `/${route.path}` }));
const guard: GuardRow = {
  id: 'g1',
  number: '1001',
  name: '周卫国',
  campus: { id: 'c1', name: '东校区' },
  role: 'guard',
  state: 'active',
  suspendReason: null,
  gates: [],
  lastSeenAt: null,
  onDutyAt: '东门平板',
};
const serve = () =>
  fakeServer({
    'GET /api/guards': [guard, { ...guard, id: 'g2', number: '1002', name: '何志强', state: 'ended', onDutyAt: null }],
    'GET /api/booking': { campuses: [{ id: 'c1', name: '东校区', nameEn: 'East' }] },
    'GET /api/gates': [],
    'POST /api/guards/g1/pin': { guardId: 'g1', number: '1001', pin: '483920' },
    'POST /api/guards/g1/suspension': () => noContent(),
  });
const inRow = (text: string) => screen.findAll('.el-table__body button').find((candidate) => candidate.text() === text);
const buttons = (text: string) => screen.findAll('button').filter((candidate) => candidate.text() === text);

beforeAll(() =>
  Promise.all([
    import('./GuardsPage.vue'),
    import('./PinDialog.vue'),
    import('@/shared/parts/ConfirmDialog.vue'),
    import('@/shared/parts/ReasonDialog.vue'),
  ]),
);

it('lists who works here; who left only when asked for', async () => {
  serve();
  const { router } = await openPage('/guards', routes, 'device.read');
  await flushPromises();
  expect(screen.text()).toContain('正在“东门平板”值班');
  expect(screen.text()).toContain('全部校门');
  expect(screen.text()).not.toContain('何志强');
  expect(buttons('添加门卫')).toHaveLength(0);
  await router.push('/guards?state=ended');
  await flushPromises();
  expect(screen.text()).toContain('何志强');
});

it('shows a new PIN once, after asking', async () => {
  serve();
  await openPage('/guards', routes, 'device.read', 'device.write');
  await flushPromises();
  await inRow('重置 PIN')?.trigger('click');
  await flushPromises();
  expect(screen.text()).not.toContain('483920');
  await buttons('重置 PIN').at(-1)?.trigger('click');
  await flushPromises();
  expect(screen.text()).toContain('483920');
});

it('suspends with a reason', async () => {
  const requests = serve();
  await openPage('/guards', routes, 'device.read', 'device.write');
  await flushPromises();
  await inRow('停职')?.trigger('click');
  await flushPromises();
  await screen.get('textarea').setValue('调查中');
  await buttons('停职').at(-1)?.trigger('click');
  await flushPromises();
  expect(requests.find(({ route }) => route === 'POST /api/guards/g1/suspension')?.body).toEqual({ reason: '调查中' });
});
