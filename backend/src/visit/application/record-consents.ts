import { Injectable } from '@nestjs/common';
import { type ConsentKind, type RequestVisitInput } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { Consent } from '../domain/consent.js';
import { type PartyMember } from '../domain/party-member.js';
import { ConsentEvidence, Consents } from './consents.js';
import { currentNotice } from './privacy-notice.js';
import { peopleOf } from './visitor-form.js';

interface GivenConsent {
  kind: ConsentKind;
  personIndex: number;
  guardian: { name: string; mobile: string } | null;
}

/** Writes down every consent of a form, one row each. */
@Injectable()
export class RecordConsents {
  constructor(
    private readonly consents: Consents,
    private readonly evidence: ConsentEvidence,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async of(input: RequestVisitInput, visit: { id: string; campusId: string }, party: PartyMember[]): Promise<void> {
    for (const { kind, personIndex, guardian } of consentsIn(input)) {
      const text = currentNotice.consents[kind][input.locale ?? 'zh'];
      const proof = await this.evidence.of(text, party[personIndex]?.personKeyId ?? '', guardian);
      const { version } = currentNotice;
      const given = { id: this.ids.uuid(), kind, visitId: visit.id, campusId: visit.campusId, personIndex, version };
      this.consents.add(Consent.give({ ...given, ...proof }, this.clock.now()));
    }
  }
}

/** The document numbers of a form go by one consent; every face and every child has an own one. */
function consentsIn(input: RequestVisitInput): GivenConsent[] {
  const people = peopleOf(input);
  return [
    { kind: 'identity', personIndex: 0, guardian: null },
    ...people.flatMap(({ photo, guardian }, personIndex): GivenConsent[] => [
      ...(photo ? [{ kind: 'face' as const, personIndex, guardian: null }] : []),
      ...(guardian ? [{ kind: 'guardian' as const, personIndex, guardian }] : []),
    ]),
  ];
}
