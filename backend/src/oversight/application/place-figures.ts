import { type CampusFigures, type DayExpected, type GateFigures } from '@gatehouse/contract';
import { figuresOf, type HourCount, sumOf } from './day-figures.js';
import { type Place } from './places.query.js';

interface InsideAt {
  campus_id: string;
  gate_id: string | null;
  inside: number;
  overstayed: number;
}
type ExpectedAt = DayExpected & { campus_id: string };

export const allExpected = (rows: readonly DayExpected[]): DayExpected => ({
  visits: rows.reduce((sum, { visits }) => sum + visits, 0),
  people: rows.reduce((sum, { people }) => sum + people, 0),
});

const insideOf = (rows: readonly InsideAt[]) => ({
  inside: rows.reduce((sum, row) => sum + row.inside, 0),
  overstayed: rows.reduce((sum, row) => sum + row.overstayed, 0),
});

/** One row per campus, in the order of the campuses; also where nothing happened. */
export function campusFigures(
  places: readonly Place[],
  counts: readonly HourCount[],
  inside: readonly InsideAt[],
  expected: readonly ExpectedAt[],
): CampusFigures[] {
  const campuses = new Map(places.map(({ campusId, campusName }) => [campusId, campusName]));
  return [...campuses].map(([id, name]) => ({
    campus: { id, name },
    ...insideOf(inside.filter(({ campus_id }) => campus_id === id)),
    expected: allExpected(expected.filter(({ campus_id }) => campus_id === id)),
    ...figuresOf(counts.filter(({ campusId }) => campusId === id)),
  }));
}

/** Gates where there is something to tell, most entries first. */
export function gateFigures(
  places: readonly Place[],
  counts: readonly HourCount[],
  inside: readonly InsideAt[],
): GateFigures[] {
  const gates = places.flatMap(({ campusId, campusName, gateId, gateName }) =>
    gateId === null ? [] : [{ gate: { id: gateId, name: gateName ?? '' }, campusId, campusName }],
  );
  return gates
    .map((place) => {
      const here = counts.filter(({ gateId }) => gateId === place.gate.id);
      const entries = here.filter(({ kind }) => kind === 'entry');
      const { exits, refused } = figuresOf(here);
      return {
        ...place,
        onFoot: sumOf(entries.filter(({ detail }) => detail === 'foot')),
        byCar: sumOf(entries.filter(({ detail }) => detail === 'car')),
        exits,
        refused,
        ...insideOf(inside.filter(({ gate_id }) => gate_id === place.gate.id)),
      };
    })
    .filter(({ onFoot, byCar, exits, refused, inside }) => onFoot + byCar + exits + refused + inside > 0)
    .sort((a, b) => b.onFoot + b.byCar - a.onFoot - a.byCar);
}
