import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeAll, expect, it } from 'vitest';
import { fakeServer, noContent } from '@/shared/testing/fake-server';
import { openPage } from '@/shared/testing/open-page';
import retention from './module';

const screen = new DOMWrapper(document.body);
const routes = retention.routes.map((route) => ({ ...route, path: `/${route.path}` }));
const at = '2026-11-22T01:00:00Z';
const term = {
  kind: 'document-number',
  hours: 2160,
  setBy: 'retention',
  usual: 90,
  least: 7,
  most: 365,
  due: 12,
  oldest: at,
  newest: at,
};
const view = {
  version: 0,
  terms: [term, { ...term, kind: 'face-photo', hours: 24, setBy: 'policy', due: 0, oldest: null, newest: null }],
  holds: 1,
  versions: [],
  runs: [{ id: 'r', startedAt: at, finishedAt: at, by: 'system', counts: { notice: 3 }, isComplete: true }],
};
const button = (text: string) => screen.findAll('button').find((candidate) => candidate.text() === text);

beforeAll(() => Promise.all([import('./RetentionPage.vue'), import('./HoldsPage.vue')]));

it('says what would go and what went, and runs on request', async () => {
  const requests = fakeServer({ 'GET /api/retention': view, 'POST /api/retention/runs': { ...view.runs[0] } });
  await openPage('/retention', routes, 'retention.read', 'retention.write', 'hold.read');
  await flushPromises();
  expect(screen.text()).toContain('现在到期 12 项');
  expect(screen.text()).toContain('短信和消息 3');
  expect(screen.text()).toContain('在“访客规则”里设置');
  await button('立即清理')?.trigger('click');
  await flushPromises();
  expect(requests.map(({ route }) => route)).toContain('POST /api/retention/runs');
});

it('lets who may only read change nothing', async () => {
  fakeServer({ 'GET /api/retention': view });
  await openPage('/retention', routes, 'retention.read');
  await flushPromises();
  expect(button('立即清理')).toBeUndefined();
  expect(screen.find('input').exists()).toBe(false);
});

it('shows holds with their reason, and releases one with another', async () => {
  const hold = {
    id: 'h1',
    kind: 'visit',
    subjectId: 'v1',
    label: 'A1',
    campusName: '东校区',
    reason: '公安协查',
    placedBy: '孙丽',
    placedAt: at,
    released: null,
  };
  fakeServer({ 'GET /api/holds': [hold], 'POST /api/holds/h1/release': noContent });
  await openPage('/holds', routes, 'hold.read', 'hold.write');
  await flushPromises();
  expect(screen.text()).toContain('公安协查');
  expect(button('解除')).toBeDefined();
});
