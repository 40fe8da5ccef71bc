import { type MusterTick, type OfficeMusterEntry } from '@gatehouse/contract';
import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeAll, expect, it } from 'vitest';
import { fakeServer, noContent, problem, type SentRequest } from '@/shared/testing/fake-server';
import { openPage } from '@/shared/testing/open-page';
import muster from './module';
import { choicesOf, shown } from './roll';

const screen = new DOMWrapper(document.body);
const routes = muster.routes.map((route) => ({ ...route, path: `/${route.path}` }));
const person = (change: Partial<OfficeMusterEntry>): OfficeMusterEntry => ({
  passId: 'p1',
  visitId: 'v1',
  visitNumber: '202611240001',
  personName: '陈*',
  documentTail: '007X',
  unitId: 'u1',
  unitName: '计算机学院',
  hostName: '王静',
  plate: null,
  gateId: 'g1',
  gateName: '东门',
  confidence: 'sure',
  since: '2026-11-24T01:00:00Z',
  lastEvidence: 'passage',
  lastEvidenceAt: '2026-11-24T01:00:00Z',
  until: '2026-11-24T09:00:00Z',
  ...change,
});
const people = [
  person({}),
  person({ passId: 'p2', personName: '林*', gateId: 'g2', gateName: '南门', confidence: 'presumed-left', lastEvidence: 'system' }),
]; // prettier-ignore
const serve = (ticks: MusterTick[] = [], more: Record<string, object> = {}) =>
  fakeServer({
    'GET /api/muster/ticks': () => Response.json(ticks),
    'PUT /api/muster/ticks': ({ body }: SentRequest) => {
      ticks.push({ passId: (body as { passId: string }).passId, by: '我', at: '2026-11-24T02:01:00Z' });
      return noContent();
    },
    'POST /api/muster/ticks/clear': () => {
      ticks.length = 0;
      return noContent();
    },
    'GET /api/booking': { campuses: [{ id: 'c1', name: '东校区', nameEn: 'East' }] },
    'GET /api/muster': {
      asOf: '2026-11-24T02:00:00Z',
      campus: { id: 'c1', name: '东校区' },
      counts: { sure: 1, presumed: 0, 'presumed-left': 1, emergency: 3 },
      people,
      papers: 3,
    },
    ...more,
  });
const open = (address: string) => openPage(address, routes, 'dashboard.read', 'visit.read');

beforeAll(() => import('./MusterPage.vue'));

it('leaves whom the filter means, and offers what the list names', () => {
  expect(shown(people, { gate: 'g2', unit: '', confidence: '' }).map(({ passId }) => passId)).toEqual(['p2']);
  expect(shown(people, { gate: '', unit: 'u1', confidence: 'sure' }).map(({ passId }) => passId)).toEqual(['p1']);
  expect(choicesOf(people, 'gate').map(({ label }) => label)).toEqual(['东门', '南门']);
});

it('says how sure each is and by what; the printed sheet says who printed it', async () => {
  serve();
  await open('/muster');
  await flushPromises();
  for (const words of ['确定在校', '推定离校', '系统了结', '纸号未补录']) expect(screen.text()).toContain(words);
  const sheet = screen.get('.muster-sheet').text();
  for (const words of ['东校区', '打印人 林海峰（20081234）', '2026-11-24 10:00:00', '确定在校 1'])
    expect(sheet).toContain(words);
});

it('shares ticks with everybody who counts, until somebody starts again', async () => {
  const requests = serve([{ passId: 'p2', by: '孙丽', at: '2026-11-24T02:00:00Z' }]);
  await open('/muster');
  await flushPromises();
  expect(screen.text()).toContain('已清点 1 / 2');
  expect(screen.find('[title^="孙丽 于 10:00"]').exists()).toBe(true);
  await screen.get('input[type=checkbox]').setValue(true);
  await flushPromises();
  expect(screen.text()).toContain('已清点 2 / 2');
  expect(screen.get('.muster-sheet').text()).toContain('☑');
  const sent = requests.find(({ route }) => route === 'PUT /api/muster/ticks');
  expect(sent?.body).toEqual({ campus: 'c1', passId: 'p1', met: true });
  await screen
    .findAll('button')
    .find((button) => button.text() === '重新清点')
    ?.trigger('click');
  await flushPromises();
  expect(screen.text()).toContain('已清点 0 / 2');
});

it('takes a tick back that could not be sent, and says so', async () => {
  serve([], { 'PUT /api/muster/ticks': problem(503, 'server.busy', '服务器忙。') });
  await open('/muster');
  await flushPromises();
  await screen.get('input[type=checkbox]').setValue(true);
  await flushPromises();
  expect(screen.text()).toContain('已清点 0 / 2');
  expect(screen.text()).toContain('服务器忙');
});
