import { onMounted, onUnmounted } from 'vue';

/** Keeps the screen on while the guard is at the desk, where the browser can. */
export function useWakeLock(): void {
  let lock: WakeLockSentinel | undefined;

  async function hold(): Promise<void> {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    lock = await navigator.wakeLock.request('screen').catch(() => undefined);
  }

  const onVisible = () => void hold();
  onMounted(() => {
    void hold();
    document.addEventListener('visibilitychange', onVisible);
  });
  onUnmounted(() => {
    document.removeEventListener('visibilitychange', onVisible);
    void lock?.release();
  });
}
