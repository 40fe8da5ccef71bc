import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { IsCampusDay, IsInstant } from './instants.js';

class Times {
  @IsInstant()
  at: unknown;

  @IsCampusDay()
  day: unknown;
}

const faults = (at: unknown, day: unknown): string[] =>
  validateSync(Object.assign(new Times(), { at, day })).map(({ property }) => property);

describe('times in a request', () => {
  it('are instants with an offset and real campus days', () => {
    expect(faults('2026-11-24T09:00:00+08:00', '2026-11-24')).toEqual([]);
    expect(faults('2026-11-24T01:00Z', '2028-02-29')).toEqual([]);
  });

  it.each(['2026-11-24T09:00', '2026-W10', '2026-123', '2026-13-01T00:00:00Z', '2026-11-24', 5, undefined])(
    '%s is no instant',
    (at) => expect(faults(at, '2026-11-24')).toEqual(['at']),
  );

  it.each(['2026-13-45', '2026-02-30', '2026-11-24T00:00:00Z', '20261124', null])('%s is no campus day', (day) =>
    expect(faults('2026-11-24T01:00:00Z', day)).toEqual(['day']),
  );
});
