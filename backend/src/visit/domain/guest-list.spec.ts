import { describe, expect, it } from '@jest/globals';
import { type Purpose } from '@gatehouse/contract';
import fc from 'fast-check';
import { campusDay, campusMinute } from '../../kernel/campus-time.js';
import { campusTimeOf } from './campus-time-text.js';
import { readGuestList } from './guest-list.js';
import { guestColumns, readGuestHeader } from './guest-list-columns.js';

const purposes: Purpose[] = [{ key: 'academic', text: { zh: '学术交流', en: 'Academic exchange' }, documents: [] }];
const good = { name: '陈明', mobile: '139 1234 0001', from: '2026-11-25 09:00', until: '2026/11/25 17:00' };
const read = (...rows: object[]) =>
  readGuestList(
    rows.map((cells, at) => ({ row: at + 2, cells: { ...good, ...cells } })),
    purposes,
  );
const faultsOf = (...rows: object[]) =>
  read(...rows).map(({ faults }) => faults.map(({ column, code }) => `${column} ${code}`));

describe('a list of guests', () => {
  it('is known by its header in Chinese or English, in any order and with a star', () => {
    expect(readGuestHeader(['备注', '手 机 号*', '姓名', '结束时间', '开始'])?.get('mobile')).toBe(1);
    expect(readGuestHeader(['Name', 'phone', 'FROM', 'until'])?.size).toBe(4);
    expect(readGuestHeader(['姓名', '手机号'])).toBeNull();
    expect(readGuestHeader(guestColumns.map(({ zh }) => zh))?.size).toBe(7);
  });

  it('is read in campus time, for one person unless it says more', () => {
    expect(read({})).toEqual([
      {
        row: 2,
        name: '陈明',
        mobile: '+8613912340001',
        from: new Date('2026-11-25T01:00:00Z'),
        until: new Date('2026-11-25T09:00:00Z'),
        people: 1,
        purpose: null,
        note: null,
        faults: [],
      },
    ]);
  });

  it('takes a purpose by its key or its words', () => {
    const asked = ['academic', '学术交流', 'ACADEMIC exchange'].map((purpose) => ({ purpose }));
    expect(
      readGuestList(
        asked.map((cells, row) => ({ row, cells })),
        purposes,
      ).map(({ purpose }) => purpose),
    ).toEqual(Array(3).fill('academic'));
  });

  it('says of each cell what is wrong with it', () => {
    expect(faultsOf({ name: '', mobile: '12', from: '明天', until: '', people: 'x', purpose: '打球' })).toEqual([
      [
        'name field.needed',
        'mobile mobile.shape',
        'people invitation.people-range',
        'purpose policy.purpose-unknown',
        'from invitation.time-shape',
        'until field.needed',
      ],
    ]);
  });

  it('expects a phone once at a time', () => {
    const [first, second, third] = faultsOf(
      {},
      { mobile: '+86 13912340001', from: '2026-11-25 16:59', until: '2026-11-25 18:00' },
      { from: '2026-11-26 09:00', until: '2026-11-26 17:00' },
    );
    expect([first, second, third]).toEqual([[], ['mobile invitation.row-duplicate'], []]);
  });
});

describe('a campus time in a cell', () => {
  it.each(['2026-11-25 09:00', '2026/11/25 9:00', '2026.11.25 09:00:00', '2026年11月25日 9:00', '2026-11-25T09:00'])(
    'may be written %s',
    (text) => expect(campusTimeOf(text)).toEqual(new Date('2026-11-25T01:00:00Z')),
  );

  it.each(['2026-11-25', '2026-02-30 09:00', '2026-11-25 25:00', '2026-11-25 09:60', '09:00', '46351.375', ''])(
    'is not %s',
    (text) => expect(campusTimeOf(text)).toBeNull(),
  );

  it('is every minute of every day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true }),
        fc.constantFrom('-', '/', '.'),
        (at, mark) => {
          const minute = campusMinute(at);
          const text = `${campusDay(at).replaceAll('-', mark)} ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
          expect(campusTimeOf(text)?.getTime()).toBe(Math.floor(at.getTime() / 60_000) * 60_000);
        },
      ),
    );
  });

  it('never fails on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void campusTimeOf(text)));
  });
});
