import { AsyncLocalStorage } from 'node:async_hooks';
import { type Locale } from '@gatehouse/contract';

/** Who acts. `name` is shown in the audit; it is a staff or device name, never a visitor's. */
export interface Actor {
  kind: 'staff' | 'visitor' | 'device' | 'client' | 'system' | 'stranger';
  id: string;
  name: string;
}

/** What a piece of work carries along from its request: nothing here may reach a log but `requestId`. */
export interface Scope {
  requestId: string;
  locale: Locale;
  address: string;
  actor: Actor;
}

const storage = new AsyncLocalStorage<Scope>();
const system: Scope = {
  requestId: '-',
  locale: 'zh',
  address: '-',
  actor: { kind: 'system', id: 'system', name: 'system' },
};

export const currentScope = (): Scope => storage.getStore() ?? system;
export const runInScope = <T>(scope: Scope, work: () => T): T => storage.run(scope, work);
/** For request hooks, where the rest of the request runs after the hook has returned. */
export const enterScope = (scope: Scope): void => storage.enterWith(scope);
/** Names the actor once a guard knows it. */
export const actAs = (actor: Actor): void => {
  const scope = storage.getStore();
  if (scope) scope.actor = actor;
};
