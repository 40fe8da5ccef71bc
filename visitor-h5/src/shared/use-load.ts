import { onMounted, onUnmounted, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { ApiError } from './http.ts';

export interface Loaded<T> {
  data: ShallowRef<T | undefined>;
  error: ShallowRef<ApiError | undefined>;
  isLoading: Ref<boolean>;
  reload: () => Promise<void>;
}

/** Loads when the page opens, and again when a phone brings it back from its page cache. Old data stays while reloading. */
export function useLoad<T>(fetch: () => Promise<T>): Loaded<T> {
  const data = shallowRef<T>();
  const error = shallowRef<ApiError>();
  const isLoading = ref(false);

  async function reload(): Promise<void> {
    isLoading.value = true;
    try {
      data.value = await fetch();
      error.value = undefined;
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      error.value = failure;
    } finally {
      isLoading.value = false;
    }
  }

  const onPageShow = (event: PageTransitionEvent) => event.persisted && void reload();
  onMounted(() => {
    addEventListener('pageshow', onPageShow);
    void reload();
  });
  onUnmounted(() => removeEventListener('pageshow', onPageShow));

  return { data, error, isLoading, reload };
}
