import { type Cabinet, type Drawer } from '../device/cabinet.ts';

/**
 * A cabinet of the tests. Like IndexedDB it stores copies, refuses what cannot be copied, and outlives its users; full,
 * it refuses everything new.
 */
export function paperCabinet(): Cabinet & { isFull: boolean } {
  const drawers: Record<Drawer, Map<string, unknown>> = {
    device: new Map(),
    outcomes: new Map(),
    facts: new Map(),
    bundle: new Map(),
    records: new Map(),
    seen: new Map(),
  };
  const cabinet: Cabinet & { isFull: boolean } = {
    isFull: false,
    read: <T>(drawer: Drawer, key: string) =>
      Promise.resolve(structuredClone(drawers[drawer].get(key)) as T | undefined),
    list: <T>(drawer: Drawer) => Promise.resolve(structuredClone([...drawers[drawer].values()]) as T[]),
    keep: (drawer, key, value) => cabinet.keepAll(drawer, [[key, value]]),
    keepAll: (drawer, values, replace = false) => {
      if (cabinet.isFull) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
      if (replace) drawers[drawer].clear();
      for (const [key, value] of values) {
        if (value === undefined) drawers[drawer].delete(key);
        else drawers[drawer].set(key, structuredClone(value));
      }
      return Promise.resolve();
    },
    remove: (drawer, key) => Promise.resolve(void drawers[drawer].delete(key)),
    empty: (names = Object.keys(drawers) as Drawer[]) =>
      Promise.resolve(names.forEach((name) => drawers[name].clear())),
  };
  return cabinet;
}
