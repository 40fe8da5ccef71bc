import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../platform/crypto/blind-index.js';
import { type PersonKey, PersonVault } from '../../platform/crypto/person-vault.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type CheckedChange } from '../application/changed-person.js';
import { PartyVault } from '../application/party-vault.js';
import { type CheckedPerson } from '../application/visitor-form.js';
import { type PartyMember } from '../domain/party-member.js';

/** Every person gets a key of their own, so that erasing one leaves the others readable. */
@Injectable()
export class SealedParty extends PartyVault {
  constructor(
    private readonly vault: PersonVault,
    private readonly blindIndex: BlindIndex,
  ) {
    super();
  }

  seal(people: CheckedPerson[]): Promise<PartyMember[]> {
    return Promise.all(people.map((person, index) => this.sealOne(person, index)));
  }

  async amend(member: PartyMember, change: CheckedChange): Promise<PartyMember> {
    if (Object.keys(change).length === 0) return member;
    const key = await this.vault.find(member.personKeyId);
    if (!key) throw new DomainError('visit.not-found');
    const { name, organisation, document, mobile } = change;
    return {
      ...member,
      ...(name !== undefined && { name }),
      ...(organisation !== undefined && { organisation }),
      ...(document && (await this.sealedDocument(document, key))),
      ...(mobile && (await this.sealedMobile(mobile, key))),
    };
  }

  async mobileIndex(mobile: string): Promise<string> {
    return (await this.blindIndex.of('mobile', mobile)).toString('hex');
  }

  destroy({ personKeyId }: PartyMember): Promise<void> {
    return this.vault.destroy(personKeyId);
  }

  documentOf({ personKeyId, documentSealed }: PartyMember): Promise<string | null> {
    return this.opened(personKeyId, documentSealed, 'document');
  }

  mobileOf({ personKeyId, mobileSealed }: PartyMember): Promise<string | null> {
    return this.opened(personKeyId, mobileSealed, 'mobile');
  }

  private async opened(personKeyId: string, sealed: string | null, purpose: string): Promise<string | null> {
    const key = sealed ? await this.vault.find(personKeyId) : null;
    return key && sealed ? key.open(Buffer.from(sealed, 'base64'), purpose).toString('utf8') : null;
  }

  private async sealOne({ name, organisation, document, mobile }: CheckedPerson, index: number): Promise<PartyMember> {
    const key = await this.vault.create();
    return {
      index,
      personKeyId: key.id,
      name,
      organisation,
      ...(await this.sealedDocument(document, key)),
      ...(await this.sealedMobile(mobile, key)),
    };
  }

  private async sealedDocument({ kind, number, masked, tail }: CheckedPerson['document'], key: PersonKey) {
    return {
      documentKind: kind,
      documentMasked: masked,
      documentTail: tail,
      documentIndex: (await this.blindIndex.of('document', `${kind}|${number}`)).toString('hex'),
      documentSealed: key.seal(number, 'document').toString('base64'),
    };
  }

  private async sealedMobile(mobile: CheckedPerson['mobile'], key: PersonKey) {
    return {
      mobileMasked: mobile?.masked ?? null,
      mobileIndex: mobile ? await this.mobileIndex(mobile.number) : null,
      mobileSealed: mobile ? key.seal(mobile.number, 'mobile').toString('base64') : null,
    };
  }
}
