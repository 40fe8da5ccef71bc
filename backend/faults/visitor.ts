import { randomUUID } from 'node:crypto';
import { codeOf, phoneOf } from '../bench/gate/phones.js';
import { type Answer, type GateDevice } from './gate-device.js';
import { type Journal, type Told } from './journal.js';

interface VerdictWords {
  nonce: string;
  passage: string;
  verdict: 'admit' | 'refuse';
}

const PATIENCE_MS = 60_000;

/** One visitor comes in and goes out; every request is sent again after it was answered, and must be answered the same. */
export async function visit(device: GateDevice, pass: number, journal: Journal): Promise<void> {
  for (const direction of ['entry', 'exit'] as const) {
    const told = await judged(device, pass, direction, journal);
    if (told?.verdict !== 'admit') return;
    await confirmed(device, told, journal);
  }
}

async function judged(
  device: GateDevice,
  pass: number,
  direction: 'entry' | 'exit',
  journal: Journal,
): Promise<Told | null> {
  const nonce = randomUUID();
  journal.sent.add(nonce);
  const value = await codeOf(phoneOf(pass), Date.now() / 1000);
  const credential = { kind: 'code', value };
  const body = JSON.stringify({ nonce, credential, direction, gate: device.gate, at: device.now() });
  const first = await twice(device, '/api/gate/v1/verdicts', body, journal, (a, b) => a.body === b.body);
  if (!first) return null;
  const { passage, verdict } = JSON.parse(first.body) as VerdictWords;
  const told: Told = { nonce, device: device.id, passage, verdict, outcome: null, direction };
  journal.told.set(nonce, told);
  return told;
}

async function confirmed(device: GateDevice, told: Told, journal: Journal): Promise<void> {
  const body = JSON.stringify({ nonce: told.nonce, outcome: 'admitted', by: 'faults', at: device.now() });
  const path = `/api/gate/v1/passages/${told.passage}/outcome`;
  const outcomeOf = ({ body: text }: Answer) => (JSON.parse(text) as { outcome: string }).outcome;
  const first = await twice(device, path, body, journal, (a, b) => outcomeOf(a) === outcomeOf(b));
  if (first) told.outcome = 'admitted';
}

/** Asks until answered, then asks again: what was acknowledged once must be acknowledged the same for ever. */
async function twice(
  device: GateDevice,
  path: string,
  body: string,
  journal: Journal,
  same: (first: Answer, second: Answer) => boolean,
): Promise<Answer | null> {
  const ask = () => device.ask(path, body, Date.now() + PATIENCE_MS);
  const first = await ask();
  if (first.status !== 200) {
    journal.complain(`${path} was answered ${first.status}: ${first.body.slice(0, 200)}`);
    return null;
  }
  journal.acknowledged += 1;
  const second = await ask();
  journal.repeatedAnswers += 1;
  if (second.status !== 200 || !same(first, second))
    journal.complain(`asked twice, ${path} said ${first.body.slice(0, 200)} and ${second.body.slice(0, 200)}`);
  return first;
}
