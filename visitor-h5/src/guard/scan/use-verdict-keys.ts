import { onMounted, onUnmounted } from 'vue';

interface VerdictKeys {
  shownAt: number;
  isBlocked: () => boolean;
  yes: () => void;
  no: () => void;
}

/** A key that was already on its way when the verdict appeared decides nothing. */
const UNSEEN = 600;

/** Enter says yes to the verdict, Escape says no. */
export function useVerdictKeys({ shownAt, isBlocked, yes, no }: VerdictKeys, now: () => number = Date.now): void {
  function onKeydown(event: KeyboardEvent): void {
    if (isBlocked() || event.repeat || now() - shownAt < UNSEEN) return;
    if (event.key === 'Enter') yes();
    else if (event.key === 'Escape') no();
    else return;
    event.preventDefault();
  }

  onMounted(() => addEventListener('keydown', onKeydown));
  onUnmounted(() => removeEventListener('keydown', onKeydown));
}
