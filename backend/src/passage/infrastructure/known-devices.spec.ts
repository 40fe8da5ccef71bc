import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Database } from '../../platform/database/database.js';
import { KnownDevices } from './known-devices.js';

const row = (id: string, name = id) => ({
  id,
  name,
  campus_id: 'campus',
  gate_ids: ['gate'],
  profile: 'scan',
  secret_hash: Buffer.alloc(32),
  previous_hash: null,
});

describe('what is known of the devices', () => {
  let paired: Map<string, ReturnType<typeof row>>;
  let readings: number;
  let answering: Promise<void>;
  let now: number;
  let devices: KnownDevices;

  beforeEach(() => {
    paired = new Map(['a', 'b', 'c'].map((id) => [id, row(id)]));
    readings = 0;
    answering = Promise.resolve();
    now = 1_000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    const database = {
      rows: async () => {
        readings += 1;
        const rows = [...paired.values()];
        await answering;
        return rows;
      },
    };
    devices = new KnownDevices(database as unknown as Database, { now: () => new Date(0) });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const askAll = () => Promise.all(['a', 'b', 'c'].map(async (id) => (await devices.withId(id))?.principal.name));

  it('is renewed for all of them by one reading, which no scan waits for', async () => {
    await askAll();
    expect(readings).toBe(3);
    now += 2_500;
    paired.set('b', row('b', 'renamed'));
    let answer = () => {};
    answering = new Promise((resolve) => (answer = resolve));
    expect(await askAll()).toEqual(['a', 'b', 'c']);
    expect(readings).toBe(4);
    answer();
    await new Promise(setImmediate);
    expect(await askAll()).toEqual(['a', 'renamed', 'c']);
    expect(readings).toBe(4);
  });

  it('is never older than three seconds', async () => {
    await askAll();
    now += 3_100;
    paired.delete('a');
    expect(await devices.withId('b')).not.toBeNull();
    paired.clear();
    now += 3_100;
    expect(await askAll()).toEqual([undefined, undefined, undefined]);
  });

  it('does not come back by a reading that began before it was forgotten', async () => {
    await askAll();
    now += 2_500;
    let answer = () => {};
    answering = new Promise((resolve) => (answer = resolve));
    void devices.withId('a');
    devices.forget('a');
    paired.delete('a');
    answer();
    await new Promise(setImmediate);
    expect(await devices.withId('a')).toBeNull();
  });
});
