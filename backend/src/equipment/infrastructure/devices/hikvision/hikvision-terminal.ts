import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.js';
import { type KnownEquipment } from '../../../application/gate-devices.js';
import { EquipmentRegister } from '../../equipment-register.js';
import { LaneDesk, type LaneEvent } from '../../lane-desk.js';
import { type AccessEvent, isAccepted, isDenied } from './access-event.js';

export interface RemoteCheck {
  body: object;
  /** the passage that is admitted once the terminal has heard so */
  passage: string | null;
}

/** What a terminal posts to its listener: questions to be answered, and facts to be stored. */
@Injectable()
export class HikvisionTerminal {
  constructor(
    private readonly register: EquipmentRegister,
    private readonly desk: LaneDesk,
    private readonly clock: Clock,
  ) {}

  /** Answers a question; null for everything that needs no answer. */
  async take(device: KnownEquipment, event: AccessEvent): Promise<RemoteCheck | null> {
    await this.register.seen(device, event.at);
    if (event.isHeartbeat) return null;
    if (event.asks && !event.followsAnswer) return this.check(device, event);
    await this.record(device, event);
    return null;
  }

  /** A fact of the terminal's log or listener, in any order and any number of times. */
  async record(device: KnownEquipment, event: AccessEvent): Promise<void> {
    // After an answer of ours the terminal tells what it did with it: that passage is stored already.
    if (event.followsAnswer || event.asks || !event.at) return;
    const outcome = isAccepted(event) ? 'admitted' : isDenied(event) ? 'refused' : null;
    const passId = outcome && (await this.desk.passOf(device, event.person));
    if (outcome && passId) await this.desk.happened(device, laneEvent(device, event, event.at, passId), outcome);
  }

  /** The terminal was told to open. */
  async opened(device: KnownEquipment, passage: string): Promise<void> {
    await this.desk.settle(device, passage, 'admitted', this.clock.now());
  }

  private async check(device: KnownEquipment, event: AccessEvent): Promise<RemoteCheck> {
    const passId = event.code ? null : await this.desk.passOf(device, event.person);
    if (!event.code && !passId) return answer(event, false, null);
    const asked = laneEvent(device, event, event.at ?? this.clock.now(), passId);
    const { verdict, confirmDocument, passage } = await this.desk.ask(device, asked);
    // Nobody stands there to compare a document.
    const opens = verdict === 'admit' && !confirmDocument;
    return answer(event, opens, opens ? passage : null);
  }
}

const answer = ({ serial }: AccessEvent, opens: boolean, passage: string | null): RemoteCheck => ({
  body: { RemoteCheck: { serialNo: serial, checkResult: opens ? 'success' : 'failed', info: '' } },
  passage,
});

const laneEvent = ({ serial }: KnownEquipment, event: AccessEvent, at: Date, passId: string | null): LaneEvent => ({
  key: `${serial}|${event.serial}|${event.serial === 0 ? at.getTime() : ''}`,
  door: event.door,
  direction: null,
  at,
  credential: passId ? { kind: 'face', value: passId } : { kind: 'code', value: event.code },
});
