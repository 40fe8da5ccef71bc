import { onMounted, onUnmounted } from 'vue';

/** Keeps the screen on while the page is in front, where the browser allows it. */
export function useWakeLock(): void {
  let lock: WakeLockSentinel | undefined;

  async function hold(): Promise<void> {
    if (document.visibilityState !== 'visible') return;
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
  }
  const onReturn = () => void hold();

  onMounted(() => {
    document.addEventListener('visibilitychange', onReturn);
    void hold();
  });
  onUnmounted(() => {
    document.removeEventListener('visibilitychange', onReturn);
    void lock?.release();
  });
}
