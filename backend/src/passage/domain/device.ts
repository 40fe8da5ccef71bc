import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { DeviceAdded, DevicePaired, DeviceRevoked, DeviceSecretRolled } from './events.js';

export type DeviceState = 'waiting' | 'paired' | 'revoked';

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

  private constructor(
    readonly id: string,
    readonly campusId: string,
    readonly name: string,
    readonly gateIds: string[],
    private pairingHash: Uint8Array | null,
    private pairingExpiresAt: Date | null,
    private readonly addedBy: string,
    private readonly addedAt: Date,
  ) {
    super();
  }

  /** Adds a device that may pair with the token of this hash for a quarter of an hour. */
  static add(
    device: { id: string; campusId: string; name: string; gateIds: string[]; addedBy: string; pairingHash: Uint8Array },
    now: Date,
  ): Device {
    const { id, campusId, name, gateIds, pairingHash, addedBy } = device;
    const expiresAt = new Date(now.getTime() + PAIRING_MS);
    const added = new Device(id, campusId, name, gateIds, pairingHash, expiresAt, addedBy, now);
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

  /** A new secret; the old one is worth nothing from now on. */
  roll(secretHash: Uint8Array, now: Date): void {
    if (this.state !== 'paired') throw new DomainError('auth.device-unknown');
    this.secretHash = secretHash;
    this.record(new DeviceSecretRolled(this.id, this.campusId, now));
  }

  /** Shuts the device out, whether paired or still waiting. Revoking twice changes nothing. */
  revoke(reason: string, now: Date): void {
    if (this.state === 'revoked') return;
    this.state = 'revoked';
    this.pairingHash = null;
    this.pairingExpiresAt = null;
    this.secretHash = null;
    this.revokedAt = now;
    this.revokeReason = reason;
    this.record(new DeviceRevoked(this.id, this.campusId, now));
  }
}
