import { type OpenApprovalRow } from '@gatehouse/contract';
import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeAll, expect, it } from 'vitest';
import { fakeServer, noContent } from '@/shared/testing/fake-server';
import { openPage } from '@/shared/testing/open-page';
import officeApproval from './module';

const screen = new DOMWrapper(document.body);
const routes = officeApproval.routes.map((route) => ({ ...route, path: `/${route.path}` }));
const row: OpenApprovalRow = {
  id: 'a1',
  visitId: 'v1',
  number: '20261122000001',
  applicantName: '陈*',
  partySize: 1,
  campus: { id: 'c', name: '东校区' },
  unit: { id: 'u', name: '计算机学院' },
  hostName: '王静',
  period: { from: '2026-11-22T01:00:00Z', until: '2026-11-22T10:00:00Z' },
  purpose: 'academic',
  step: 'host',
  approverName: '王静',
  deputies: ['李建国'],
  openedAt: '2026-11-21T01:00:00Z',
  dueAt: '2026-11-22T00:30:00Z',
  level: 'office',
  chasedAt: null,
};

beforeAll(() => import('./OfficeApprovalsPage.vue'));

it('shows with whom a step lies, and decides in his place only with a reason', async () => {
  const requests = fakeServer({
    'GET /api/office/approvals': [row],
    'POST /api/office/approvals/a1/decision': noContent,
  });
  await openPage('/office-approvals', routes, 'approval.decide-any');
  await flushPromises();
  expect(screen.text()).toContain('已转保卫处');
  expect(screen.text()).toContain('王静、李建国');

  const agree = screen.findAll('button').find((button) => button.text() === '代为同意');
  await agree?.trigger('click');
  await flushPromises();
  const decisions = () => requests.filter(({ route }) => route.startsWith('POST'));
  await screen.get('form.reason').trigger('submit');
  expect(decisions()).toEqual([]);
  await screen.get('textarea').setValue('被访人出差，已电话核实');
  await screen.get('form.reason').trigger('submit');
  await flushPromises();
  expect(decisions()).toMatchObject([{ body: { agree: true, reason: '被访人出差，已电话核实' } }]);
});
