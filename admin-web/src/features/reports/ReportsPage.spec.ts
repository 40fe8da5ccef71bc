import { flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { type Report } from '@gatehouse/contract';
import { fakeServer } from '@/shared/testing/fake-server';
import { openPage } from '@/shared/testing/open-page';
import feature from './module';
import { changeOf } from './report-link';

vi.mock('@/features/oversight/charts/use-chart', () => ({ useChart: () => undefined }));

const daily: Report = {
  kind: 'daily',
  title: '日报',
  from: '2026-11-16',
  until: '2026-11-17',
  before: { from: '2026-11-14', until: '2026-11-15' },
  campus: null,
  asOf: '2026-11-23T08:30:00Z',
  columns: [
    { heading: '日期', kind: 'text', hasTotal: false },
    { heading: '进校', kind: 'number', hasTotal: true },
  ],
  rows: [
    {
      key: '2026-11-16',
      cells: ['2026-11-16', 1200],
      before: [null, 1000],
      links: [null, { page: 'passages', query: { from: '2026-11-16', until: '2026-11-16', direction: 'entry' } }],
    },
    { key: '2026-11-17', cells: ['2026-11-17', 0], before: [null, 4], links: [null, null] },
  ],
  totals: [null, 1200],
  totalsBefore: [null, 1004],
  isCut: false,
};

const open = (address: string) =>
  openPage(
    address,
    feature.routes.map((route) => ({ ...route, path: `/${route.path}` })),
    'dashboard.read',
    'passage.read',
    'passage.export',
  );

it('shows numbers with their totals, against other days, each leading to its rows', async () => {
  const requests = fakeServer({ 'GET /api/campuses': [], 'GET /api/reports/daily': daily });
  const { page, router } = await open('/reports?compare=before&from=2026-11-16&until=2026-11-17');
  expect(requests.find(({ route }) => route === 'GET /api/reports/daily')?.query).toEqual({
    from: '2026-11-16',
    until: '2026-11-17',
    compare: 'before',
  });
  expect(page.get('tbody').text()).toContain('+20%');
  expect(page.get('tfoot').text()).toContain('1,200');
  await page.get('tbody a').trigger('click');
  await flushPromises();
  expect(router.currentRoute.value).toMatchObject({ name: 'passages', query: { direction: 'entry' } });
});

it('changes the report and keeps the days', async () => {
  const requests = fakeServer({
    'GET /api/reports/daily': daily,
    'GET /api/reports/gate': { ...daily, kind: 'gate', title: '按校门' },
  });
  const { page } = await open('/reports?from=2026-11-16&until=2026-11-17');
  await page.findAll('.kinds button')[3]!.trigger('click');
  await flushPromises();
  expect(requests.at(-1)?.route).toBe('GET /api/reports/gate');
  expect(page.get('h2').text()).toBe('按校门');
});

it.each([
  [12, 10, '+20%'],
  [5, 10, '−50%'],
  [10, 10, '±0'],
  [3, 0, '+3'],
  [null, 1, ''],
])('says how %s stands to %s', (now, before, words) => expect(changeOf(now, before)).toBe(words));
