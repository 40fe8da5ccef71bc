import { type Cabinet, type Drawer } from '../device/cabinet.ts';

/** A cabinet of the tests. Like IndexedDB it stores copies, refuses what cannot be copied, and outlives its users. */
export function paperCabinet(): Cabinet {
  const drawers: Record<Drawer, Map<string, unknown>> = { device: new Map(), outcomes: new Map() };
  return {
    read: <T>(drawer: Drawer, key: string) =>
      Promise.resolve(structuredClone(drawers[drawer].get(key)) as T | undefined),
    list: <T>(drawer: Drawer) => Promise.resolve(structuredClone([...drawers[drawer].values()]) as T[]),
    keep: (drawer, key, value) => Promise.resolve(void drawers[drawer].set(key, structuredClone(value))),
    remove: (drawer, key) => Promise.resolve(void drawers[drawer].delete(key)),
    empty: () => Promise.resolve(Object.values(drawers).forEach((drawer) => drawer.clear())),
  };
}
