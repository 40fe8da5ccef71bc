import { type IncidentRow, type IncidentScan } from '@gatehouse/contract';
import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { fakeServer, noContent } from '@/shared/testing/fake-server';
import { openPage } from '@/shared/testing/open-page';
import incidents from './module';
import { timelineOf } from './timeline';

const screen = new DOMWrapper(document.body);
const routes = incidents.routes.map((route) => ({ ...route, path: `/${route.path}` }));
const scan = (change: Partial<IncidentScan>): IncidentScan => ({
  passageId: 'p1',
  at: '2026-11-24T01:00:00Z',
  learnedAt: '2026-11-24T01:00:01Z',
  direction: 'entry',
  outcome: 'admitted',
  claimed: null,
  gate: { id: 'g1', name: '东门' },
  deviceName: '东门平板',
  by: '周卫国',
  skewSeconds: 0,
  offline: false,
  verdict: 'admit',
  reason: 'OK',
  serverReason: null,
  forced: false,
  credential: 'code',
  plate: null,
  bundleAgeSeconds: null,
  bundleVersion: null,
  annulled: null,
  ...change,
});
const late = scan({
  passageId: 'p2',
  gate: { id: 'g2', name: '南门' },
  at: '2026-11-24T01:05:00Z',
  learnedAt: '2026-11-24T03:00:00Z',
  offline: true,
  bundleAgeSeconds: 7200,
  skewSeconds: 600,
});
const row: IncidentRow = {
  id: 'i1',
  kind: 'double-passage',
  state: 'open',
  foundAt: '2026-11-24T03:00:00Z',
  campus: { id: 'c1', name: '东校区' },
  personName: '陈*',
  visitId: 'v1',
  visitNumber: '202611240001',
  emergencyId: null,
  scans: [scan({}), late],
  closing: null,
};
const serve = (incident = row) =>
  fakeServer({
    'GET /api/incidents': { items: [incident], next: null, total: 1, exact: true },
    'GET /api/incidents/i1': incident,
    'POST /api/incidents/i1/closing': () => noContent(),
    'GET /api/booking': { campuses: [] },
    'GET /api/gates': [],
  });

beforeAll(() => Promise.all([import('./IncidentsPage.vue'), import('./IncidentDrawer.vue')]));
beforeEach(() => sessionStorage.clear());

it('tells what happened in the order in which it happened, late arrivals as such', () => {
  const closing = { finding: 'shared-pass' as const, note: '', by: '赵强', at: '2026-11-24T04:00:00Z' };
  expect(timelineOf({ ...row, closing }).map(({ kind, gate }) => [kind, gate])).toEqual([
    ['scanned', '东门'],
    ['scanned', '南门'],
    ['learnt', '南门'],
    ['found', null],
    ['closed', null],
  ]);
});

it('asks for what the address filters', async () => {
  const requests = serve();
  await openPage('/incidents?state=open&kind=listed&from=2026-11-01', routes, 'incident.read');
  await flushPromises();
  const asked = requests.find(({ route }) => route === 'GET /api/incidents')?.query;
  expect(asked).toMatchObject({ state: 'open', kind: 'listed', from: '2026-11-01' });
});

it('shows both scans side by side, and what is odd about them', async () => {
  serve();
  await openPage('/incidents/i1', routes, 'incident.read');
  await flushPromises();
  for (const words of ['东门', '南门', '周卫国', '2 小时 0 分前的数据', '600 秒'])
    expect(screen.text()).toContain(words);
  expect(screen.find('.closing-form').exists()).toBe(false);
});

it('is closed with a finding and what was found out, not without either', async () => {
  const requests = serve();
  await openPage('/incidents/i1', routes, 'incident.read', 'incident.write');
  await flushPromises();
  const form = screen.get('.closing-form');
  const button = form.get('button[type=submit]');
  await form.get('textarea').setValue('  电话核实，借给了同学  ');
  expect(button.attributes('disabled')).toBeDefined();
  await form.get('input[value=shared-pass]').setValue(true);
  await form.trigger('submit');
  await flushPromises();
  expect(requests.find(({ route }) => route.startsWith('POST'))?.body).toEqual({
    finding: 'shared-pass',
    note: '电话核实，借给了同学',
  });
});
