import { Injectable } from '@nestjs/common';
import { checkIdentityDocument, type DocumentKind } from '@gatehouse/contract/rules/identity-document';
import { Clock } from '../../kernel/clock.js';
import { type MetEntry, Resemblance } from '../../watchlist/public.js';
import { type PartyMember } from '../domain/party-member.js';
import { PartyVault } from './party-vault.js';

/**
 * Who of a party resembles somebody on the blacklist by name and birth date. The date is read from the sealed number,
 * compared by a keyed token, and shown to nobody.
 */
@Injectable()
export class LookAlikes {
  constructor(
    private readonly vault: PartyVault,
    private readonly resemblance: Resemblance,
    private readonly clock: Clock,
  ) {}

  async of(visit: { party: readonly PartyMember[]; campusId: string }): Promise<Omit<MetEntry, 'matched'>[][]> {
    const now = this.clock.now();
    const people = await Promise.all(
      visit.party.map(async (member) => ({ name: member.name, birth: await this.birthOf(member, now) })),
    );
    return this.resemblance.of(people, visit.campusId, now);
  }

  private async birthOf(member: PartyMember, now: Date): Promise<string | null> {
    const number = await this.vault.documentOf(member);
    const checked = number
      ? checkIdentityDocument(member.documentKind as DocumentKind, number, now.getTime(), { acceptLegacy: true })
      : null;
    return checked?.ok ? (checked.birth ?? null) : null;
  }
}
