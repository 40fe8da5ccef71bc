/**
 * `device`: pairing and shift. `outcomes`: decisions after a verdict of the server. `facts`: what happened without
 * network. `bundle`, `records`: what the gate knows without network. `seen`: whom this device let through lately.
 */
export type Drawer = 'device' | 'outcomes' | 'facts' | 'bundle' | 'records' | 'seen';

/** What the device keeps across reloads and closed pages. */
export interface Cabinet {
  read<T>(drawer: Drawer, key: string): Promise<T | undefined>;
  list<T>(drawer: Drawer): Promise<T[]>;
  keep(drawer: Drawer, key: string, value: unknown): Promise<void>;
  /** Many at once, all or none; undefined takes the key out. */
  keepAll(drawer: Drawer, values: Iterable<readonly [key: string, value: unknown]>, replace?: boolean): Promise<void>;
  remove(drawer: Drawer, key: string): Promise<void>;
  empty(drawers?: readonly Drawer[]): Promise<void>;
}

const allDrawers: readonly Drawer[] = ['device', 'outcomes', 'facts', 'bundle', 'records', 'seen'];
const VERSION = 2;

/** The cabinet in the browser's IndexedDB. Throws where the browser allows no storage. */
export async function openCabinet(): Promise<Cabinet> {
  const database = await openDatabase();

  function within<T>(
    mode: IDBTransactionMode,
    names: readonly Drawer[],
    act: (stores: IDBObjectStore[]) => IDBRequest<T> | undefined,
  ): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(names, mode);
      const request = act(names.map((name) => transaction.objectStore(name)));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('storage refused'));
    });
  }

  return {
    read: (drawer, key) => within('readonly', [drawer], ([store]) => store!.get(key)),
    list: async <T>(drawer: Drawer) => (await within<T[]>('readonly', [drawer], ([store]) => store!.getAll())) ?? [],
    keep: async (drawer, key, value) => void (await within('readwrite', [drawer], ([store]) => store!.put(value, key))),
    keepAll: async (drawer, values, replace = false) => {
      await within('readwrite', [drawer], ([store]) => {
        if (replace) store!.clear();
        for (const [key, value] of values) {
          if (value === undefined) store!.delete(key);
          else store!.put(value, key);
        }
        return undefined;
      });
    },
    remove: async (drawer, key) => void (await within('readwrite', [drawer], ([store]) => store!.delete(key))),
    empty: async (drawers = allDrawers) => {
      await within('readwrite', drawers, (stores) => {
        stores.forEach((store) => store.clear());
        return undefined;
      });
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('gatehouse-guard', VERSION);
    opening.onupgradeneeded = () => {
      const existing = opening.result.objectStoreNames;
      allDrawers.filter((name) => !existing.contains(name)).forEach((name) => opening.result.createObjectStore(name));
    };
    opening.onsuccess = () => {
      // a newer page in another tab must be able to add drawers
      opening.result.onversionchange = () => opening.result.close();
      resolve(opening.result);
    };
    opening.onerror = () => reject(opening.error ?? new Error('storage refused'));
  });
}
