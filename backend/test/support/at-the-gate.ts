import { createECDH, createPrivateKey, randomBytes, randomUUID, sign } from 'node:crypto';
import {
  type ApprovalPage,
  type AskVerdictInput,
  type ConfirmPassageInput,
  type DeviceIdentity,
  type Direction,
  type OutcomeAnswer,
  type PairingOffer,
  type PassView,
  type RequestVisitInput,
  type VerdictAnswer,
  type VisitorVisit,
} from '@gatehouse/contract';
import { signLong, signShort } from '@gatehouse/contract/pass/sign';
import { gates, people } from '../../seeds/small-campus.js';
import { aBooking, book } from './booking.js';
import { type Answer, type House } from './house.js';
import { signInAs } from './sign-in.js';

/** A visitor's phone: makes key and secret, and shows codes. */
export class Phone {
  readonly secret = new Uint8Array(randomBytes(12));
  readonly publicKey: Uint8Array;
  private readonly key;

  constructor() {
    const pair = createECDH('prime256v1');
    const point = pair.generateKeys();
    const part = (from: number) => point.subarray(from, from + 32).toString('base64url');
    const jwk = { kty: 'EC', crv: 'P-256', d: pair.getPrivateKey('base64url'), x: part(1), y: part(33) };
    this.key = createPrivateKey({ format: 'jwk', key: jwk });
    this.publicKey = new Uint8Array(pair.getPublicKey(null, 'compressed'));
  }

  get registration() {
    return { publicKey: base64url(this.publicKey), secret: base64url(this.secret) };
  }

  code(at: Date): Promise<string> {
    return signShort({ secret: this.secret, unixSeconds: at.getTime() / 1000, sign: this.sign });
  }

  longCode(certificate: string, at: Date): Promise<string> {
    const bytes = new Uint8Array(Buffer.from(certificate, 'base64url'));
    return signLong({ certificate: bytes, unixSeconds: at.getTime() / 1000, sign: this.sign });
  }

  readonly sign = (message: Uint8Array): Uint8Array =>
    new Uint8Array(sign('sha256', message, { key: this.key, dsaEncoding: 'ieee-p1363' }));
}

/** A paired gate device. */
export class GateDevice {
  private constructor(
    private readonly house: House,
    readonly id: string,
    readonly identity: DeviceIdentity,
    private readonly gate: { id: string },
  ) {}

  /** Paired by the security administrator, as in the console. */
  static async pair(house: House, gate: (typeof gates)[keyof typeof gates]): Promise<GateDevice> {
    const cookie = await signInAs(house, people.sunLi.number);
    const input = { name: `${gate.name}平板`, campusId: gate.campus.id, gateIds: [gate.id] };
    const { body: offer } = await house.post<PairingOffer>('/api/devices', input, { cookie });
    const { body } = await house.post<DeviceIdentity>('/api/gate/v1/devices/initialize', { token: offer.token });
    return new GateDevice(house, body.deviceId, body, gate);
  }

  get headers() {
    return { authorization: `Device ${this.id}.${this.identity.secret}` };
  }

  question(value: string, change: Partial<AskVerdictInput> & { kind?: AskVerdictInput['credential']['kind'] } = {}) {
    const { kind = 'code', ...rest } = change;
    const at = this.house.clock.now().toISOString();
    return { nonce: randomUUID(), credential: { kind, value }, direction: 'entry', gate: this.gate.id, at, ...rest };
  }

  async ask(value: string, change: Parameters<GateDevice['question']>[1] = {}): Promise<VerdictAnswer> {
    return (await this.askRaw(this.question(value, change))).body;
  }

  askRaw(question: unknown): Promise<Answer<VerdictAnswer>> {
    return this.house.post<VerdictAnswer>('/api/gate/v1/verdicts', question, { headers: this.headers });
  }

  confirm(
    passage: string,
    outcome: ConfirmPassageInput['outcome'],
    nonce = randomUUID(),
    more: Partial<ConfirmPassageInput> = {},
  ): Promise<Answer<OutcomeAnswer>> {
    const body = { nonce, outcome, by: '赵强', at: this.house.clock.now().toISOString(), ...more };
    return this.house.post<OutcomeAnswer>(`/api/gate/v1/passages/${passage}/outcome`, body, { headers: this.headers });
  }

  /** Asks and lets pass: what a guard does with every visitor in order. Answers the reason. */
  async letThrough(value: string, direction: Direction): Promise<string> {
    const { verdict, reason, passage } = await this.ask(value, { direction });
    if (verdict === 'admit') await this.confirm(passage, 'admitted');
    return reason;
  }
}

/** A visit as booked and approved by its host, with the passes of its party. */
export async function approvedVisit(
  house: House,
  change: Partial<RequestVisitInput> = {},
  visitor = '',
): Promise<VisitorVisit> {
  const { body: requested } = await book(house, aBooking(change));
  const host = await signInAs(house, people.wangJing.number);
  const { body: toDo } = await house.get<ApprovalPage>('/api/approvals?state=todo', { cookie: host });
  const row = toDo.items.find(({ visitId }) => visitId === requested.id);
  await house.post(`/api/approvals/${row?.id}/agreement`, { opinion: '同意' }, { cookie: host });
  return (await house.get<VisitorVisit>(`/api/visitor/visits/${requested.id}`, { cookie: visitor })).body;
}

/** Puts a pass on a phone. */
export async function onPhone(house: House, visitor: string, passId: string, phone = new Phone(), move = false) {
  const body = { ...phone.registration, ...(move && { move }) };
  const answer = await house.post<PassView>(`/api/visitor/passes/${passId}/key`, body, { cookie: visitor });
  return { phone, view: answer.body, status: answer.status };
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
