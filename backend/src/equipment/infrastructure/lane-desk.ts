import { createHash, randomUUID } from 'node:crypto';
import { type AskVerdictInput, type Direction, type VerdictAnswer } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { GateDesk, ImportOfflinePassage } from '../../passage/public.js';
import { Database } from '../../platform/database/database.js';
import { type KnownEquipment } from '../application/gate-devices.js';
import { ProvisioningBook } from '../application/provisioning-book.js';

/** What happened at one door of a device, in our words. */
export interface LaneEvent {
  /** what the device itself calls this moment, so that a repetition is known as one */
  key: string;
  credential: AskVerdictInput['credential'];
  door: number;
  /** which way, when the device says so */
  direction: Direction | null;
  at: Date;
}

/** The door to the one verdict path: what devices ask and report becomes passages there, as at any gate. */
@Injectable()
export class LaneDesk {
  constructor(
    private readonly desk: GateDesk,
    private readonly book: ProvisioningBook,
    private readonly commands: CommandBus,
    private readonly database: Database,
  ) {}

  /** A person at the door: judged and stored. The same key again gets the same answer. */
  async ask(device: KnownEquipment, event: LaneEvent): Promise<VerdictAnswer> {
    const answer = await this.desk.ask(asking(device), question(device, event));
    await this.database.run(sql`
      insert into equipment_question (device_id, door, passage_id, asked_at)
      values (${device.id}, ${event.door}, ${answer.passage}, ${event.at})
      on conflict (device_id, door) do update set passage_id = excluded.passage_id, asked_at = excluded.asked_at
    `);
    return answer;
  }

  /** The door opened, or did not, after a question of ours. Another outcome than the stored one changes nothing here. */
  async settle(device: KnownEquipment, passage: string, outcome: 'admitted' | 'refused', at: Date): Promise<boolean> {
    const said = { nonce: randomUUID(), outcome, by: device.name.slice(0, 40), at: at.toISOString() };
    try {
      await this.desk.confirm(asking(device), passage, said);
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'passage.outcome-conflict') return false;
      throw error;
    }
  }

  /** The question last asked at a door, when it was asked within these seconds of `at`. */
  async lastQuestion(device: KnownEquipment, door: number, at: Date, seconds: number): Promise<string | null> {
    const row = await this.database.first(sql<{ passage_id: string }>`
      select passage_id from equipment_question
      where device_id = ${device.id} and door = ${door} and abs(extract(epoch from asked_at - ${at}::timestamptz)) <= ${seconds}
    `);
    return row?.passage_id ?? null;
  }

  /**
   * The device decided alone, now or hours ago: stored as what it is and when it was, also when we would have judged
   * otherwise. What does not fit together becomes an incident. The same key again changes nothing.
   */
  async happened(device: KnownEquipment, event: LaneEvent, outcome: 'admitted' | 'refused'): Promise<void> {
    const at = event.at.toISOString();
    // Where it opened it said yes; why it did not open it does not tell in our words.
    const judged = outcome === 'admitted' ? itsOwnYes : null;
    const said = { judged, outcome, outcomeAt: at, by: device.name.slice(0, 40) };
    const item = { ...question(device, event), ...said };
    await this.commands.execute(new ImportOfflinePassage(asking(device), item, 0));
  }

  /** Whose number this is there; null for people who are none of ours. */
  passOf(device: KnownEquipment, number: string): Promise<string | null> {
    return /^\d{9,12}$/.test(number) ? this.book.passOf(device.id, Number(number)) : Promise.resolve(null);
  }
}

function question(device: KnownEquipment, { key, credential, door, direction, at }: LaneEvent): AskVerdictInput {
  const lane = device.lanes.find((one) => one.door === door) ?? device.lanes[0];
  if (!lane || device.state !== 'open') throw new DomainError('auth.device-unknown');
  return {
    nonce: createHash('sha256').update(`${device.vendor}|${key}`).digest('base64url'),
    credential,
    direction: lane.direction === 'both' ? (direction ?? 'entry') : lane.direction,
    gate: lane.gateId,
    at: at.toISOString(),
  };
}

const itsOwnYes = { verdict: 'admit', reason: 'OK', bundleVersion: null, bundleMadeAt: null } as const;

const asking = ({ id, campusId, gateIds }: KnownEquipment) => ({ id, campusId, gateIds });
