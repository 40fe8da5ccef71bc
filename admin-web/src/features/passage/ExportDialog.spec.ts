import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeServer, problem } from '@/shared/testing/fake-server';
import { openPart } from '@/shared/testing/open-page';
import ExportDialog from './ExportDialog.vue';
import { todaysPassages } from './passages-filter';

const page = new DOMWrapper(document.body);
const start = () => page.get('.el-dialog__footer .el-button--primary');
const workbook = () =>
  new Response('x'.repeat(3000), {
    headers: { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent('通行记录.xlsx')}` },
  });

let saved: string[];

beforeEach(() => {
  saved = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});

async function open() {
  const filter = { ...todaysPassages(), outcome: 'refused', from: '2026-11-01', until: '2026-11-22' };
  await openPart(ExportDialog, { filter });
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

it('sends the filters in force with the reason, and saves under the name of the server', async () => {
  const requests = fakeServer({ 'POST /api/passages/export': workbook });
  await open();

  await exportFor('安全检查');

  expect(requests.at(-1)?.body).toEqual({
    filter: { outcome: 'refused', from: '2026-11-01', until: '2026-11-22' },
    reason: '安全检查',
  });
  expect(saved).toEqual(['通行记录.xlsx']);
  expect(page.get('[role=status]').text()).toContain('通行记录.xlsx');
});

it('says what went wrong, keeps the reason, and works at the second try', async () => {
  let attempts = 0;
  fakeServer({
    'POST /api/passages/export': () =>
      attempts++ ? workbook() : problem(500, 'server.error', '系统出了点问题。', '请稍后重试。'),
  });
  await open();

  await exportFor('安全检查');
  expect(page.get('[role=alert]').text()).toContain('系统出了点问题。');
  expect(page.get<HTMLTextAreaElement>('#export-reason').element.value).toBe('安全检查');

  await start().trigger('click');
  await flushPromises();
  expect(saved).toEqual(['通行记录.xlsx']);
});

it('can be stopped while the server works', async () => {
  vi.stubGlobal(
    'fetch',
    (_: string, { signal }: RequestInit) =>
      new Promise((_done, fail) => signal!.addEventListener('abort', () => fail(new DOMException('', 'AbortError')))),
  );
  await open();
  await exportFor('安全检查');
  expect(page.find('progress').exists()).toBe(true);

  await page.get('.el-dialog__footer .el-button').trigger('click');
  await flushPromises();

  expect(page.find('progress').exists()).toBe(false);
  expect(page.find('[role=alert]').exists()).toBe(false);
  expect(saved).toEqual([]);
});
