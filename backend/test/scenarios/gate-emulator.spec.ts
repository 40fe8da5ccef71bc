import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PairingOffer, type PassagePage, type PassView } from '@gatehouse/contract';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit } from '../support/at-the-gate.js';
import { applicantMobile } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

const emulator = new URL('../../../tools/emulator/emulate.mjs', import.meta.url).href;
const script = `const { emulate } = await import('${emulator}'); await emulate(process.argv.slice(1));`;
const started = promisify(execFile);

describe('the gate device on the command line', () => {
  let house: House;
  let server: string;
  let folder: string;
  let number: string;

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z', runningClock: true });
    await seedSmallCampus(house.app);
    const visitor = await visitorSignIn(house, applicantMobile);
    const visit = await approvedVisit(house, {}, visitor);
    const pass = `/api/visitor/passes/${visit.passes[0]?.id}`;
    number = (await house.get<PassView>(pass, { cookie: visitor })).body.passNumber;
    house.clock.set('2026-11-24T02:00:00Z');
    server = await house.listen();
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-emulator-'));
  });
  afterAll(() => house.close());

  /** Its lines of JSON. Its clock is that of the house, as a device's is. */
  async function emulate(...args: string[]): Promise<Record<string, unknown>[]> {
    const ahead = Math.round((house.clock.now().getTime() - Date.now()) / 1000);
    const all = ['--state', join(folder, 'device.json'), '--skew', String(ahead), ...args];
    const { stdout } = await started(process.execPath, ['--input-type=module', '-e', script, '--', ...all]);
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  const list = async (...lines: string[]) => {
    const file = join(folder, 'scans.txt');
    await writeFile(file, `# scans\n${lines.join('\n')}\n`);
    return file;
  };
  const passages = async () => {
    const office = { cookie: await signInAs(house, people.zhaoQiang.number) };
    return (await house.get<PassagePage>('/api/passages?limit=100', office)).body.items;
  };

  it('pairs, once', async () => {
    const cookie = await signInAs(house, people.sunLi.number);
    const input = { name: '模拟设备', campusId: campuses.east.id, gateIds: [gates.eastMain.id] };
    const { body: offer } = await house.post<PairingOffer>('/api/devices', input, { cookie });
    const [paired] = await emulate('--token', offer.token, '--server', server);
    expect(paired).toMatchObject({ paired: '模拟设备', gates: [gates.eastMain.name] });
    await expect(emulate('--token', offer.token, '--server', server)).rejects.toThrow('auth.pairing-token-invalid');
  });

  it('scans the phones of a visitor, every request twice with the same answer', async () => {
    const lines = await emulate('--visitor', applicantMobile, '--twice');
    expect(lines).toEqual([
      expect.objectContaining({ verdict: 'admit', reason: 'OK', sameAgain: true }),
      { outcome: 'admitted', duplicate: false },
      { outcome: 'admitted', duplicate: true },
    ]);
    expect(await passages()).toHaveLength(1);
  });

  it('goes offline with a list, keeps it, and replays it out of order and twice', async () => {
    const scans = await list(`exit ${number}`, 'entry 00000000', 'entry plate 浙E12345');
    expect(await emulate('--list', scans, '--offline')).toEqual([{ kept: 3 }]);
    expect(await passages()).toHaveLength(1);
    const lines = await emulate('--shuffle', '--twice', '--batch', '2');
    const first = lines.filter(({ status }) => status);
    expect(first.map(({ status }) => status)).toEqual(['stored', 'stored', 'stored']);
    expect(lines.filter(({ again }) => again).map(({ again }) => again)).toEqual([
      'duplicate',
      'duplicate',
      'duplicate',
    ]);
    expect(lines).toHaveLength(6);
    expect(await passages()).toHaveLength(4);
    expect(await emulate()).toEqual([]);
  });

  it('turns away whom the server admits, when told to', async () => {
    const lines = await emulate('--list', await list(number), '--refuse');
    expect(lines).toEqual([
      expect.objectContaining({ verdict: 'admit', reason: 'CONFIRM_ID', sameAgain: true }),
      { outcome: 'refused', duplicate: false },
    ]);
  });

  it('says how it is used when a number is none', async () => {
    await expect(emulate('--batch', '0')).rejects.toThrow(/--batch 50/);
  });
});
