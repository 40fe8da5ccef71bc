import { startOfWindow, WINDOW_SECONDS, counterAt } from '@gatehouse/contract/pass/window';
import { onMounted, onUnmounted, ref, shallowRef, watch, type Ref } from 'vue';
import { serverNow } from '../../shared/clock.ts';
import { type CodeSource } from './code-source.ts';

/**
 * The code of the present window, signed anew at each of its borders: one timer a window. `age` is how far the window
 * had run when its code was made, in seconds, for animations that then run by themselves.
 */
export function useLivingCode(source: Ref<CodeSource | null>, isLong: Ref<boolean>, onWindow: () => void) {
  const text = shallowRef('');
  const age = ref(0);
  const counter = ref(0);
  const failed = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  async function step(): Promise<void> {
    clearTimeout(timer);
    const mine = ++turn;
    const seconds = serverNow() / 1000;
    const present = counterAt(seconds);
    const code = await codeAt(seconds);
    if (mine !== turn) return;
    text.value = code ?? '';
    failed.value = source.value !== null && code === null;
    counter.value = present;
    age.value = seconds - startOfWindow(present);
    onWindow();
    const untilNext = startOfWindow(present) + WINDOW_SECONDS - serverNow() / 1000;
    timer = setTimeout(() => void step(), Math.max(50, untilNext * 1000 + 20));
  }

  async function codeAt(seconds: number): Promise<string | null> {
    try {
      const { long = null, short } = source.value ?? {};
      return (await (isLong.value && long ? long : short)?.(seconds)) ?? null;
    } catch {
      return null;
    }
  }

  const onReturn = () => document.visibilityState === 'visible' && void step();
  watch([source, isLong], () => void step());
  onMounted(() => {
    document.addEventListener('visibilitychange', onReturn);
    void step();
  });
  onUnmounted(() => {
    turn++;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onReturn);
  });

  return { text, age, counter, failed };
}
