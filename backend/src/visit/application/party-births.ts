import { Injectable } from '@nestjs/common';
import { checkIdentityDocument, type DocumentKind } from '@gatehouse/contract/rules/identity-document';
import { Clock } from '../../kernel/clock.js';
import { type PartyMember } from '../domain/party-member.js';
import { PartyVault } from './party-vault.js';

/** Birth dates of a party, read from the sealed numbers: to be compared by a keyed token and shown to nobody. */
@Injectable()
export class PartyBirths {
  constructor(
    private readonly vault: PartyVault,
    private readonly clock: Clock,
  ) {}

  /** `YYYY-MM-DD`, null where the document holds none and for whoever was erased. */
  of(party: readonly PartyMember[]): Promise<{ index: number; name: string; birth: string | null }[]> {
    const now = this.clock.now().getTime();
    return Promise.all(
      party.map(async (member) => {
        const number = await this.vault.documentOf(member);
        const kind = member.documentKind as DocumentKind;
        const checked = number ? checkIdentityDocument(kind, number, now, { acceptLegacy: true }) : null;
        return { index: member.index, name: member.name, birth: checked?.ok ? (checked.birth ?? null) : null };
      }),
    );
  }
}
