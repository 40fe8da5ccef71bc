import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { fakeServer } from '@/shared/testing/fake-server';
import { openPart } from '@/shared/testing/open-page';
import AddEntryDialog from './AddEntryDialog.vue';

const page = new DOMWrapper(document.body);
const field = (name: string) => page.get(`[data-field=${name}]`);

async function type(name: string, text: string): Promise<void> {
  await field(name).findAll('input, textarea').at(-1)!.setValue(text);
  await flushPromises();
}

/** Element Plus shows a message a moment after it was set. */
const says = (name: string, message: string) => vi.waitFor(() => expect(field(name).text()).toContain(message));

async function send(): Promise<void> {
  await page.get('.el-dialog__footer .el-button--primary').trigger('click');
  await flushPromises();
}

it('is silent at first, complains when a field is left, and forgives as it is corrected', async () => {
  await openPart(AddEntryDialog, {});
  await type('plate', '浙E');
  expect(field('plate').text()).not.toContain('车牌号格式不对');

  await field('plate').get('input').trigger('blur');
  await flushPromises();
  await says('plate', '车牌号格式不对');

  await type('plate', '浙E12345');
  await vi.waitFor(() => expect(field('plate').text()).not.toContain('车牌号格式不对'));
});

it('sends nothing while something is wrong and puts the cursor into the first bad field', async () => {
  const requests = fakeServer({});
  await openPart(AddEntryDialog, {});
  await type('name', '徐伟');

  await send();

  expect(requests.filter(({ route }) => route.startsWith('POST'))).toEqual([]);
  expect(field('keys').text()).toContain('至少填写一项');
  expect(document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe('documentNumber');
});

it('lists the person once everything is right', async () => {
  const requests = fakeServer({ 'POST /api/blacklist': Response.json({ id: 'b1' }, { status: 201 }) });
  await openPart(AddEntryDialog, {});
  await type('name', '徐伟');
  await type('mobile', '13800138000');
  await type('reason', '倒卖访客码');

  await send();

  expect(requests.at(-1)).toMatchObject({
    route: 'POST /api/blacklist',
    body: { name: '徐伟', mobile: '13800138000', level: 'refuse', reason: '倒卖访客码' },
  });
});

it('shows beside the field what only the server could know', async () => {
  const fields = [{ path: 'mobile', code: 'mobile.shape', message: '这个号段不存在' }];
  fakeServer({
    'POST /api/blacklist': Response.json(
      { code: 'request.invalid', detail: '提交的内容有误。', fields },
      { status: 422 },
    ),
  });
  await openPart(AddEntryDialog, {});
  await type('name', '徐伟');
  await type('mobile', '13800138000');
  await type('reason', '倒卖访客码');

  await send();

  await says('mobile', '这个号段不存在');
  expect(page.get('.failure-note').text()).toContain('提交的内容有误。');
});
