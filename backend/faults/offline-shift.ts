import { randomUUID } from 'node:crypto';
import { type BatchAnswer, type BatchItem, type BatchResult } from '@gatehouse/contract';
import { codeOf, phoneOf } from '../bench/gate/phones.js';
import { type GateDevice } from './gate-device.js';
import { type Journal } from './journal.js';

const PATH = '/api/gate/v1/passages/batch';
const PATIENCE_MS = 90_000;
const judged = { verdict: 'admit', reason: 'CONFIRM_ID', bundleVersion: null, bundleMadeAt: null } as const;

/** A gate lets people in without network and reports them afterwards, shuffled, until each fact is taken; then all again. */
export async function offlineShift(device: GateDevice, passes: number[], journal: Journal): Promise<void> {
  const items = shuffled(await Promise.all(passes.map((pass) => fact(device, pass))));
  for (const { nonce } of items) {
    journal.sent.add(nonce);
    journal.offline.add(nonce);
  }
  const first = await taken(device, items, journal);
  for (const { nonce, passage } of first.values()) {
    if (!passage) continue;
    journal.acknowledged += 1;
    const told = { verdict: 'admit', outcome: 'admitted', direction: 'entry' } as const;
    journal.told.set(nonce, { nonce, device: device.id, passage, ...told });
  }
  const second = await taken(device, shuffled(items), journal);
  journal.repeatedAnswers += 1;
  for (const { nonce, passage } of first.values()) {
    const again = second.get(nonce);
    if (again?.status !== 'duplicate' || again.passage !== passage)
      journal.complain(`sent again, the fact ${nonce} was ${JSON.stringify(again)}, at first ${passage}`);
  }
}

async function fact(device: GateDevice, pass: number): Promise<BatchItem> {
  const value = await codeOf(phoneOf(pass), Date.now() / 1000);
  const [nonce, at] = [randomUUID(), device.now()];
  const credential = { kind: 'code', value } as const;
  return {
    nonce,
    gate: device.gate,
    direction: 'entry',
    credential,
    at,
    judged,
    outcome: 'admitted',
    outcomeAt: at,
    by: 'faults',
  };
}

/** Sends what the server has not taken until it has taken all. */
async function taken(device: GateDevice, items: BatchItem[], journal: Journal): Promise<Map<string, BatchResult>> {
  const results = new Map<string, BatchResult>();
  for (const until = Date.now() + PATIENCE_MS; results.size < items.length && Date.now() < until;) {
    const left = items.filter(({ nonce }) => !results.has(nonce));
    const { status, body } = await device.ask(PATH, JSON.stringify({ sentAt: device.now(), items: left }), until);
    if (status !== 200) {
      journal.complain(`${PATH} was answered ${status}: ${body.slice(0, 200)}`);
      return results;
    }
    for (const result of (JSON.parse(body) as BatchAnswer).results) {
      if (result.status === 'later') continue;
      results.set(result.nonce, result);
      if (!['stored', 'duplicate'].includes(result.status)) journal.complain(`a fact was ${JSON.stringify(result)}`);
    }
  }
  return results;
}

const shuffled = <T>(items: T[]): T[] =>
  items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
