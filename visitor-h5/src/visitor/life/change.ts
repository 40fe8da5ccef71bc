import { type PeriodValue } from '@gatehouse/contract/common';
import { type ChangeVisitInput } from '@gatehouse/contract/visit-life';
import { type PartyMemberView, type Transport, type VisitorVisit } from '@gatehouse/contract/visit';
import { type Person } from '../apply/application.ts';

/** A companion who stays as he is held, masked, or somebody new as typed. */
export type PlannedPerson = { held: PartyMemberView } | { typed: Person };

export interface ChangeDraft {
  transport: Transport;
  plate: string;
  period: PeriodValue | null;
  reason: string;
  remark: string;
  people: PlannedPerson[];
}

/** A change begins with everything as it is. */
export const draftOf = ({ transport, plate, period, reason, remark, party }: VisitorVisit): ChangeDraft => ({
  transport,
  plate: plate ?? '',
  period,
  reason,
  remark: remark ?? '',
  people: party.slice(1).map((held) => ({ held })),
});

export function toChange({ transport, plate, period, reason, remark, people }: ChangeDraft): ChangeVisitInput {
  return {
    transport,
    ...(transport === 'car' && { plate }),
    period: period ?? { from: '', until: '' },
    reason: reason.trim(),
    ...(remark.trim() && { remark: remark.trim() }),
    companions: people.map((person) => ('held' in person ? { keep: person.held.index } : typedPerson(person.typed))),
  };
}

const typedPerson = ({ name, documentKind, documentNumber, mobile }: Person) => ({
  name: name.trim(),
  documentKind,
  documentNumber: documentNumber.trim(),
  ...(mobile.trim() && { mobile: mobile.trim() }),
});
