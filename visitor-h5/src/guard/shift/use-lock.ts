import { onScopeDispose, ref } from 'vue';
import { recall, remember } from '../../shared/storage.ts';
import { type Cabinet } from '../device/cabinet.ts';

interface LockTools {
  cabinet: Cabinet;
  /** 0 = never */
  afterSeconds: () => number;
  isOnDuty: () => boolean;
  /** what must not lie open on an unwatched device */
  putAway: () => Promise<void>;
  now: () => number;
}

const LOOKS_EVERY = 1_000;
const NOTED_EVERY = 10_000;

/** A gate page that nobody touches locks itself. It stays locked when the page is opened again, and uploads go on. */
export function useLock({ cabinet, afterSeconds, isOnDuty, putAway, now }: LockTools) {
  const isLocked = ref(false);
  let touchedAt = now();
  let notedAt = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  async function open(): Promise<void> {
    isLocked.value = (await cabinet.read<boolean>('device', 'locked')) ?? false;
    touchedAt = Number(recall('guard-touched')) || now();
    timer = setInterval(() => void look(), LOOKS_EVERY);
    addEventListener('pointerdown', touch, true);
    addEventListener('keydown', touch, true);
    await look();
  }

  function touch(): void {
    touchedAt = now();
    if (touchedAt - notedAt < NOTED_EVERY) return;
    notedAt = touchedAt;
    remember('guard-touched', String(touchedAt));
  }

  async function look(): Promise<void> {
    if (!isOnDuty()) return touch();
    const seconds = afterSeconds();
    if (isLocked.value || !seconds || now() - touchedAt < seconds * 1000) return;
    isLocked.value = true;
    await cabinet.keep('device', 'locked', true);
    await putAway();
  }

  async function release(): Promise<void> {
    notedAt = 0;
    touch();
    await cabinet.remove('device', 'locked');
    isLocked.value = false;
  }

  onScopeDispose(() => {
    clearInterval(timer);
    removeEventListener('pointerdown', touch, true);
    removeEventListener('keydown', touch, true);
  });
  return { isLocked, open, release, touch };
}
