import { type Confidence, type OfficeMusterEntry } from '@gatehouse/contract';

export interface MusterFilter {
  gate: string;
  unit: string;
  confidence: string;
}

export const confidences: Confidence[] = ['sure', 'presumed', 'presumed-left'];

/** The people a filter leaves; the list of a campus is small enough to be filtered here, also when the network is gone. */
export const shown = (people: OfficeMusterEntry[], { gate, unit, confidence }: MusterFilter): OfficeMusterEntry[] =>
  people.filter(
    (person) =>
      (!gate || person.gateId === gate) &&
      (!unit || person.unitId === unit) &&
      (!confidence || person.confidence === confidence),
  );

/** Units or gates that the list names, for choosing among them. */
export function choicesOf(people: OfficeMusterEntry[], of: 'unit' | 'gate'): { value: string; label: string }[] {
  const found = new Map<string, string>();
  for (const { unitId, unitName, gateId, gateName } of people) {
    if (of === 'unit') found.set(unitId, unitName);
    else if (gateId) found.set(gateId, gateName ?? gateId);
  }
  return [...found].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'zh'));
}
