import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../platform/crypto/blind-index.js';
import { PersonVault } from '../../platform/crypto/person-vault.js';
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

  async mobileIndex(mobile: string): Promise<string> {
    return (await this.blindIndex.of('mobile', mobile)).toString('hex');
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
      documentKind: document.kind,
      documentMasked: document.masked,
      documentTail: document.tail,
      documentIndex: (await this.blindIndex.of('document', `${document.kind}|${document.number}`)).toString('hex'),
      documentSealed: key.seal(document.number, 'document').toString('base64'),
      mobileMasked: mobile?.masked ?? null,
      mobileIndex: mobile ? await this.mobileIndex(mobile.number) : null,
      mobileSealed: mobile ? key.seal(mobile.number, 'mobile').toString('base64') : null,
    };
  }
}
