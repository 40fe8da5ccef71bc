import { type DeviceSettings } from '@gatehouse/contract/guard-desk';

export type Orders = ReturnType<typeof useOrders>;

export interface OrderTools {
  /** fetches and keeps a new secret; fails when no answer came */
  roll: () => Promise<void>;
  wipe: () => Promise<void>;
  /** what every contact is for: send what waits, fetch what is new */
  work: () => Promise<void>;
  isAllSent: () => boolean;
  /** whether a roll has begun whose answer did not come; outlives the page */
  lateRoll: { is: () => boolean; set: (late: boolean) => void };
}

/**
 * What the office orders of a device, as its heartbeats say. A roll whose answer was lost is asked for again with every
 * contact, although the server then orders nothing any more: the old secret works only a few minutes longer.
 */
export function useOrders({ roll, wipe, work, isAllSent, lateRoll }: OrderTools) {
  let rolling = false;
  let isLate = lateRoll.is();
  const setLate = (late: boolean) => lateRoll.set((isLate = late));

  async function rollOnce(): Promise<void> {
    if (rolling) return;
    rolling = true;
    setLate(true);
    await roll().then(
      () => setLate(false),
      () => undefined,
    );
    rolling = false;
  }

  async function follow(settings: Pick<DeviceSettings, 'roll' | 'wipe'> | undefined): Promise<void> {
    if (settings?.wipe === 'now') return wipe();
    if (settings?.roll || isLate) await rollOnce();
    await work();
    if (settings?.wipe === 'after-upload' && isAllSent()) await wipe();
  }

  return { follow };
}
