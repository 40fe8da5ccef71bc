import { computed, onUnmounted, ref, type ComputedRef } from 'vue';
import { ApiError } from '../../shared/http.ts';
import { recall, remember } from '../../shared/storage.ts';

/** The number last typed in this tab, so that nobody types it twice; never stored. */
export const signInMobile = ref('');

const SIGNED_IN = 'signed-in';

/** Whether this phone proved its number before: only then is it worth asking the server what it knows of its visitor. */
export const wasSignedIn = (): boolean => recall(SIGNED_IN) !== null;
export const noteSignIn = (): void => remember(SIGNED_IN, '1');
export const forgetSignIn = (): void => remember(SIGNED_IN, null);

/** Seconds that count down to zero. */
export function useCountdown(): { left: ComputedRef<number>; start: (seconds: number) => void } {
  const seconds = ref(0);
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = () => clearInterval(timer);

  function start(from: number): void {
    stop();
    seconds.value = from;
    timer = setInterval(() => --seconds.value <= 0 && stop(), 1000);
  }

  onUnmounted(stop);
  return { left: computed(() => Math.max(0, seconds.value)), start };
}

/** Whether a page has to ask for a sign-in before it can load. */
export const needsSignIn = (error: ApiError | undefined): boolean => error?.status === 401;

export const sentenceOf = (failure: unknown): string => {
  if (!(failure instanceof ApiError)) throw failure;
  return [failure.fields[0]?.message ?? failure.message, failure.next].filter(Boolean).join(' ');
};
