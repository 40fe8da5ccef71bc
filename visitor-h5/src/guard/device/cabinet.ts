export type Drawer = 'device' | 'outcomes';

/** What the device keeps across reloads and closed pages. */
export interface Cabinet {
  read<T>(drawer: Drawer, key: string): Promise<T | undefined>;
  list<T>(drawer: Drawer): Promise<T[]>;
  keep(drawer: Drawer, key: string, value: unknown): Promise<void>;
  remove(drawer: Drawer, key: string): Promise<void>;
  empty(): Promise<void>;
}

const drawers: Drawer[] = ['device', 'outcomes'];

/** The cabinet in the browser's IndexedDB. Throws where the browser allows no storage. */
export async function openCabinet(): Promise<Cabinet> {
  const database = await openDatabase();

  function within<T>(mode: IDBTransactionMode, names: Drawer[], act: (stores: IDBObjectStore[]) => IDBRequest<T>) {
    return new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(names, mode);
      const request = act(names.map((name) => transaction.objectStore(name)));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('storage refused'));
    });
  }

  return {
    read: (drawer, key) => within('readonly', [drawer], ([store]) => store!.get(key)),
    list: (drawer) => within('readonly', [drawer], ([store]) => store!.getAll()),
    keep: async (drawer, key, value) => void (await within('readwrite', [drawer], ([store]) => store!.put(value, key))),
    remove: (drawer, key) => within('readwrite', [drawer], ([store]) => store!.delete(key)),
    empty: () => within('readwrite', drawers, (stores) => stores.map((store) => store.clear()).at(-1)!),
  };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('gatehouse-guard', 1);
    opening.onupgradeneeded = () => drawers.forEach((name) => opening.result.createObjectStore(name));
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('storage refused'));
  });
}
