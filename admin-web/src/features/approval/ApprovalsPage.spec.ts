import { type ApprovalDetail, type ApprovalRow } from '@gatehouse/contract';
import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeAll, expect, it } from 'vitest';
import { fakeServer, noContent } from '@/shared/testing/fake-server';
import { openPage, press } from '@/shared/testing/open-page';
import approval from './module';

const screen = new DOMWrapper(document.body);
const routes = approval.routes.map((route) => ({ ...route, path: `/${route.path}` }));

const row = (id: string): ApprovalRow => ({
  id,
  visitId: `v-${id}`,
  number: `2026-${id}`,
  visitStatus: 'pending',
  subject: 'visit',
  extension: null,
  correction: null,
  step: 'host',
  state: 'waiting',
  applicantName: `张${id}`,
  organisation: '个人',
  partySize: 1,
  plate: null,
  campusName: '东校区',
  period: { from: '2026-11-22T01:00:00Z', until: '2026-11-22T10:00:00Z' },
  purpose: 'business',
  reason: '调试',
  requestedAt: '2026-11-21T01:00:00Z',
});

const detail = (id: string, can: Partial<ApprovalDetail['can']> = {}): ApprovalDetail => ({
  ...row(id),
  unit: { id: 'u', name: '信息学院' },
  hostName: '林海峰',
  transport: 'foot',
  remark: null,
  party: [],
  steps: [],
  history: [],
  warning: null,
  earlierVisits: 0,
  can: { agree: true, refuse: true, handToLeader: true, mustHandToLeader: false, askForCorrection: true, ...can },
  correctable: ['applicant.name', 'reason'],
  leaders: [{ id: 'l1', name: '赵敏', title: '副院长', unitName: '信息学院' }],
  nextHandler: null,
});

async function open(address: string, can: Partial<ApprovalDetail['can']> = {}) {
  const requests = fakeServer({
    'GET /api/approvals': { items: ['1', '2', '3'].map(row), next: null, todoCount: 3 },
    ...Object.fromEntries(['1', '2', '3'].map((id) => [`GET /api/approvals/${id}`, detail(id, can)])),
    'POST /api/approvals/1/agreement': noContent,
    'POST /api/approvals/1/refusal': noContent,
    'POST /api/approvals/1/correction': noContent,
    'POST /api/approvals/3/agreement': noContent,
  });
  const { router } = await openPage(address, routes, 'approval.decide');
  await flushPromises();
  // A draft of the test before may arrive late.
  const decisions = () => requests.filter(({ route }) => /^POST .*(agreement|refusal|correction)$/.test(route));
  return { router, decisions, chosen: () => router.currentRoute.value.params.id };
}

// The lazy pages are here before the first key, as they are for a person.
beforeAll(() =>
  Promise.all(
    ['ApprovalsPage', 'ApprovalPanel', 'BatchDialog', 'CorrectionForm'].map((part) => import(`./${part}.vue`)),
  ),
);

const opinion = () => screen.get<HTMLTextAreaElement>('textarea');

it('walks through the list with j and k and stops at its ends', async () => {
  const { chosen } = await open('/approvals');

  await press('j');
  expect(chosen()).toBe('1');
  await press('j');
  await press('j');
  await press('j');
  expect(chosen()).toBe('3');
  await press('k');
  expect(chosen()).toBe('2');
});

it('agrees with a and Enter, never with a alone, and opens the next one', async () => {
  const { chosen, decisions } = await open('/approvals/1');

  await press('a');
  expect(decisions()).toEqual([]);
  await press('Enter', opinion().element);
  await flushPromises();

  expect(decisions()).toMatchObject([{ route: 'POST /api/approvals/1/agreement', body: {} }]);
  expect(chosen()).toBe('2');
});

it('refuses with r, but not without a reason', async () => {
  const { decisions } = await open('/approvals/1');

  await press('r');
  await press('Enter', opinion().element);
  expect(decisions()).toEqual([]);

  await opinion().setValue('当天不在校');
  await press('Enter', opinion().element);
  expect(decisions()).toMatchObject([{ route: 'POST /api/approvals/1/refusal', body: { opinion: '当天不在校' } }]);
});

it('does not take typed letters for commands', async () => {
  const { chosen } = await open('/approvals/1');

  await press('r');
  await press('j', opinion().element);
  await press('a', opinion().element);

  expect(chosen()).toBe('1');
  expect(screen.text()).toContain('确认不同意');
});

it('never sends a reason for refusing along with an agreement', async () => {
  const { decisions } = await open('/approvals/1');
  await press('r');
  await opinion().setValue('与本人无此约定');
  await press('Escape', opinion().element);

  await press('a');
  await press('Enter', opinion().element);

  expect(decisions()[0]?.body).toEqual({});
});

it('keeps a half-written reason for the next time', async () => {
  await open('/approvals/1');
  await press('r');
  await opinion().setValue('当天');
  await press('j', document.body);
  await press('k', document.body);
  await press('r');

  expect(opinion().element.value).toBe('当天');
});

it('wants a leader when the rules do', async () => {
  const { decisions } = await open('/approvals/1', { mustHandToLeader: true });

  await press('a');
  await press('Enter', opinion().element);

  expect(decisions()).toEqual([]);
  expect(screen.text()).toContain('请选择领导');
});

it('offers nothing where the server allows nothing', async () => {
  await open('/approvals/1', { agree: false, refuse: false, handToLeader: false });

  await press('a');
  await press('r');

  expect(screen.find('textarea').exists()).toBe(false);
  expect(screen.find('footer').exists()).toBe(false);
});

it('explains its keys with ? and lets them be switched off', async () => {
  const { chosen } = await open('/approvals');
  await press('?');
  expect(screen.get('aside').text()).toContain('快捷键');

  await screen.get('aside input[role=switch]').trigger('change');
  await press('j');

  expect(chosen()).toBeFalsy();
});

it('agrees to several and tells of each what became of it', async () => {
  const requests = fakeServer({
    'GET /api/approvals': { items: ['1', '2', '3'].map(row), next: null, todoCount: 3 },
    'POST /api/approvals/agreements': [
      { id: '1', problem: null },
      { id: '2', problem: { code: 'approval.needs-own-look', detail: '这条需要您打开后单独处理。' } },
    ],
  });
  await openPage('/approvals', routes, 'approval.decide');
  await flushPromises();
  const click = (text: string) =>
    screen
      .findAll('button')
      .find((button) => button.text() === text)
      ?.trigger('click');
  await click('批量同意');
  await flushPromises();
  const boxes = screen.findAll<HTMLInputElement>('.several input[type=checkbox]');
  await boxes[0]?.setValue(true);
  await boxes[1]?.setValue(true);
  await click('同意所选 2 条');
  await flushPromises();
  const sent = requests.find(({ route }) => route.startsWith('POST'));
  expect(sent?.body).toEqual({ ids: ['1', '2'] });
  expect(screen.get('.several').text()).toContain('这条需要您打开后单独处理。');
  expect(document.body.textContent).toContain('已同意 1 条，1 条未处理');
});

it('goes on with what was written on the phone', async () => {
  fakeServer({
    'GET /api/approvals': { items: [row('1')], next: null, todoCount: 1 },
    'GET /api/approvals/1': { ...detail('1'), drafts: { refuse: '那天有会' } },
    'GET /api/opinions': { own: [{ id: 'o', kind: 'refuse', text: '当天出差。' }], shared: [] },
  });
  await openPage('/approvals/1', routes, 'approval.decide');
  await flushPromises();
  await press('r');
  await flushPromises();
  expect(opinion().element.value).toBe('那天有会');
  expect(screen.get('.phrases').text()).toBe('当天出差。');
});

it('asks for corrections with c, one sentence for each field', async () => {
  const { chosen, decisions } = await open('/approvals/1');
  await press('c');
  await flushPromises();
  const boxes = () => screen.findAll<HTMLInputElement>('.correction input[type=checkbox]');
  const send = () => screen.get('.correction').trigger('submit');
  await boxes()[0]!.setValue(true);
  await boxes()[1]!.setValue(true);
  await screen.findAll('.correction .notes input')[0]!.setValue('与证件不符');
  await send();
  expect(decisions()).toEqual([]);
  await screen.findAll('.correction .notes input')[1]!.setValue('请写明活动名称');
  await send();
  await flushPromises();
  expect(decisions()).toMatchObject([
    {
      route: 'POST /api/approvals/1/correction',
      body: {
        fields: [
          { field: 'applicant.name', note: '与证件不符' },
          { field: 'reason', note: '请写明活动名称' },
        ],
      },
    },
  ]);
  expect(chosen()).toBe('2');
});

it('keeps the half-written corrections of each visit', async () => {
  await open('/approvals/1');
  await press('c');
  await flushPromises();
  await screen.get('.correction input[type=checkbox]').setValue(true);
  await screen.get('.correction .notes input').setValue('与证件');
  await press('j', document.body);
  await press('k', document.body);
  await press('c');
  await flushPromises();
  expect(screen.get<HTMLInputElement>('.correction .notes input').element.value).toBe('与证件');
});

it('agrees to less time than asked for', async () => {
  const { decisions } = await open('/approvals/1');
  await press('a');
  await screen.get('.less input[type=checkbox]').setValue(true);
  await press('Enter', opinion().element);
  await flushPromises();
  const { from, until } = row('1').period;
  expect(decisions()[0]?.body).toEqual({
    period: { from: new Date(from).toISOString(), until: new Date(until).toISOString() },
  });
});
