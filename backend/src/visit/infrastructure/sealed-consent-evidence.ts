import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PersonVault } from '../../platform/crypto/person-vault.js';
import { currentScope } from '../../platform/scope.js';
import { ConsentEvidence } from '../application/consents.js';

/** Sealed under the key of the person concerned: it goes when that person is erased. */
@Injectable()
export class SealedConsentEvidence extends ConsentEvidence {
  constructor(private readonly vault: PersonVault) {
    super();
  }

  async of(text: string, personKeyId: string, guardian: { name: string; mobile: string } | null) {
    const key = await this.vault.find(personKeyId);
    if (!key) throw new Error('the person of a consent has no key');
    const { address } = currentScope();
    return {
      textHash: createHash('sha256').update(text).digest(),
      addressSealed: key.seal(address, 'consent-address'),
      guardianSealed: guardian && key.seal(JSON.stringify(guardian), 'guardian'),
    };
  }
}
