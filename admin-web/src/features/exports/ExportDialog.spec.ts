import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { type ExportRow } from '@gatehouse/contract';
import { fakeServer, noContent, problem } from '@/shared/testing/fake-server';
import { openPart } from '@/shared/testing/open-page';
import ExportButton from './ExportButton.vue';

const page = new DOMWrapper(document.body);
const start = () => page.get('.el-dialog__footer .el-button--primary');
const row = (change: Partial<ExportRow> = {}): ExportRow => ({
  id: 'e1',
  list: 'passages',
  title: '通行记录',
  filter: '全部',
  reason: '安全检查',
  isFull: false,
  state: 'running',
  rows: 0,
  total: 10,
  bytes: null,
  requestedAt: '2026-11-23T00:00:00Z',
  finishedAt: null,
  expiresAt: null,
  downloads: [],
  ...change,
});
const workbook = () =>
  new Response('x'.repeat(3000), {
    headers: { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent('通行记录.xlsx')}` },
  });

let saved: string[];

beforeEach(() => {
  saved = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  return () => vi.useRealTimers();
});

async function open(...more: 'person.reveal'[]) {
  const filter = { outcome: 'refused', gate: '', from: '2026-11-01', until: '2026-11-22' };
  await openPart(ExportButton, { list: 'passages', filter }, 'passage.export', ...more);
  await page.get('.el-button').trigger('click');
  await vi.dynamicImportSettled();
  await flushPromises();
}

async function settle() {
  for (let turn = 0; turn < 6; turn++) {
    await vi.advanceTimersByTimeAsync(400);
    await flushPromises();
  }
}

async function exportFor(reason: string) {
  await page.get('#export-reason').setValue(reason);
  await start().trigger('click');
  await flushPromises();
}

it('asks why before it exports', async () => {
  const requests = fakeServer({});
  await open();
  expect(start().attributes('disabled')).toBeDefined();
  await exportFor('   ');
  expect(requests).toEqual([]);
});

it('sends the filters in force with the reason, shows how far it is, and saves the file', async () => {
  const states: ExportRow[] = [row({ rows: 4 }), row({ state: 'done', rows: 10 })];
  const requests = fakeServer({
    'POST /api/exports': row(),
    'GET /api/exports/e1': () => states.shift() ?? row(),
    'GET /api/exports/e1/file': workbook,
  });
  await open();
  await exportFor('安全检查');
  expect(requests[0]?.body).toEqual({
    list: 'passages',
    filter: { outcome: 'refused', from: '2026-11-01', until: '2026-11-22' },
    reason: '安全检查',
  });
  await vi.advanceTimersByTimeAsync(400);
  await flushPromises();
  expect(page.get('[role=status]').text()).toContain('4 / 10');
  await settle();
  expect(saved).toEqual(['通行记录.xlsx']);
  expect(page.get('[role=status]').text()).toContain('通行记录.xlsx');
});

it('says what went wrong, keeps the reason, and works at the second try', async () => {
  let attempts = 0;
  fakeServer({
    'POST /api/exports': () =>
      attempts++ ? row({ state: 'done' }) : problem(500, 'server.error', '系统出了点问题。', '请稍后重试。'),
    'GET /api/exports/e1/file': workbook,
  });
  await open();
  await exportFor('安全检查');
  expect(page.get('[role=alert]').text()).toContain('系统出了点问题。');
  expect(page.get<HTMLTextAreaElement>('#export-reason').element.value).toBe('安全检查');
  await start().trigger('click');
  await settle();
  expect(saved).toEqual(['通行记录.xlsx']);
});

it('can be cancelled while the server works', async () => {
  let state: ExportRow['state'] = 'running';
  const requests = fakeServer({
    'POST /api/exports': row(),
    'GET /api/exports/e1': () => row({ state }),
    'POST /api/exports/e1/cancellation': () => {
      state = 'cancelled';
      return noContent();
    },
  });
  await open();
  await exportFor('安全检查');
  await page.get('.el-dialog__footer .el-button').trigger('click');
  await settle();
  expect(requests.map(({ route }) => route)).toContain('POST /api/exports/e1/cancellation');
  expect(page.find('progress').exists()).toBe(false);
  expect(saved).toEqual([]);
});

it('offers everything in full only to those who may reveal', async () => {
  const requests = fakeServer({ 'POST /api/exports': row({ state: 'done' }), 'GET /api/exports/e1/file': workbook });
  await open();
  expect(page.find('input[type=checkbox]').exists()).toBe(false);
  document.body.innerHTML = '';
  await open('person.reveal');
  await page.get('input[type=checkbox]').setValue(true);
  await exportFor('调查');
  expect(requests[0]?.body).toMatchObject({ isFull: true });
});
