import { DomainError } from '../../kernel/domain-error.js';
import { type Pass, type PassKey } from '../domain/pass.js';
import { type Passes } from './passes.js';

/** Registers a key with a pass, and denies the lookup of the phone that the pass leaves. */
export async function takeKey(pass: Pass, key: PassKey, move: boolean, passes: Passes, now: Date): Promise<void> {
  if (!(await passes.isFree(key.lookup, pass.id))) throw new DomainError('pass.key-invalid');
  const denied = pass.register(key, move, now);
  if (denied) await passes.deny(pass, denied, now);
}
