import { computed, inject, ref, type InjectionKey } from 'vue';
import { serverNow } from '../shared/clock.ts';
import { recall, remember } from '../shared/storage.ts';
import { type Cabinet } from './device/cabinet.ts';
import { gateApi } from './device/gate-api.ts';
import { useContact } from './device/use-contact.ts';
import { useDevice } from './device/use-device.ts';
import { useOutcomeQueue } from './passage/outcome-queue.ts';
import { useScanDesk } from './scan/scan-desk.ts';
import { signal } from './scan/signals.ts';
import { onlineVerdicts } from './scan/verdict-source.ts';
import { useNight } from './shift/use-night.ts';
import { useShift } from './shift/use-shift.ts';
import { t } from './words.ts';

export type GuardRoom = ReturnType<typeof useGuardRoom>;
const guardRoom: InjectionKey<GuardRoom> = Symbol('guard room');
export { guardRoom };

/** Everything one gate post needs, put together once. */
export function useGuardRoom(cabinet: Cabinet) {
  const device = useDevice(cabinet);
  const shift = useShift(cabinet, serverNow);
  const api = gateApi(
    () => device.identity.value!,
    () => void device.setRevoked(true),
  );
  const queue = useOutcomeQueue(cabinet, api.confirmPassage, (outcome) => t('guard.recordedAs', { outcome }));
  const contact = useContact(
    api,
    () => queue.waiting.value.length,
    () => void queue.deliverAll(),
  );
  const withSound = ref(recall('guard-sound') !== 'off');
  const desk = useScanDesk({
    source: onlineVerdicts(api),
    queue,
    duty: () => ({ gate: shift.shift.value!.gateId, direction: shift.shift.value!.direction, by: shift.by.value }),
    announce: (verdict) => signal(verdict, withSound.value),
    newNonce: () => crypto.randomUUID(),
    now: Date.now,
  });

  function setSound(on: boolean): void {
    withSound.value = on;
    remember('guard-sound', on ? null : 'off');
  }

  async function open(): Promise<void> {
    await device.open();
    await shift.open();
    if (device.identity.value) await queue.open();
  }

  const gates = computed(() =>
    contact.gates.value.length ? contact.gates.value : (device.identity.value?.gates ?? []),
  );
  const gate = computed(() => gates.value.find(({ id }) => id === shift.shift.value?.gateId));
  const { photoOf } = api;
  return { device, shift, queue, contact, desk, gates, gate, photoOf, night: useNight(), withSound, setSound, open };
}

export const useRoom = (): GuardRoom => inject(guardRoom)!;
