import { type DelegationRow } from '@gatehouse/contract';
import { addDays, campusDate, instantOf } from '@gatehouse/contract/rules/campus-clock';
import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { fakeServer, noContent, type SentRequest } from '@/shared/testing/fake-server';
import { openPart } from '@/shared/testing/open-page';
import DelegationsPage from './DelegationsPage.vue';

const screen = new DOMWrapper(document.body);
const row = (id: string, but: Partial<DelegationRow>): DelegationRow => ({
  ...{ id, ownerName: '王静', delegateName: '陈晓明', reason: '出差', state: 'active', endedAt: null },
  period: { from: '2026-11-22T00:00:00Z', until: '2026-11-24T16:00:00Z' },
  ...but,
});

// The form that comes later is here before the first test, as it is for a person.
beforeAll(() => import('./DelegateForm.vue'));

let requests: SentRequest[];
let answer: () => object;
const sent = () => requests.filter(({ route }) => route.startsWith('POST'));

beforeEach(async () => {
  answer = () => ({ id: 'd9' });
  requests = fakeServer({
    'GET /api/delegations': {
      given: [row('d1', {}), row('d2', { state: 'over' })],
      received: [row('d3', { ownerName: '李建国', state: 'coming' })],
    },
    'GET /api/delegations/candidates': [{ id: 'li', name: '李建国', title: '院长', unitName: '计算机学院' }],
    'POST /api/delegations': () => answer(),
    'POST /api/delegations/d1/end': noContent,
  });
  await openPart(DelegationsPage, {}, 'approval.decide');
  await flushPromises();
});

async function fillIn(): Promise<void> {
  await screen.get('.delegate .el-select__wrapper').trigger('click');
  await flushPromises();
  await screen.get('.el-select-dropdown__item').trigger('click');
  await screen.get('input[maxlength="200"]').setValue('出差');
  await screen.get('form').trigger('submit');
  await flushPromises();
}

it('shows both sides, and lets only the own ones that run be ended', () => {
  expect(screen.get('.lists').text()).toContain('李建国');
  expect(screen.findAll('.lists button').map((button) => button.text())).toEqual(['提前结束']);
});

it('asks for colleague and reason before it sends anything', async () => {
  await screen.get('form').trigger('submit');
  await flushPromises();
  expect(sent()).toEqual([]);
  await vi.waitFor(() => expect(screen.findAll('.el-form-item__error')).toHaveLength(2));
});

it('delegates whole campus days, the last one included', async () => {
  await fillIn();
  const until = new Date(instantOf(addDays(campusDate(Date.now()), 1), '24:00')).toISOString();
  expect(sent()).toMatchObject([{ body: { delegateId: 'li', reason: '出差', period: { until } } }]);
});

it('says at the field what the server refuses, and keeps what was typed', async () => {
  const fields = [{ path: 'from', code: 'delegation.overlaps', message: '这段时间已有委托。' }];
  answer = () => Response.json({ code: 'delegation.overlaps', detail: '不能这样委托。', fields }, { status: 422 });
  await fillIn();
  await vi.waitFor(() => expect(screen.get('.el-form-item__error').text()).toBe('这段时间已有委托。'));
  expect(screen.get<HTMLInputElement>('input[maxlength="200"]').element.value).toBe('出差');
});

it('ends one early, once that was confirmed', async () => {
  await screen.get('.lists button').trigger('click');
  await flushPromises();
  expect(sent()).toEqual([]);
  await screen.get('.el-message-box .el-button--primary').trigger('click');
  await flushPromises();
  expect(sent()).toMatchObject([{ route: 'POST /api/delegations/d1/end' }]);
});
