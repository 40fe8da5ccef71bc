import { onMounted, onUnmounted } from 'vue';
import { wakeSignals } from './signals.ts';

/** Browsers let a page sound only after a touch or a key; the first one will do. */
export function useSoundPermission(): void {
  const wake = () => {
    wakeSignals();
    forget();
  };
  const forget = () => {
    removeEventListener('pointerdown', wake);
    removeEventListener('keydown', wake);
  };
  onMounted(() => {
    addEventListener('pointerdown', wake);
    addEventListener('keydown', wake);
  });
  onUnmounted(forget);
}
