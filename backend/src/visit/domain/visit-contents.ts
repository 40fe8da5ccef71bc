import { type Transport } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { type PartyMember } from './party-member.js';
import { type VisitPeriod } from './visit-period.js';

/** What of a visit its visitor can still alter after sending it. */
export interface VisitContents {
  transport: Transport;
  plate: { number: string; matchKey: string } | null;
  period: VisitPeriod;
  reason: string;
  remark: string | null;
  party: PartyMember[];
}

/** What every application keeps to, the first time and after any change. */
export function checkContents({ transport, plate, party }: Pick<VisitContents, 'transport' | 'plate' | 'party'>): void {
  refuseTheSamePersonTwice(party);
  if ((transport === 'car') !== (plate !== null))
    throw new DomainError('request.invalid', {}, [{ path: 'plate', code: plate ? 'field.unknown' : 'field.needed' }]);
}

function refuseTheSamePersonTwice(party: PartyMember[]): void {
  party.forEach(({ documentIndex }, at) => {
    if (party.findIndex((other) => other.documentIndex === documentIndex) === at) return;
    throw new DomainError('visit.same-person-twice', {}, [
      { path: `companions.${at - 1}.documentNumber`, code: 'visit.same-person-twice' },
    ]);
  });
}
