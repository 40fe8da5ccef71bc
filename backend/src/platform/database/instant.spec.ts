import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from './instant.js';

describe('instants as PostgreSQL writes them', () => {
  it('are the ones that Date reads', () => {
    const moments = fc.date({
      min: new Date('0100-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    const written = fc.tuple(moments, fc.integer({ min: 0, max: 6 })).map(([at, digits]) => {
      const iso = at.toISOString().replace('T', ' ');
      const fraction = `${iso.slice(20, 23)}456`.slice(0, digits);
      return `${iso.slice(0, 19)}${fraction && `.${fraction}`}+00`;
    });
    fc.assert(fc.property(written, (text) => instantOf(text).getTime() === new Date(text).getTime()));
  });

  it.each(['2026-11-22 07:02:39+08', '2026-11-22 07:02:39.5+05:30', 'infinity', '10000-01-01 00:00:00+00'])(
    'written otherwise are left to Date: %s',
    (text) => expect(instantOf(text).getTime()).toEqual(new Date(text).getTime()),
  );
});
