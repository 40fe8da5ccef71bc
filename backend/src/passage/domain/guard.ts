import { type GuardRole, type GuardState } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import {
  GuardAdded,
  GuardEnded,
  GuardGatesChanged,
  GuardPinChanged,
  GuardResumed,
  GuardSignedIn,
  GuardSuspended,
} from './guard-events.js';

/** Somebody who stands at gates. Known by a short number and a PIN, since a shared device changes hands in seconds. */
export class Guard extends AggregateRoot {
  private state: GuardState = 'active';
  private suspendReason: string | null = null;

  private constructor(
    readonly id: string,
    readonly campusId: string,
    readonly number: string,
    readonly name: string,
    readonly role: GuardRole,
    private gateIds: string[],
    private pinHash: Uint8Array,
    private readonly addedBy: string,
    private readonly addedAt: Date,
  ) {
    super();
  }

  static add(
    guard: {
      id: string;
      campusId: string;
      number: string;
      name: string;
      role: GuardRole;
      gateIds?: string[];
      addedBy: string;
    },
    pinHash: Uint8Array,
    now: Date,
  ): Guard {
    const { id, campusId, number, name, role, gateIds = [], addedBy } = guard;
    const added = new Guard(id, campusId, number, name, role, gateIds, pinHash, addedBy, now);
    added.record(new GuardAdded(id, campusId, now));
    return added;
  }

  takePin(pinHash: Uint8Array, now: Date): void {
    if (this.state === 'ended') throw new DomainError('guard.not-found');
    this.pinHash = pinHash;
    this.record(new GuardPinChanged(this.id, this.campusId, now));
  }

  /** Begins a shift on a device. Whoever may not work and wrong PINs get the same answer. */
  signIn(pinHash: Uint8Array, device: { id: string; gateIds: string[] }, now: Date): void {
    const isRight = pinHash.length === this.pinHash.length && pinHash.every((byte, at) => byte === this.pinHash[at]);
    if (this.state !== 'active' || !isRight) throw new DomainError('guard.not-recognised');
    if (!this.mayWorkAt(device.gateIds)) throw new DomainError('guard.not-at-this-gate');
    this.record(new GuardSignedIn(this.id, this.campusId, device.id, now));
  }

  /** A device of several gates takes him when one of them is his. */
  private mayWorkAt(gateIds: string[]): boolean {
    return this.gateIds.length === 0 || gateIds.some((id) => this.gateIds.includes(id));
  }

  /** None = every gate of the campus. */
  workAt(gateIds: string[], now: Date): void {
    if (this.state === 'ended') throw new DomainError('guard.not-found');
    this.gateIds = gateIds;
    this.record(new GuardGatesChanged(this.id, this.campusId, now));
  }

  /** May not work until he is let back. */
  suspend(reason: string, now: Date): void {
    if (this.state !== 'active') throw new DomainError('guard.not-active');
    this.state = 'suspended';
    this.suspendReason = reason;
    this.record(new GuardSuspended(this.id, this.campusId, now));
  }

  resume(now: Date): void {
    if (this.state !== 'suspended') throw new DomainError('guard.not-suspended');
    this.state = 'active';
    this.suspendReason = null;
    this.record(new GuardResumed(this.id, this.campusId, now));
  }

  end(now: Date): void {
    if (this.state === 'ended') return;
    this.state = 'ended';
    this.record(new GuardEnded(this.id, this.campusId, now));
  }
}
