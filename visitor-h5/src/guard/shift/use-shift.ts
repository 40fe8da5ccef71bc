import { type Direction } from '@gatehouse/contract/passage';
import { computed, shallowRef } from 'vue';
import { type Cabinet } from '../device/cabinet.ts';

export interface Shift {
  guardName: string;
  guardNumber: string;
  gateId: string;
  direction: Direction;
  /** epoch milliseconds */
  beganAt: number;
}

const LONGEST_SHIFT = 12 * 3_600_000;

/** Who stands at which gate; typed once per shift and kept when the page is closed. */
export function useShift(cabinet: Cabinet, now: () => number) {
  const shift = shallowRef<Shift>();

  async function open(): Promise<void> {
    const kept = await cabinet.read<Shift>('device', 'shift');
    if (kept && now() - kept.beganAt < LONGEST_SHIFT) shift.value = kept;
  }

  async function begin(chosen: Omit<Shift, 'beganAt'>): Promise<void> {
    await set({ ...chosen, beganAt: now() });
  }

  async function turn(direction: Direction): Promise<void> {
    if (shift.value) await set({ ...shift.value, direction });
  }

  async function end(): Promise<void> {
    shift.value = undefined;
    await cabinet.remove('device', 'shift');
  }

  async function set(next: Shift): Promise<void> {
    shift.value = next;
    await cabinet.keep('device', 'shift', next);
  }

  const by = computed(() => [shift.value?.guardName, shift.value?.guardNumber].filter(Boolean).join(' '));
  return { shift, by, open, begin, turn, end };
}
