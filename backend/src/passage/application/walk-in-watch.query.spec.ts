import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Database } from '../../platform/database/database.js';
import { WalkInWatch } from './walk-in-watch.query.js';

/** A database that knows the status of walk-ins and counts how often it is asked. */
class Statuses {
  looks = 0;
  of: Record<string, string> = {};
  isDown = false;

  rows() {
    this.looks++;
    if (this.isDown) return Promise.reject(new Error('no connection'));
    return Promise.resolve(Object.entries(this.of).map(([id, status]) => ({ id, status })));
  }
}

describe('guards who wait for the answers of hosts', () => {
  let statuses: Statuses;
  let watch: WalkInWatch;
  const told: string[] = [];
  const wait = (id: string, name = id) =>
    void watch.changeOf(id, 'waiting', 25_000).then(() => {
      told.push(name);
    });

  beforeEach(() => {
    jest.useFakeTimers();
    told.length = 0;
    statuses = new Statuses();
    watch = new WalkInWatch(statuses as unknown as Database);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('are many at one look a second', async () => {
    statuses.of = { a: 'pending', b: 'pending' };
    for (let guard = 0; guard < 40; guard++) wait(guard % 2 ? 'a' : 'b');
    await jest.advanceTimersByTimeAsync(3_000);
    expect(statuses.looks).toBe(3);
    expect(told).toEqual([]);
  });

  it('hear within a second, each of the own visitor', async () => {
    statuses.of = { a: 'pending', b: 'pending' };
    wait('a', 'first at a');
    wait('a', 'second at a');
    wait('b');
    await jest.advanceTimersByTimeAsync(1_000);
    statuses.of.a = 'approved';
    await jest.advanceTimersByTimeAsync(1_000);
    expect(told).toEqual(['first at a', 'second at a']);
    statuses.of.b = 'declined';
    await jest.advanceTimersByTimeAsync(1_000);
    expect(told).toContain('b');
  });

  it('cost nothing once nobody waits', async () => {
    statuses.of = { a: 'pending' };
    wait('a');
    await jest.advanceTimersByTimeAsync(26_000);
    expect(told).toEqual(['a']);
    const looks = statuses.looks;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(statuses.looks).toBe(looks);
  });

  it('hear when the database is back', async () => {
    statuses.isDown = true;
    wait('a');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(told).toEqual([]);
    Object.assign(statuses, { isDown: false, of: { a: 'approved' } });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(told).toEqual(['a']);
  });
});
