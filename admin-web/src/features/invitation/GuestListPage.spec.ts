import { type GuestListReport } from '@gatehouse/contract';
import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { fakeServer, problem } from '@/shared/testing/fake-server';
import { openPage } from '@/shared/testing/open-page';
import invitation from './module';
import { emptyPlan, toInput } from './plan';

const page = new DOMWrapper(document.body);
const button = (text: string) => page.findAll('button').find((one) => one.text().startsWith(text));
const guest = { mobileMasked: '139****0001', period: null, people: 1, purpose: null, note: null };
const report = (change: Partial<GuestListReport> = {}): GuestListReport => ({
  batchId: null,
  invited: 1,
  leftToday: 100,
  rows: [
    { ...guest, row: 2, name: '陈明', errors: [] },
    {
      ...guest,
      row: 3,
      name: '林芳',
      errors: [
        { column: 'until', code: 'policy.period-empty', text: { zh: '结束应晚于开始。', en: 'Ends too early.' } },
      ],
    },
  ],
  ...change,
});

async function choose(): Promise<void> {
  const input = page.get<HTMLInputElement>('input[type=file]');
  Object.defineProperty(input.element, 'files', { value: [new File(['姓名'], 'guests.xlsx')] });
  await input.trigger('change');
}

async function press(text: string): Promise<void> {
  await button(text)!.trigger('click');
  await flushPromises();
}

it('looks first, shows what is wrong by row, and invites by the same key however often it is pressed', async () => {
  let failing = true;
  const requests = fakeServer({
    'POST /api/invitations/batches': ({ query }: { query: Record<string, string> }) => {
      if (query.apply === 'false') return report();
      const answer = failing ? problem(503, 'server.not-ready', '系统正在启动。') : report({ batchId: 'b1' });
      failing = false;
      return answer;
    },
  });
  await openPage(
    '/invitations/list',
    invitation.routes.map((route) => ({ ...route, path: `/${route.path}` })),
    'approval.decide',
  );
  await choose();
  await press('预览');
  expect(page.text()).toContain('可邀请 1 行，有问题 1 行');
  expect(page.text()).toContain('结束：结束应晚于开始。');
  await press('邀请 1 位来宾');
  expect(page.text()).toContain('系统正在启动。');
  await press('邀请 1 位来宾');
  expect(page.text()).toContain('已邀请 1 行，未邀请 1 行');
  expect(button('下载结果')).toBeDefined();
  expect(button('邀请 1 位来宾')).toBeUndefined();
  const sent = requests.filter(({ route }) => route === 'POST /api/invitations/batches');
  expect(sent.map(({ query }) => query.apply)).toEqual(['false', 'true', 'true']);
  expect(sent[0]?.headers['Content-Type']).toContain('spreadsheetml');
  expect(sent[1]?.headers['Idempotency-Key']).toBe(sent[2]?.headers['Idempotency-Key']);
});

it('takes times as campus time, and lets a link to a fixed period end with it', () => {
  const plan = {
    ...emptyPlan(),
    period: ['2026-11-25 09:00', '2026-11-25 17:00'] as [string, string],
    mobile: ' 139 ',
  };
  expect(toInput(plan, 0)).toMatchObject({
    period: { from: '2026-11-25T01:00:00.000Z', until: '2026-11-25T09:00:00.000Z' },
    expiresAt: '2026-11-25T09:00:00.000Z',
    mobile: '139',
  });
  expect(toInput({ ...emptyPlan(), days: 1 }, 0)).toMatchObject({ expiresAt: '1970-01-02T00:00:00.000Z' });
});
