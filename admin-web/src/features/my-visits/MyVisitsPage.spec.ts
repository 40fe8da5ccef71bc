import { type MyVisit, type MyVisitRow } from '@gatehouse/contract';
import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { fakeServer, noContent, problem, type SentRequest } from '@/shared/testing/fake-server';
import { openPage, press } from '@/shared/testing/open-page';
import myVisits from './module';

const screen = new DOMWrapper(document.body);
const routes = [
  ...myVisits.routes.map((route) => ({ ...route, path: `/${route.path}` })),
  { path: '/approvals/:id', name: 'approval', component: { template: '<i />' } },
];
const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

const row = (id: string): MyVisitRow => ({
  ...{ id, number: `2026-${id}`, status: 'approved', applicantName: '张*', organisation: '个人', partySize: 1 },
  ...{ plate: null, campusName: '东校区', period: { from: `${day}T01:00:00Z`, until: `${day}T09:00:00Z` } },
  ...{ purpose: 'business', inside: 1, presumedLeft: 0, inPlaceOf: null },
});
const detail: MyVisit = {
  ...row('1'),
  ...{ reason: '调试', transport: 'foot', unitName: '信息学院', people: [], history: [] },
  ...{ can: { revoke: true, moveEnd: true, answerStay: true }, latestEnd: `${day}T11:00:00Z` },
  extensionApprovalId: 'a7',
};

let requests: SentRequest[];
const asked = () => requests.filter(({ route }) => route === 'GET /api/my-visits').at(-1);
const sent = () => requests.filter(({ route }) => /^(POST|PUT)/.test(route));

beforeAll(() => Promise.all([import('./MyVisitPanel.vue'), import('./MessagesDialog.vue')]));
beforeEach(() => {
  requests = fakeServer({
    'GET /api/my-visits': { items: [row('1'), row('2')], next: null },
    'GET /api/my-visits/1': detail,
    'GET /api/my-visits/2': { ...detail, id: '2', can: { revoke: false, moveEnd: false, answerStay: false } },
    'POST /api/my-visits/1/stay': noContent,
    'POST /api/my-visits/1/period': () =>
      sent().length > 1 ? noContent() : problem(422, 'visit.end-too-late', '太晚了。'),
    'POST /api/my-visits/1/revocation': noContent,
    'GET /api/my-messages': { arrivals: true, departures: true },
    'PUT /api/my-messages': noContent,
  });
});

async function open(address: string) {
  const { router } = await openPage(address, routes, 'approval.decide');
  await flushPromises();
  return router;
}

async function click(text: string): Promise<void> {
  const buttons = screen.findAll('button, a').filter((button) => button.text() === text);
  await buttons.at(-1)!.trigger('click');
  await flushPromises();
}

it('asks for one time at a time, today first', async () => {
  await open('/my-visits');
  expect(asked()?.query).toMatchObject({ when: 'today' });
  await click('将到访');
  expect(asked()?.query).toMatchObject({ when: 'coming' });
});

it('walks through the visits with j', async () => {
  const router = await open('/my-visits');
  await press('j');
  await press('j');
  expect(router.currentRoute.value.params.id).toBe('2');
  expect(screen.find('footer').exists()).toBe(false);
});

it('answers “still here?”', async () => {
  await open('/my-visits/1');
  await click('已经走了');
  expect(sent()).toMatchObject([{ route: 'POST /api/my-visits/1/stay', body: { answer: 'left' } }]);
});

it('moves the end, which begins with the present one, and says why it cannot', async () => {
  await open('/my-visits/1');
  await click('修改结束时间');
  expect(screen.get('footer button[type=submit]').attributes()).toHaveProperty('disabled');
  await screen.get('footer .time').trigger('click');
  await flushPromises();
  const later = screen.findAll('.el-select-dropdown__item').find((item) => item.text() === '18:30');
  await later!.trigger('click');
  await screen.get('footer form').trigger('submit');
  await flushPromises();
  expect(sent()[0]?.body).toEqual({ until: `${day}T10:30:00.000Z` });
  expect(screen.get('footer').text()).toContain('太晚了。');
  await screen.get('footer form').trigger('submit');
  await flushPromises();
  expect(screen.find('footer form').exists()).toBe(false);
});

it('takes a visit back, but not without a reason', async () => {
  await open('/my-visits/1');
  await click('撤销来访');
  await press('Enter', screen.get('textarea').element);
  expect(sent()).toEqual([]);
  await screen.get('textarea').setValue('会议取消');
  await press('Enter', screen.get('textarea').element);
  await flushPromises();
  expect(sent()).toMatchObject([{ route: 'POST /api/my-visits/1/revocation', body: { reason: '会议取消' } }]);
});

it('leads to the longer stay that is asked for', async () => {
  const router = await open('/my-visits/1');
  await screen.get('.note a').trigger('click');
  await flushPromises();
  expect(router.currentRoute.value.params.id).toBe('a7');
});

it('keeps each wish for messages at once', async () => {
  await open('/my-visits');
  await screen.get('.top .icon-button').trigger('click');
  await flushPromises();
  await screen.get('.el-dialog input[role=switch]').trigger('change');
  await flushPromises();
  expect(sent()).toMatchObject([{ body: { arrivals: false, departures: true } }]);
});
