import { type SyncReport } from '@gatehouse/contract';
import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { fakeServer, problem } from '@/shared/testing/fake-server';
import { openPage } from '@/shared/testing/open-page';
import directory from './module';

const page = new DOMWrapper(document.body);
const part = { added: 0, changed: 0, unchanged: 8, rejected: 0, noted: 0, allowed: 5 };
const report = (change: Partial<SyncReport> = {}): SyncReport => ({
  id: 's1',
  origin: 'file',
  label: 'staff.csv',
  complete: true,
  outcome: 'previewed',
  counts: {
    unit: { ...part, closing: 0, reopening: 0 },
    staff: { ...part, added: 1, rejected: 1, moved: 0, leaving: 60, returning: 0 },
  },
  failure: null,
  startedByName: '周涛',
  at: '2026-11-23T01:00:00Z',
  lines: [
    {
      part: 'staff',
      action: 'rejected',
      row: 3,
      key: 'T9',
      name: '',
      unit: '',
      fields: ['unit'],
      code: 'unit-unknown',
    },
    { part: 'staff', action: 'added', row: 2, key: 'T8', name: '钱多多', unit: 'CS', fields: [], code: null },
  ],
  lineCount: 62,
  toConfirm: 60,
  ...change,
});
const noServer = { configured: false, address: null, everyMinutes: null, readUpTo: null, sweptAt: null };
const button = (text: string) => page.findAll('button').find((one) => one.text() === text);

async function choose(): Promise<void> {
  const input = page.get<HTMLInputElement>('input[type=file]');
  Object.defineProperty(input.element, 'files', { value: [new File(['工号'], 'staff.csv')] });
  await input.trigger('change');
}

async function press(text: string): Promise<void> {
  await button(text)!.trigger('click');
  await flushPromises();
}

it('previews a file, shows what is wrong by row, and wants the number of leavers confirmed', async () => {
  const requests = fakeServer({
    'GET /api/directory/syncs': [],
    'GET /api/directory/source': noServer,
    'POST /api/directory/imports': ({ query }: { query: Record<string, string> }) =>
      report(query.dryRun === 'true' ? {} : { outcome: 'applied', toConfirm: 60 }),
  });
  await openPage(
    '/directory/sync',
    directory.routes.map((route) => ({ ...route, path: `/${route.path}` })),
    'directory.read',
    'directory.write',
  );
  await choose();
  await press('预览');

  expect(page.text()).toContain('没有这个单位');
  expect(page.text()).toContain('钱多多');
  expect(button('执行导入')!.attributes('disabled')).toBeDefined();

  await page.get('.confirm input').setValue(true);
  await press('执行导入');

  const sent = requests.filter(({ route }) => route === 'POST /api/directory/imports');
  expect(sent.map(({ query }) => query.dryRun)).toEqual(['true', 'false']);
  expect(sent[1]).toMatchObject({
    query: { name: 'staff.csv', confirmedLeavers: '60' },
    headers: { 'Content-Type': 'text/csv' },
  });
});

it('says what is wrong with a file that cannot be read', async () => {
  fakeServer({
    'GET /api/directory/syncs': [],
    'GET /api/directory/source': noServer,
    'POST /api/directory/imports': problem(422, 'directory.file-no-header', '没有找到表头。'),
  });
  await openPage(
    '/directory/sync',
    directory.routes.map((route) => ({ ...route, path: `/${route.path}` })),
    'directory.read',
    'directory.write',
  );
  await choose();
  await press('预览');

  expect(page.get('[role=alert]').text()).toContain('没有找到表头');
  expect(button('执行导入')).toBeUndefined();
});
