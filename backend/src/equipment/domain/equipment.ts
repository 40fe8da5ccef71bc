import { type EquipmentVendor, type Lane } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { EquipmentAdded, EquipmentClosed } from './events.js';

export interface NewEquipment {
  /** of the device it is */
  id: string;
  campusId: string;
  name: string;
  vendor: EquipmentVendor;
  serial: string;
  lanes: Lane[];
  networks: string[];
  /** of the secret in its address; null for makes that cannot carry one */
  tokenHash: Uint8Array | null;
  address: string | null;
  loginSealed: Uint8Array | null;
  faces: boolean;
  addedBy: string;
}

/** A gate device that speaks the protocol of its maker. */
export class Equipment extends AggregateRoot {
  private state: 'open' | 'closing' = 'open';
  private readonly gateIds: string[];

  private constructor(
    readonly id: string,
    readonly campusId: string,
    private readonly name: string,
    private readonly vendor: EquipmentVendor,
    private readonly serial: string,
    private readonly lanes: Lane[],
    private readonly networks: string[],
    private readonly tokenHash: Uint8Array | null,
    private readonly address: string | null,
    private readonly loginSealed: Uint8Array | null,
    private readonly faces: boolean,
    private readonly addedBy: string,
    private readonly addedAt: Date,
  ) {
    super();
    this.gateIds = [...new Set(lanes.map(({ gateId }) => gateId))];
  }

  static add(given: NewEquipment, now: Date): Equipment {
    const { id, campusId, name, vendor, serial, lanes, networks, tokenHash, address, loginSealed, faces } = given;
    const added = new Equipment(
      id, campusId, name, vendor, serial, lanes, networks, tokenHash, address, loginSealed, faces, given.addedBy, now,
    ); // prettier-ignore
    added.record(new EquipmentAdded(id, campusId, vendor, now));
    return added;
  }

  /** Again: nothing. */
  close(now: Date): void {
    if (this.state === 'closing') return;
    this.state = 'closing';
    this.record(new EquipmentClosed(this.id, this.campusId, now));
  }
}
