import { type DeviceProfile, type Direction } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import {
  DeviceAdded,
  DeviceChanged,
  DevicePaired,
  DeviceRevoked,
  DeviceRollOrdered,
  DeviceSecretRolled,
  DeviceWiped,
  DeviceWipeOrdered,
} from './events.js';

export type DeviceState = 'waiting' | 'paired' | 'revoked';

/** How the office wants a device to work. What is absent is as the house does it. */
export interface DeviceHabits {
  direction?: Direction | null;
  lockAfterSeconds?: number;
  offlineAfterMs?: number;
}

export interface DeviceChange extends DeviceHabits {
  name?: string;
  gateIds?: string[];
  profile?: DeviceProfile;
}

const ROLL_GRACE_MS = 10 * 60_000;
const PAIRING_MS = 15 * 60_000;

/** A gate's phone, tablet, turnstile or camera. Proves itself by a secret of which only the hash is kept. */
export class Device extends AggregateRoot {
  private state: DeviceState = 'waiting';
  private secretHash: Uint8Array | null = null;
  private model: string | null = null;
  private pairedAt: Date | null = null;
  private lastSeenAt: Date | null = null;
  private revokedAt: Date | null = null;
  private revokeReason: string | null = null;
  private settings: DeviceHabits = {};
  private wipeOrder: 'after-upload' | 'now' | null = null;
  private wipeOrderedAt: Date | null = null;
  private wipedAt: Date | null = null;
  private rollOrderedAt: Date | null = null;
  private previousSecretHash: Uint8Array | null = null;
  private previousUntil: Date | null = null;

  private constructor(
    readonly id: string,
    readonly campusId: string,
    private name: string,
    private gateIds: string[],
    private profile: DeviceProfile,
    private pairingHash: Uint8Array | null,
    private pairingExpiresAt: Date | null,
    private readonly addedBy: string,
    private readonly addedAt: Date,
  ) {
    super();
  }

  /** Adds a device that may pair with the token of this hash for a quarter of an hour. */
  static add(
    device: {
      id: string;
      campusId: string;
      name: string;
      gateIds: string[];
      profile?: DeviceProfile;
      addedBy: string;
      pairingHash: Uint8Array;
    },
    now: Date,
  ): Device {
    const { id, campusId, name, gateIds, profile = 'guard', pairingHash, addedBy } = device;
    const expiresAt = new Date(now.getTime() + PAIRING_MS);
    const added = new Device(id, campusId, name, gateIds, profile, pairingHash, expiresAt, addedBy, now);
    added.record(new DeviceAdded(id, campusId, now));
    return added;
  }

  get offerEnds(): Date | null {
    return this.pairingExpiresAt;
  }

  /** Uses the token up. `secretHash` is SHA-256 of the secret handed out. */
  pair(secretHash: Uint8Array, model: string | null, now: Date): void {
    if (this.state !== 'waiting' || !this.pairingExpiresAt || now >= this.pairingExpiresAt)
      throw new DomainError('auth.pairing-token-invalid');
    this.state = 'paired';
    this.pairingHash = null;
    this.pairingExpiresAt = null;
    this.secretHash = secretHash;
    this.model = model;
    this.pairedAt = now;
    this.lastSeenAt = now;
    this.record(new DevicePaired(this.id, this.campusId, now));
  }

  /**
   * A new secret; the old one is worth nothing from now on. When the office ordered it, the old one works a few minutes
   * longer: a device in the middle of its work, or without the answer, is not shut out. Asking again meanwhile, since the
   * answer was lost, takes none of those minutes away.
   */
  roll(secretHash: Uint8Array, now: Date): void {
    if (this.state !== 'paired') throw new DomainError('auth.device-unknown');
    const asksAgain = !this.rollOrderedAt && this.previousUntil !== null && now < this.previousUntil;
    if (!asksAgain) {
      this.previousSecretHash = this.rollOrderedAt && this.secretHash;
      this.previousUntil = this.rollOrderedAt && new Date(now.getTime() + ROLL_GRACE_MS);
    }
    this.secretHash = secretHash;
    this.rollOrderedAt = null;
    this.record(new DeviceSecretRolled(this.id, this.campusId, now));
  }

  /** The office wants a new secret; the device fetches it by itself, the old one works until then. */
  orderRoll(now: Date): void {
    if (this.state !== 'paired' || this.wipeOrder) throw new DomainError('device.not-found');
    this.rollOrderedAt = now;
    this.record(new DeviceRollOrdered(this.id, this.campusId, now));
  }

  /** Shuts the device out, whether paired or still waiting. Revoking twice changes nothing. */
  revoke(reason: string, now: Date): void {
    if (this.state === 'revoked') return;
    this.state = 'revoked';
    this.pairingHash = null;
    this.pairingExpiresAt = null;
    this.secretHash = null;
    this.previousSecretHash = null;
    this.revokedAt = now;
    this.revokeReason = reason;
    this.record(new DeviceRevoked(this.id, this.campusId, now));
  }

  /** What it may do and how it works from its next heartbeat on. */
  change({ name, gateIds, profile, ...habits }: DeviceChange, now: Date): void {
    if (this.state === 'revoked') throw new DomainError('device.not-found');
    this.name = name ?? this.name;
    this.gateIds = gateIds ?? this.gateIds;
    this.profile = profile ?? this.profile;
    this.settings = { ...this.settings, ...habits };
    this.record(new DeviceChanged(this.id, this.campusId, now));
  }

  /**
   * Tells the device to forget everything. Until it says that it did, it may still deliver what it holds, unless
   * `isStolen`: then nothing of it is believed any more.
   */
  orderWipe(reason: string, isStolen: boolean, now: Date): void {
    if (this.state !== 'paired') throw new DomainError('device.not-found');
    this.wipeOrder = isStolen ? 'now' : 'after-upload';
    this.wipeOrderedAt = now;
    this.revokeReason = reason;
    this.record(new DeviceWipeOrdered(this.id, this.campusId, now));
  }

  /** It has forgotten everything, its secret too: it must pair again as another. */
  wiped(now: Date): void {
    if (!this.wipeOrder) throw new DomainError('device.no-wipe-ordered');
    this.wipedAt = now;
    this.wipeOrder = null;
    this.record(new DeviceWiped(this.id, this.campusId, now));
    this.revoke(this.revokeReason ?? '', now);
  }
}
