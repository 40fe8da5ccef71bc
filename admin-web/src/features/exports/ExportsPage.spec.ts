import { flushPromises } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { type ExportRow } from '@gatehouse/contract';
import { fakeServer, noContent } from '@/shared/testing/fake-server';
import { openPage } from '@/shared/testing/open-page';
import feature from './module';

const row = (id: string, state: ExportRow['state'], change: Partial<ExportRow> = {}): ExportRow => ({
  id,
  list: 'visits',
  title: '来访申请',
  filter: '状态: 待审批',
  reason: '检查',
  isFull: false,
  state,
  rows: 40,
  total: 100,
  bytes: state === 'done' ? 2_500_000 : null,
  requestedAt: '2026-11-23T00:00:00Z',
  finishedAt: null,
  expiresAt: null,
  downloads: state === 'done' ? [{ at: '2026-11-23T01:00:00Z', by: '赵强' }] : [],
  ...change,
});

it('shows how far each export is, and what can be done with it', async () => {
  const requests = fakeServer({
    'GET /api/exports': [row('r', 'running'), row('d', 'done'), row('f', 'failed'), row('x', 'expired')],
    'POST /api/exports/r/cancellation': noContent,
    'POST /api/exports/f/again': row('n', 'queued'),
  });
  const { page } = await openPage(
    '/exports',
    feature.routes.map((route) => ({ ...route, path: `/${route.path}` })),
    'passage.export',
  );
  const lines = page.findAll('.el-table__body-wrapper tbody tr');
  expect(lines[0]?.text()).toContain('40 / 100 行');
  expect(lines[1]?.text()).toContain('2.4 MB');
  expect(lines[1]?.text()).toContain('1 次');
  expect(lines.map((line) => line.find('.el-button').text())).toEqual(['取消', '下载', '重新导出', '重新导出']);

  await lines[0]!.get('.el-button').trigger('click');
  await lines[2]!.get('.el-button').trigger('click');
  await flushPromises();
  expect(requests.map(({ route }) => route)).toEqual(
    expect.arrayContaining(['POST /api/exports/r/cancellation', 'POST /api/exports/f/again']),
  );
});

it('says where exports come from when there is none', async () => {
  fakeServer({ 'GET /api/exports': [] });
  const { page } = await openPage(
    '/exports',
    feature.routes.map((route) => ({ ...route, path: `/${route.path}` })),
    'passage.export',
  );
  expect(page.text()).toContain('还没有导出');
});
