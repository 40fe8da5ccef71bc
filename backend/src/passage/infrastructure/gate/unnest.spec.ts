import { describe, expect, it } from '@jest/globals';
import { arraysOf, unnested } from './unnest.js';

interface Row {
  id: string;
  count: number | null;
  at: Date;
  note: object;
}

const columns = { id: 'uuid', count: 'int', at: 'timestamptz', note: 'json' };

describe('rows as arrays', () => {
  it('become parameters in order', () => {
    expect(unnested<Row>(columns, 'f', 3)).toBe(
      'unnest($3::uuid[], $4::int[], $5::timestamptz[], $6::json[]) as f (id, count, at, note)',
    );
  });

  it('quote what the array syntax would misread', () => {
    const at = new Date('2026-11-23T01:00:00Z');
    const row = (id: string, count: number | null): Row => ({ id, count, at, note: { a: 'b"c\\d' } });
    const [ids, counts, instants, notes] = arraysOf<Row>(columns, [
      row('x', 1),
      row('null', null),
      row('a,b}"', 2),
      row('', 3),
    ]);
    expect(ids).toBe('{x,"null","a,b}\\"",""}');
    expect(counts).toBe('{1,NULL,2,3}');
    expect(instants?.split(',')[0]).toBe('{2026-11-23T01:00:00.000Z');
    expect(notes).toContain('"{\\"a\\":\\"b\\\\\\"c\\\\\\\\d\\"}"');
  });
});
