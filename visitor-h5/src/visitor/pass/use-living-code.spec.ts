// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h, nextTick, ref, shallowRef } from 'vue';
import { type CodeSource } from './code-source.ts';
import { useLivingCode } from './use-living-code.ts';

const source: CodeSource = {
  short: (seconds) => Promise.resolve(`short ${Math.floor(seconds / 30)}`),
  long: (seconds) => Promise.resolve(`long ${Math.floor(seconds / 30)}`),
};
const start = 1_800_000_010; // ten seconds into its window
const window = Math.floor(start / 30);

function show(codes: CodeSource | null = source) {
  const onWindow = vi.fn();
  const isLong = ref(false);
  let living!: ReturnType<typeof useLivingCode>;
  const wrapper = mount(
    defineComponent(() => {
      living = useLivingCode(shallowRef(codes), isLong, onWindow);
      return () => h('i');
    }),
  );
  return { wrapper, living, isLong, onWindow };
}

beforeEach(() => vi.useFakeTimers({ now: start * 1000 }));
afterEach(() => vi.useRealTimers());

describe('the living code', () => {
  it('says how far its window had run', async () => {
    const { living } = show();
    await vi.advanceTimersByTimeAsync(0);
    expect(living.text.value).toBe(`short ${window}`);
    expect(living.age.value).toBeCloseTo(start % 30, 1);
  });

  it('changes at the border of the window, by one timer', async () => {
    const { living, onWindow } = show();
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(1);
    const left = 30 - (start % 30);
    await vi.advanceTimersByTimeAsync(left * 1000 - 100);
    expect(living.text.value).toBe(`short ${window}`);
    await vi.advanceTimersByTimeAsync(200);
    expect(living.text.value).toBe(`short ${window + 1}`);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(living.text.value).toBe(`short ${window + 2}`);
    expect(onWindow).toHaveBeenCalledTimes(3);
  });

  it('becomes long when asked', async () => {
    const { living, isLong } = show();
    isLong.value = true;
    await nextTick();
    await vi.advanceTimersByTimeAsync(0);
    expect(living.text.value).toBe(`long ${window}`);
  });

  it('says when there is no code', async () => {
    const { living } = show({ short: () => Promise.reject(new Error('offline')), long: null });
    await vi.advanceTimersByTimeAsync(0);
    expect([living.text.value, living.failed.value]).toEqual(['', true]);
  });

  it('stops with its page', async () => {
    const { wrapper } = show();
    await vi.advanceTimersByTimeAsync(0);
    wrapper.unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});
