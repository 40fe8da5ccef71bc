import { type VerdictAnswer } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.js';
import { UnitOfWork } from '../../../../platform/events/unit-of-work.js';
import { type KnownEquipment } from '../../../application/gate-devices.js';
import { EquipmentRegister } from '../../equipment-register.js';
import { LaneDesk, type LaneEvent } from '../../lane-desk.js';
import { SealedEquipmentSecrets } from '../../sealed-equipment-secrets.js';
import { openCommand } from './commands.js';
import { linesOf, optionFields } from './lines.js';
import { readRecord, type TerminalRecord, whatHappened } from './records.js';
import { readPhotoError, readResults } from './results.js';
import { ZkOrders } from './zk-orders.js';

/** What we take note of from what a terminal says of itself. The rest names addresses and counts of others. */
const ABILITIES = ['datefmtfunon', 'accsupportfunlist', 'autoserverfunon', 'firmver', 'lockcount'];
const ACCOUNT_ABILITY = 11;
/** A report about a question comes within seconds; clocks of terminals have whole seconds. */
const BELONGS_SECONDS = 30;

/** What a verification says back, and the passage that it is about. */
export interface Verification {
  text: string;
  passage: string | null;
}

/** The server's side of the access PUSH protocol: what each request of a terminal means and what it is answered. */
@Injectable()
export class ZkTerminal {
  constructor(
    private readonly register: EquipmentRegister,
    private readonly desk: LaneDesk,
    private readonly orders: ZkOrders,
    private readonly secrets: SealedEquipmentSecrets,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** A terminal comes back: it gets its settings, and whatever it stored meanwhile is asked for. */
  async connect(device: KnownEquipment): Promise<string> {
    await this.register.seen(device);
    await this.catchUp(device);
    const options = ['registry=ok', `RegistryCode=${await this.secrets.codeOf(device.id, 'registry')}`];
    return [...options, 'ServerVersion=3.1.2', 'ServerName=Gatehouse', 'PushProtVer=3.1.2', await this.options(device)].join('\n'); // prettier-ignore
  }

  async catchUp(device: KnownEquipment): Promise<void> {
    const canAccount = device.abilities.accsupportfunlist?.charAt(ACCOUNT_ABILITY) === '1';
    await this.orders.make(device, canAccount ? 'above' : 'unread');
  }

  async registerSelf(device: KnownEquipment, body: string): Promise<string> {
    await this.noteOptions(device, body);
    return `RegistryCode=${await this.secrets.codeOf(device.id, 'registry')}`;
  }

  async noteOptions(device: KnownEquipment, body: string): Promise<void> {
    const said = optionFields(body);
    const known = ABILITIES.flatMap((name) => (said[name] ? [[name, said[name].slice(0, 200)] as const] : []));
    if (known.length > 0) await this.register.noteAbilities(device.id, Object.fromEntries(known));
  }

  async options(device: KnownEquipment): Promise<string> {
    const session = await this.secrets.codeOf(device.id, 'session');
    return [
      'ErrorDelay=30', 'RequestDelay=2', 'TransTimes=00:00;14:05', 'TransInterval=1',
      'TransTables=User Transaction', 'Realtime=1', `SessionID=${session}`, 'TimeoutSec=10',
    ].join('\n'); // prettier-ignore
  }

  /** Server-side verification: the terminal asks, we decide. Only a plain yes opens: it cannot compare documents. */
  async verify(device: KnownEquipment, body: string): Promise<Verification> {
    const line = linesOf(body)[0] ?? '';
    const record = readRecord(line);
    const event = record && (await this.question(device, record));
    if (!record || !event) return { text: ['AUTH=FAILED', line].join('\r\n'), passage: null };
    const answer = await this.desk.ask(device, event);
    const opens = answer.verdict === 'admit' && !answer.confirmDocument;
    return opens ? agreed(line, record, answer) : { text: declined(line, answer), passage: null };
  }

  /** The terminal was told to open. */
  async opened(device: KnownEquipment, passage: string): Promise<void> {
    await this.desk.settle(device, passage, 'admitted', this.clock.now());
  }

  /** Records of a terminal, in any order and any number of times. */
  async takeRecords(device: KnownEquipment, body: string): Promise<number> {
    const lines = linesOf(body);
    const records = lines.flatMap((line) => readRecord(line.replace(/^transaction\s+/i, '')) ?? []);
    for (const record of records) await this.takeRecord(device, record);
    await this.moveOn(device, records);
    return lines.length;
  }

  async poll(device: KnownEquipment): Promise<string> {
    await this.register.seen(device);
    const lines = await this.work.run(() => this.orders.give(device));
    return lines.length > 0 ? `${lines.join('\n')}\n` : 'OK';
  }

  async takeResults(device: KnownEquipment, body: string): Promise<void> {
    for (const result of readResults(body)) await this.work.run(() => this.orders.report(device, result));
  }

  /** Uploaded tables. Only complaints about photos are read: people, documents and faces of others stay unread. */
  async takeTable(device: KnownEquipment, table: string, body: string): Promise<void> {
    if (table !== 'errorlog') return;
    for (const line of linesOf(body)) {
      const error = readPhotoError(line);
      if (error) await this.work.run(() => this.orders.reportPhoto(device, error.order, error.fault));
    }
  }

  time(): string {
    return `DateTime=${Math.floor(this.clock.now().getTime() / 1000)},ServerTZ=+0800`;
  }

  private async question(device: KnownEquipment, { at, door, direction, pin, card }: TerminalRecord) {
    const base = { key: `${device.serial}|ask|${at.getTime()}|${door}|${card || pin}`, door, direction, at };
    const passId = card ? null : await this.desk.passOf(device, pin);
    if (passId) return { ...base, credential: { kind: 'face', value: passId } } satisfies LaneEvent;
    const code = card || pin;
    return code ? ({ ...base, credential: { kind: 'code', value: code } } satisfies LaneEvent) : null;
  }

  private async takeRecord(device: KnownEquipment, { at, door, direction, pin, event, index }: TerminalRecord) {
    const happened = whatHappened(event);
    if (happened.startsWith('server')) {
      const passage = await this.desk.lastQuestion(device, door, at, BELONGS_SECONDS);
      const outcome = happened === 'server-agreed' ? 'admitted' : 'refused';
      if (passage) await this.desk.settle(device, passage, outcome, at);
      return;
    }
    // Whoever we did not bring here is none of our visitors.
    const passId = happened === 'other' ? null : await this.desk.passOf(device, pin);
    if (!passId) return;
    const key = `${device.serial}|${index ?? `${at.getTime()}|${door}|${pin}|${event}`}`;
    const seen: LaneEvent = { key, door, direction, at, credential: { kind: 'face', value: passId } };
    await this.desk.happened(device, seen, happened === 'opened' ? 'admitted' : 'refused');
  }

  /** Moves the mark over an unbroken row of records only: what is missing in between is asked for again. */
  private async moveOn(device: KnownEquipment, records: TerminalRecord[]): Promise<void> {
    const indexes = records.flatMap(({ index }) => index ?? []).sort((a, b) => a - b);
    let settled = device.settledIndex;
    for (const index of indexes) if (index === settled + 1) settled = index;
    if (settled > device.settledIndex) await this.register.settledUpTo(device.id, settled);
  }
}

const agreed = (line: string, { door }: TerminalRecord, { passage, visitorText }: VerdictAnswer): Verification => ({
  text: ['AUTH=SUCCEED', line, openCommand(door), `TIPS=${visitorText.zh}`].join('\r\n'),
  passage,
});

/** In the form of the sample: nothing to control, and what the screen tells the visitor. */
const declined = (line: string, { visitorText }: VerdictAnswer): string =>
  ['AUTH=FAILED', line, '', `TIPS=${visitorText.zh}`].join('\r\n');
