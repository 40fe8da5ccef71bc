import { describe, expect, it } from '@jest/globals';
import { PassThrough, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { type PassageRow } from '@gatehouse/contract';
import { type BookCover } from './passage-book.js';
import { XlsxPassageBook } from './xlsx-passage-book.js';

const cover: BookCover = {
  exportId: 'e1',
  organisation: '平湖大学',
  exportedBy: '赵强 S2001',
  exportedAt: new Date('2026-11-23T01:00:00Z'),
  reason: '检查',
  filter: {},
  locale: 'zh',
};

const passage = (number: number): PassageRow => ({
  id: `p${number}`,
  at: '2026-11-23T01:00:00.000Z',
  learnedAt: '2026-11-23T01:00:00.000Z',
  direction: 'entry',
  verdict: 'admit',
  reason: 'OK',
  outcome: 'admitted',
  campus: { id: 'c', name: '东校区' },
  gate: { id: 'g', name: '东门' },
  deviceName: '平板',
  personName: '陈*',
  visitId: null,
  visitNumber: null,
  plate: null,
  credential: 'code',
  by: null,
});

/** Batches of a hundred, counted as they are asked for. */
class Passages {
  asked = 0;

  async *batches(most: number): AsyncGenerator<PassageRow[]> {
    while (this.asked < most) {
      await Promise.resolve();
      this.asked += 100;
      yield Array.from({ length: 100 }, (_, at) => passage(at));
    }
  }
}

describe('a workbook', () => {
  it('does not run ahead of a reader who does not read', async () => {
    const [passages, stuck] = [new Passages(), new Writable({ write: () => undefined })];
    const writing = new XlsxPassageBook().write(stuck, cover, passages.batches(1_000_000));
    const ended = expect(writing).rejects.toThrow('gone');
    // What the buffers of zip and stream hold is asked for, and then no more.
    let before = -1;
    while (passages.asked > before && passages.asked < 200_000) {
      before = passages.asked;
      await pause(1_000);
    }
    expect(passages.asked).toBe(before);
    expect(passages.asked).toBeLessThan(100_000);
    stuck.destroy();
    await ended;
  });

  it('stops asking for rows when the reader has gone', async () => {
    const [passages, reader] = [new Passages(), new PassThrough()];
    reader.resume();
    const writing = new XlsxPassageBook().write(reader, cover, passages.batches(1_000_000));
    const ended = expect(writing).rejects.toThrow('gone');
    await pause(200);
    reader.destroy();
    await ended;
    const soFar = passages.asked;
    await pause(200);
    expect(passages.asked).toBe(soFar);
  });

  it('ends with the number of its rows and the hash of the last', async () => {
    const reader = new PassThrough();
    reader.resume();
    const written = await new XlsxPassageBook().write(reader, cover, new Passages().batches(300));
    expect(written.rows).toBe(300);
    expect(written.digest).toMatch(/^[0-9a-f]{64}$/);
  });
});
