import { type EquipmentFault } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../../../kernel/clock.js';
import { Database } from '../../../../platform/database/database.js';
import { type KnownEquipment } from '../../../application/gate-devices.js';
import { type Errand, ProvisioningBook } from '../../../application/provisioning-book.js';
import { FacePicture } from '../../face-picture.js';
import {
  aboveCommand,
  type OrderKind,
  photoCommand,
  removeCommand,
  rightsCommand,
  unreadCommand,
  userCommand,
} from './commands.js';
import { faultOf, type OrderResult } from './results.js';

interface Order {
  id: number;
  kind: OrderKind;
  provisioning_id: string | null;
  attempt: number;
}

/** What a terminal takes in one answer. */
const MOST_ORDERS = 50;
const MOST_BYTES = 40_000;
/** Given but never answered: the connection broke, or the terminal restarted. */
const GIVE_AGAIN_SECONDS = 60;

/** The orders that wait until a terminal asks. Kept without their content: that is put together when they are given. */
@Injectable()
export class ZkOrders {
  constructor(
    private readonly database: Database,
    private readonly book: ProvisioningBook,
    private readonly pictures: FacePicture,
    private readonly clock: Clock,
  ) {}

  /** An errand makes all older orders about this person void. */
  async makeFor({ id, deviceId, attempts }: Errand, kinds: OrderKind[]): Promise<void> {
    const now = this.clock.now();
    await this.database.run(
      sql`update equipment_order set done_at = ${now} where provisioning_id = ${id} and done_at is null`,
    );
    for (const kind of kinds)
      await this.database.run(sql`
        insert into equipment_order (device_id, kind, provisioning_id, attempt, made_at)
        values (${deviceId}, ${kind}, ${id}, ${attempts}, ${now})
      `);
  }

  /** An order about nobody, once until it is done. */
  async make({ id }: KnownEquipment, kind: OrderKind): Promise<void> {
    await this.database.run(sql`
      insert into equipment_order (device_id, kind, made_at) select ${id}, ${kind}, ${this.clock.now()}
      where not exists (select from equipment_order where device_id = ${id} and kind = ${kind} and done_at is null)
    `);
  }

  /** The next lines for a terminal that asks. */
  async give(device: KnownEquipment): Promise<string[]> {
    const now = this.clock.now();
    const stale = new Date(now.getTime() - GIVE_AGAIN_SECONDS * 1000);
    const orders = await this.database.rows(sql<Order>`
      select id::float8 as id, kind, provisioning_id, attempt from equipment_order
      where device_id = ${device.id} and done_at is null and (given_at is null or given_at < ${stale})
      order by id limit ${MOST_ORDERS}
    `);
    const lines: string[] = [];
    const given: number[] = [];
    for (const order of orders) {
      const command = await this.command(device, order);
      const line = command && `C:${order.id}:${command}`;
      if (line && lines.length > 0 && Buffer.byteLength(lines.join('\n')) + line.length > MOST_BYTES) break;
      if (line) lines.push(line);
      given.push(order.id);
    }
    await this.database.run(
      sql`update equipment_order set given_at = ${now} where id = any(${given}::bigint[]) and done_at is null`,
    );
    return lines;
  }

  /** A terminal reports. Results of orders that are none of its own, or done already, change nothing. */
  async report(device: KnownEquipment, { order: id, code }: OrderResult): Promise<OrderKind | null> {
    const order = await this.open(device, id);
    const result = order && faultOf(code, order.kind);
    if (!order || !result) return null;
    await this.close(order, code);
    await this.settle(order, result.fault);
    return order.kind;
  }

  /** A photo was taken, but no face could be made of it. */
  async reportPhoto(device: KnownEquipment, id: number, fault: EquipmentFault): Promise<void> {
    const order = await this.database.first(sql<Order>`
      select id::float8 as id, kind, provisioning_id, attempt from equipment_order where device_id = ${device.id} and id = ${id}
    `);
    if (order?.kind !== 'photo') return;
    await this.close(order, -1);
    const errand = order.provisioning_id && (await this.book.withId(order.provisioning_id));
    if (errand && errand.wanted === 'held' && errand.attempts === order.attempt)
      await this.book.settle(errand, fault, this.clock.now());
  }

  private open(device: KnownEquipment, id: number): Promise<Order | null> {
    return this.database.first(sql<Order>`
      select id::float8 as id, kind, provisioning_id, attempt from equipment_order
      where device_id = ${device.id} and id = ${id} and done_at is null and given_at is not null for update
    `);
  }

  private async close({ id }: Order, code: number): Promise<void> {
    await this.database.run(
      sql`update equipment_order set done_at = ${this.clock.now()}, result = ${code} where id = ${id}`,
    );
  }

  /** A person is there when all orders of the errand are done, and is not as soon as one failed. */
  private async settle({ provisioning_id: id, attempt }: Order, fault: EquipmentFault | null): Promise<void> {
    const errand = id && (await this.book.withId(id));
    if (!errand || errand.attempts !== attempt) return;
    const left = await this.database.first(
      sql`select from equipment_order where provisioning_id = ${id} and attempt = ${attempt} and done_at is null`,
    );
    if (fault || !left) await this.book.settle(errand, fault, this.clock.now());
  }

  private async command(device: KnownEquipment, order: Order): Promise<string | null> {
    if (order.kind === 'unread') return unreadCommand;
    if (order.kind === 'above') return aboveCommand(device.settledIndex);
    const errand = order.provisioning_id && (await this.book.withId(order.provisioning_id));
    if (!errand || errand.attempts !== order.attempt) {
      await this.close(order, 0);
      return null;
    }
    if (order.kind === 'remove') return removeCommand(errand);
    if (order.kind === 'user') return userCommand(device, errand);
    if (order.kind === 'rights') return rightsCommand(device, errand);
    try {
      return photoCommand(errand, await this.pictures.of(errand));
    } catch {
      await this.close(order, -1);
      await this.settle(order, 'photo-unfit');
      return null;
    }
  }
}
