import { type OverstayVisit } from '@gatehouse/contract';
import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeAll, expect, it } from 'vitest';
import { fakeServer, noContent } from '@/shared/testing/fake-server';
import { openPage } from '@/shared/testing/open-page';
import { endsFrom } from './ends';
import overstays from './module';

const screen = new DOMWrapper(document.body);
const routes = overstays.routes.map((route) => ({ ...route, path: `/${route.path}` }));
const visit: OverstayVisit = {
  id: 'v1',
  number: '202611240001',
  step: 'office',
  campus: { id: 'c1', name: '东校区' },
  unitName: '计算机学院',
  hostName: '王静',
  plate: null,
  period: { from: '2026-11-24T01:00:00Z', until: '2026-11-24T09:00:00Z' },
  overMinutes: 75,
  people: [
    { index: 0, name: '陈*', confidence: 'sure', gateName: '东门', since: null, lastEvidence: 'passage', lastEvidenceAt: null },
    { index: 1, name: '林*', confidence: 'presumed-left', gateName: null, since: null, lastEvidence: 'host-claim', lastEvidenceAt: null },
  ], // prettier-ignore
  answer: { answer: 'unknown', by: '王静', at: '2026-11-24T09:10:00Z' },
  askedAt: null,
  prolongUntil: '2026-11-25T10:15:00Z',
};
const serve = () =>
  fakeServer({
    'GET /api/overstays': {
      asOf: '2026-11-24T10:15:00Z',
      counts: { ending: 0, over: 1, office: 1, 'said-left': 0 },
      visits: [visit, { ...visit, id: 'v2', number: '202611240002', step: 'over', overMinutes: 5 }],
    },
    'GET /api/booking': { campuses: [] },
    'POST /api/overstays/v1/question': () => noContent(),
    'POST /api/overstays/v1/departure': () => noContent(),
  });
const inRow = (text: string) => screen.findAll('.el-table__body button').find((candidate) => candidate.text() === text);
const buttons = (text: string) => screen.findAll('button').filter((candidate) => candidate.text() === text);

beforeAll(() => Promise.all([import('./OverstaysPage.vue'), import('./DepartureDialog.vue')]));

it('shows a step at a time, by the address', async () => {
  serve();
  await openPage('/overstays?step=over', routes, 'visit.read');
  await flushPromises();
  expect(screen.text()).toContain('202611240002');
  expect(screen.text()).not.toContain('202611240001');
  expect(buttons('追问')).toHaveLength(0);
});

it('has the host asked, and a departure noted for whoever is still here, with how it is known', async () => {
  const requests = serve();
  await openPage('/overstays?step=office', routes, 'visit.read', 'approval.decide-any');
  await flushPromises();
  expect(screen.text()).toContain('超时 1 小时 15 分');
  expect(screen.text()).toContain('王静答复不清楚');
  await inRow('追问')?.trigger('click');
  await flushPromises();
  await inRow('确认已离校')?.trigger('click');
  await flushPromises();
  await screen.get('.el-dialog input.el-input__inner').setValue('电话联系本人');
  await buttons('确认已离校').at(-1)?.trigger('click');
  await flushPromises();
  expect(requests.filter(({ route }) => route.startsWith('POST')).map(({ route, body }) => [route, body])).toEqual([
    ['POST /api/overstays/v1/question', undefined],
    ['POST /api/overstays/v1/departure', { people: [0], reason: '电话联系本人' }],
  ]);
});

it('offers ends from now on, within what is allowed', () => {
  const now = Date.parse('2026-11-24T10:05:00Z');
  expect(endsFrom('2026-11-24T09:00:00Z', '2026-11-24T13:00:00Z', now)).toEqual([
    '2026-11-24T11:15:00.000Z',
    '2026-11-24T12:15:00.000Z',
  ]);
});
