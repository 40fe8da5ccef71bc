import { type PassView } from '@gatehouse/contract/passage';

/** The phone's own half of a pass. The private key cannot leave the browser. */
export interface PhoneHalf {
  privateKey: CryptoKey;
  /** compressed point, 33 bytes */
  publicKey: Uint8Array;
  /** 12 bytes */
  secret: Uint8Array;
}

const HALVES = 'phone-half';
const VIEWS = 'pass-view';

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open('gatehouse', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(HALVES);
    opening.result.createObjectStore(VIEWS);
  };
  return answerOf(opening);
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });

async function inStore<T>(
  name: string,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await answerOf(act(database.transaction(name, mode).objectStore(name)));
  } finally {
    database.close();
  }
}

/** What of the passes this phone keeps, in IndexedDB. Every call rejects where the web view has none. */
export const passStore = {
  half: (id: string) => inStore(HALVES, 'readonly', (store) => store.get(id) as IDBRequest<PhoneHalf | undefined>),
  keepHalf: (id: string, half: PhoneHalf) => inStore(HALVES, 'readwrite', (store) => store.put(half, id)),
  dropHalf: (id: string) => inStore(HALVES, 'readwrite', (store) => store.delete(id)),
  view: (id: string) => inStore(VIEWS, 'readonly', (store) => store.get(id) as IDBRequest<PassView | undefined>),
  views: () => inStore(VIEWS, 'readonly', (store) => store.getAll() as IDBRequest<PassView[]>),
  keepView: (view: PassView) => inStore(VIEWS, 'readwrite', (store) => store.put(view, view.id)),
};

export type PassStore = typeof passStore;
