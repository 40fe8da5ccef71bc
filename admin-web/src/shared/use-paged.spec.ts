import { flushPromises } from '@vue/test-utils';
import { beforeEach, expect, it } from 'vitest';
import { defineComponent } from 'vue';
import { openPage } from './testing/open-page';
import { type Paged, usePaged } from './use-paged';

interface Row {
  id: string;
}
type RowPage = { items: Row[]; next: string | null; total: number; exact: boolean };
type Visits = Paged<{ q: string; from: string }, RowPage>;

let asked: Record<string, unknown>[];
let list: Visits;

const Probe = defineComponent({
  setup() {
    list = usePaged('rows', { q: '', from: '2026-11-22' }, (request) => {
      asked.push(request);
      return Promise.resolve({
        items: [{ id: request.after ?? 'start' }],
        next: `${request.after ?? ''}x`,
        total: 128340,
        exact: false,
      });
    });
    return () => null;
  },
});

beforeEach(() => {
  asked = [];
});

async function open(address: string) {
  const { router } = await openPage(address, [{ path: '/rows', component: Probe }]);
  return router;
}

it('asks for what the address says and fills in the defaults', async () => {
  await open('/rows?q=张');

  expect(asked.at(-1)).toEqual({ q: '张', from: '2026-11-22', after: undefined, limit: 50 });
  expect(list.count).toEqual({ total: 128340, exact: false });
});

it('keeps the way back in the address', async () => {
  const router = await open('/rows');

  await list.toNext();
  await flushPromises();
  await list.toNext();
  await flushPromises();

  expect(router.currentRoute.value.query.after).toEqual(['x', 'xx']);
  expect(list.pageNumber).toBe(3);
  expect(list.rows).toEqual([{ id: 'xx' }]);

  await list.toPrevious();
  await flushPromises();
  expect(asked.at(-1)).toMatchObject({ after: 'x' });
  await list.toFirst();
  await flushPromises();
  expect(router.currentRoute.value.fullPath).toBe('/rows');
});

it('goes back one page after a reload, from the address alone', async () => {
  await open('/rows?after=x&after=xx');
  expect(list.pageNumber).toBe(3);

  await list.toPrevious();
  await flushPromises();

  expect(asked.at(-1)).toMatchObject({ after: 'x' });
});

it('begins again when a filter changes, and leaves defaults out of the address', async () => {
  const router = await open('/rows?after=x&from=2026-11-01');

  await list.change({ q: '李', from: '2026-11-22' });
  await flushPromises();

  expect(router.currentRoute.value.query).toEqual({ q: '李' });
  expect(asked.at(-1)).toEqual({ q: '李', from: '2026-11-22', after: undefined, limit: 50 });
});

it('returns a cleared filter to its default', async () => {
  await open('/rows?from=2026-11-01');
  expect(list.isDefault).toBe(false);

  await list.change({ from: '' });
  await flushPromises();

  expect(list.filter.from).toBe('2026-11-22');
  expect(list.isDefault).toBe(true);
});

it('keeps what belongs to others in the address', async () => {
  const router = await open('/rows?other=1&q=a');

  await list.change({ q: '' });
  await flushPromises();

  expect(router.currentRoute.value.query).toEqual({ other: '1' });
});

it('begins again with a new page size and remembers it', async () => {
  const router = await open('/rows?after=x');

  await list.setPageSize(100);
  await flushPromises();

  expect(asked.at(-1)).toMatchObject({ limit: 100, after: undefined });
  expect(router.currentRoute.value.query.after).toBeUndefined();
  expect(localStorage.getItem('console.page-size')).toBe('100');
});
