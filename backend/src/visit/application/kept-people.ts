import { Injectable } from '@nestjs/common';
import { type ApplicantInput, type KeptPerson, type PersonInput, type RequestVisitInput } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { type PartyMember } from '../domain/party-member.js';
import { PartyVault } from './party-vault.js';
import { Visits } from './visits.js';

/**
 * Fills in, inside the command, what the visitor did not type again. From there on a kept person is as good as a typed
 * one: the same checks, the same screening, a key of his own in the new visit.
 */
@Injectable()
export class KeptPeople {
  constructor(
    private readonly visits: Visits,
    private readonly vault: PartyVault,
  ) {}

  /** @param mobileIndex whose visits count as own, hexadecimal */
  async filledIn(input: RequestVisitInput, mobileIndex: string | null): Promise<RequestVisitInput> {
    const applicant = await this.person(input.applicant, 'applicant', mobileIndex);
    const companions: PersonInput[] = [];
    for (const [at, companion] of input.companions.entries())
      companions.push(await this.person(companion, `companions.${at}`, mobileIndex));
    return { ...input, applicant: applicant as ApplicantInput, companions };
  }

  private async person(typed: PersonInput, path: string, mobileIndex: string | null): Promise<PersonInput> {
    if (!typed.keep) return typed;
    const member = mobileIndex ? await this.member(typed.keep, mobileIndex) : null;
    const documentNumber = member && (await this.vault.documentOf(member));
    // One answer for an unknown visit, for somebody else's and for an erased person.
    if (!documentNumber) throw unknown(path);
    const mobile = typed.mobile?.trim() || (await this.vault.mobileOf(member));
    return {
      ...(path === 'applicant' && { organisation: organisationOf(typed) || (member.organisation ?? '') }),
      name: member.name,
      documentKind: member.documentKind,
      documentNumber,
      ...(mobile && { mobile }),
      ...(typed.under14 && { under14: true }),
      ...(typed.guardian && { guardian: typed.guardian }),
    };
  }

  private async member({ visitId, personIndex }: KeptPerson, mobileIndex: string): Promise<PartyMember | null> {
    const visit = await this.visits.find(visitId);
    if (!visit?.wasRequestedBy(mobileIndex)) return null;
    return visit.party.find(({ index }) => index === personIndex) ?? null;
  }
}

const organisationOf = (typed: PersonInput): string | undefined =>
  (typed as Partial<ApplicantInput>).organisation?.trim();

const unknown = (path: string): DomainError =>
  new DomainError('request.invalid', {}, [{ path: `${path}.documentNumber`, code: 'visit.kept-person-unknown' }]);
