import { type EquipmentRow, type PersonOnDevice } from '@gatehouse/contract';
import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeAll, expect, it } from 'vitest';
import { fakeServer } from '@/shared/testing/fake-server';
import { openPage } from '@/shared/testing/open-page';
import { emptyForm, isComplete, networksOf, toInput } from './equipment-form';
import equipment from './module';

const screen = new DOMWrapper(document.body);
const routes = equipment.routes.map((route) => ({ ...route, path: `/${route.path}` }));
const device: EquipmentRow = {
  id: 'e1',
  name: '东门 1 号闸机',
  vendor: 'zkteco',
  serial: '3383154200002',
  campus: { id: 'c1', name: '东校区' },
  lanes: [{ door: 1, gate: { id: 'g1', name: '东门' }, direction: 'entry' }],
  networks: ['10.8.0.0/24'],
  faces: true,
  address: null,
  state: 'open',
  lastSeenAt: null,
  fault: 'unreachable',
  people: { held: 3, waiting: 1, failed: 2 },
};
const person: PersonOnDevice = {
  id: 'p1',
  personName: '陈*',
  visitNumber: '202611240001',
  number: 100000001,
  until: '2026-11-24T09:00:00Z',
  state: 'failed',
  fault: 'face-blurred',
  attempts: 1,
  changedAt: '2026-11-24T01:00:00Z',
};
const serve = () =>
  fakeServer({
    'GET /api/equipment': [device],
    'GET /api/equipment/e1/people': [person, { ...person, id: 'p2', state: 'gone', fault: null }],
    'POST /api/equipment/e1/push': { people: 1 },
    'POST /api/equipment/e1/people/p1/push': { people: 1 },
  });
const buttons = (text: string) => screen.findAll('button').filter((candidate) => candidate.text() === text);

beforeAll(() => Promise.all([import('./EquipmentPage.vue'), import('./PeopleOnDevicePage.vue')]));

it('shows each device with what is wrong and how many people are on it', async () => {
  serve();
  const { router } = await openPage('/equipment', routes, 'device.read', 'passage.read');
  await flushPromises();
  for (const words of ['东门 1 号闸机', '3383154200002', '尚未连接', '连不上设备', '失败 2', '入校'])
    expect(screen.text()).toContain(words);
  expect(buttons('添加设备')).toHaveLength(0);
  await screen.get('a.counts').trigger('click');
  await flushPromises();
  expect(router.currentRoute.value.path).toBe('/equipment/e1');
});

it('shows nobody by name to whoever may not see passages', async () => {
  serve();
  await openPage('/equipment', routes, 'device.read');
  await flushPromises();
  expect(screen.text()).toContain('失败 2');
  expect(screen.find('a.counts').exists()).toBe(false);
});

it('sends one person, or all who failed, again', async () => {
  const requests = serve();
  await openPage('/equipment/e1', routes, 'device.read', 'device.write', 'passage.read');
  await flushPromises();
  expect(screen.text()).toContain('照片不够清晰');
  expect(buttons('重新下发')).toHaveLength(1);
  await buttons('重新下发')[0]?.trigger('click');
  await flushPromises();
  await buttons('重新下发 1 人')[0]?.trigger('click');
  await flushPromises();
  expect(requests.filter(({ route }) => route.startsWith('POST')).map(({ route }) => route)).toEqual([
    'POST /api/equipment/e1/people/p1/push',
    'POST /api/equipment/e1/push',
  ]);
});

it('offers nothing to do to whoever may only look', async () => {
  serve();
  await openPage('/equipment/e1', routes, 'device.read', 'passage.read');
  await flushPromises();
  expect(buttons('重新下发')).toHaveLength(0);
});

it('sends what the make needs and nothing else', () => {
  const form = {
    ...emptyForm(),
    name: ' 东门 ',
    serial: ' A1 ',
    campusId: 'c',
    faces: true,
    address: 'http://x',
    user: 'u',
    password: 'p',
  };
  form.lanes = [
    { door: 1, gateId: 'g', direction: 'entry' },
    { door: 2, gateId: 'h', direction: 'exit' },
  ];
  expect(isComplete(form)).toBe(false);
  expect(isComplete({ ...form, networks: '10.8.0.0/24' })).toBe(true);
  expect(networksOf('10.8.0.1， 10.8.0.2\n10.9.0.0/16;')).toEqual(['10.8.0.1', '10.8.0.2', '10.9.0.0/16']);
  const camera = toInput({ ...form, vendor: 'plate-camera' });
  expect(camera).toEqual({ vendor: 'plate-camera', campusId: 'c', name: '东门', serial: 'A1', lanes: [form.lanes[0]], networks: [], faces: false }); // prettier-ignore
  expect(toInput({ ...form, vendor: 'hikvision' })).toMatchObject({
    address: 'http://x',
    user: 'u',
    password: 'p',
    faces: true,
  });
  expect(isComplete({ ...form, vendor: 'hikvision', password: '' })).toBe(false);
});
