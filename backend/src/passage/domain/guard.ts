import { type GuardRole } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { GuardAdded, GuardEnded, GuardPinChanged, GuardSignedIn } from './guard-events.js';

/** Somebody who stands at gates. Known by a short number and a PIN, since a shared device changes hands in seconds. */
export class Guard extends AggregateRoot {
  private state: 'active' | 'ended' = 'active';

  private constructor(
    readonly id: string,
    readonly campusId: string,
    readonly number: string,
    readonly name: string,
    readonly role: GuardRole,
    private pinHash: Uint8Array,
    private readonly addedBy: string,
    private readonly addedAt: Date,
  ) {
    super();
  }

  static add(
    guard: { id: string; campusId: string; number: string; name: string; role: GuardRole; addedBy: string },
    pinHash: Uint8Array,
    now: Date,
  ): Guard {
    const { id, campusId, number, name, role, addedBy } = guard;
    const added = new Guard(id, campusId, number, name, role, pinHash, addedBy, now);
    added.record(new GuardAdded(id, campusId, now));
    return added;
  }

  takePin(pinHash: Uint8Array, now: Date): void {
    if (this.state === 'ended') throw new DomainError('guard.not-found');
    this.pinHash = pinHash;
    this.record(new GuardPinChanged(this.id, this.campusId, now));
  }

  /** Begins a shift on a device. Ended guards and wrong PINs get the same answer. */
  signIn(pinHash: Uint8Array, deviceId: string, now: Date): void {
    const isRight = pinHash.length === this.pinHash.length && pinHash.every((byte, at) => byte === this.pinHash[at]);
    if (this.state === 'ended' || !isRight) throw new DomainError('guard.not-recognised');
    this.record(new GuardSignedIn(this.id, this.campusId, deviceId, now));
  }

  end(now: Date): void {
    if (this.state === 'ended') return;
    this.state = 'ended';
    this.record(new GuardEnded(this.id, this.campusId, now));
  }
}
