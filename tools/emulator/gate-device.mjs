import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../lib/say.mjs';

const GATE = '/api/gate/v1';
const MOST_ITEMS = 200;
const NOT_REACHED =
  '连不上服务器；已存下的仍在，可用 --offline 继续。 The server cannot be reached; what was kept is still kept, --offline goes on.';

/** A gate device on the command line. What it must not forget is a file: its secret and the scans not yet sent. */
export class GateDevice {
  constructor(file, state, skewMs = 0) {
    Object.assign(this, { file, state, skewMs });
  }

  /** Uses a pairing token up. */
  static async pair(file, server, token) {
    const identity = await post(server, `${GATE}/devices/initialize`, { token, model: 'gate:emulate' });
    const { deviceId, secret, name, gates } = identity;
    const device = new GateDevice(file, { server, deviceId, secret, name, gates, kept: [] });
    await device.save();
    return device;
  }

  /** The device that was paired before, with its clock so many seconds off. */
  static async paired(file, skewSeconds) {
    if (!existsSync(file))
      refuse('还没有配对：请给出 --token（控制台“校门与设备”）。 Not paired yet: give --token, from the console.');
    return new GateDevice(file, JSON.parse(await readFile(file, 'utf8')), skewSeconds * 1000);
  }

  get kept() {
    return this.state.kept.length;
  }

  /** The gate of that id, code or name; the first one when none is named. */
  gate(wanted) {
    const { gates } = this.state;
    const gate = wanted ? gates.find((one) => [one.id, one.code, one.name, one.nameEn].includes(wanted)) : gates[0];
    return gate ?? refuse(`没有这个校门 No such gate: ${wanted}. ${gates.map(({ name }) => name).join('、')}`);
  }

  now() {
    return new Date(Date.now() + this.skewMs).toISOString();
  }

  question({ credential, direction }, gate) {
    return { nonce: randomUUID(), credential, direction, gate: gate.id, at: this.now() };
  }

  verdict(question) {
    return this.post(`${GATE}/verdicts`, question);
  }

  outcome({ nonce, passage }, outcome, by) {
    return this.post(`${GATE}/passages/${passage}/outcome`, { nonce, outcome, by, at: this.now() });
  }

  /** Without the network: the guard looked at the document and let the visitor through. */
  async keep(question, outcome, by) {
    const judged = { verdict: 'admit', reason: 'CONFIRM_ID', bundleVersion: null, bundleMadeAt: null };
    this.state.kept.push({ ...question, judged, outcome, outcomeAt: this.now(), by });
    await this.save();
  }

  /** Sends what was kept, in batches; only what the server has is forgotten. Answers the results. */
  async upload({ batchSize = 50, shuffled = false } = {}) {
    const results = [];
    const items = shuffled ? shuffle(this.state.kept) : [...this.state.kept];
    const size = Math.min(batchSize, MOST_ITEMS);
    for (let from = 0; from < items.length; from += size) {
      const batch = { sentAt: this.now(), items: items.slice(from, from + size) };
      const answer = await this.post(`${GATE}/passages/batch`, batch);
      const done = new Set(answer.results.filter(({ status }) => status !== 'later').map(({ nonce }) => nonce));
      this.state.kept = this.state.kept.filter(({ nonce }) => !done.has(nonce));
      await this.save();
      results.push(...answer.results);
    }
    return results;
  }

  post(path, body) {
    const { server, deviceId, secret } = this.state;
    return post(server, path, body, { authorization: `Device ${deviceId}.${secret}` });
  }

  async save() {
    await mkdir(dirname(this.file), { recursive: true });
    await writeFile(`${this.file}.new`, JSON.stringify(this.state, null, 1), { mode: 0o600 });
    await rename(`${this.file}.new`, this.file);
  }
}

export async function post(server, path, body, headers = {}) {
  const sent = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  const response = await patiently(() => fetch(new URL(path, server), sent));
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) refuse(`${path}: ${response.status} ${answer.code ?? ''} ${answer.detail ?? ''}`.trim());
  return answer;
}

/** Who is told that it asks too often waits as long as the server says, and asks again. */
async function patiently(ask) {
  for (;;) {
    const response = await ask().catch(() => refuse(NOT_REACHED));
    if (response.status !== 429) return response;
    await sleep((Number(response.headers.get('retry-after')) || 1) * 1000);
  }
}

const shuffle = (items) =>
  items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
