import { type Page } from '@gatehouse/contract/common';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../shared/http.ts';
import { usePaged } from './use-paged.ts';

describe('a list that grows', () => {
  it('adds the next page behind the first', async () => {
    const pages: Record<string, Page<string>> = {
      first: { items: ['a'], next: 'c1' },
      c1: { items: ['b'], next: null },
    };
    const list = usePaged<string, Page<string>>((after = 'first') => Promise.resolve(pages[after]!));
    await list.reload();
    await list.more();
    expect(list.items.value).toEqual(['a', 'b']);
    expect(list.latest.value?.next).toBeNull();
  });

  it('drops an answer that arrives after a newer one', async () => {
    const answers: ((page: Page<string>) => void)[] = [];
    const list = usePaged<string, Page<string>>(() => new Promise((resolve) => answers.push(resolve)));
    const [slow, fast] = [list.reload(), list.reload()];
    answers[1]!({ items: ['new'], next: null });
    answers[0]!({ items: ['old'], next: null });
    await Promise.all([slow, fast]);
    expect(list.items.value).toEqual(['new']);
  });

  it('keeps what it has when a page cannot be fetched', async () => {
    let isDown = false;
    const list = usePaged<string, Page<string>>(() =>
      isDown ? Promise.reject(new ApiError('network.offline', 0, '')) : Promise.resolve({ items: ['a'], next: 'c' }),
    );
    await list.reload();
    isDown = true;
    await list.more();
    expect(list.items.value).toEqual(['a']);
    expect(list.error.value?.isOffline).toBe(true);
  });
});
