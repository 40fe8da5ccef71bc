import { type Page } from '@gatehouse/contract/common';
import { ref, shallowRef } from 'vue';
import { ApiError } from '../shared/http.ts';

/** A list that grows page by page. What is shown stays until the answer to new filters arrives; late answers are dropped. */
export function usePaged<Row, Answer extends Page<Row>>(fetch: (after?: string) => Promise<Answer>) {
  const items = shallowRef<Row[]>();
  const latest = shallowRef<Answer>();
  const error = shallowRef<ApiError>();
  const isLoading = ref(false);
  let turn = 0;

  async function load(after?: string): Promise<void> {
    const mine = ++turn;
    isLoading.value = true;
    try {
      const answer = await fetch(after);
      if (mine !== turn) return;
      latest.value = answer;
      items.value = after ? [...(items.value ?? []), ...answer.items] : answer.items;
      error.value = undefined;
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      if (mine === turn) error.value = failure;
    } finally {
      if (mine === turn) isLoading.value = false;
    }
  }

  const reload = () => load();
  const more = () => load(latest.value?.next ?? undefined);
  return { items, latest, error, isLoading, reload, more };
}
