import { Injectable } from '@nestjs/common';
import { PersonVault } from '../../platform/crypto/person-vault.js';
import { type KeptGuest } from '../application/guest-report.js';
import { GuestReports, type SealedReport } from '../application/invitation-batches.js';

const PURPOSE = 'guest-list';

/** One key for a list: its rows are kept together and go together. */
@Injectable()
export class SealedGuestReports extends GuestReports {
  constructor(private readonly vault: PersonVault) {
    super();
  }

  async seal(guests: readonly KeptGuest[]): Promise<{ keyId: string; sealed: Uint8Array }> {
    const key = await this.vault.create();
    return { keyId: key.id, sealed: key.seal(JSON.stringify(guests), PURPOSE) };
  }

  async open({ personKeyId, reportSealed }: SealedReport): Promise<KeptGuest[]> {
    const key = await this.vault.find(personKeyId);
    return key ? (JSON.parse(key.open(reportSealed, PURPOSE).toString('utf8')) as KeptGuest[]) : [];
  }

  destroy({ personKeyId }: SealedReport): Promise<void> {
    return this.vault.destroy(personKeyId);
  }
}
