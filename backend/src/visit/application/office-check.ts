import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type MetEntry, Screening, type ScreeningLevel } from '../../watchlist/public.js';
import { type PartyMember } from '../domain/party-member.js';
import { screeningKeys } from './screening-keys.js';

/** Whom screening looks at. */
export interface Screened {
  campusId: string;
  party: readonly PartyMember[];
  plate: string | null;
}

/**
 * What the blacklist says of a party at this moment. Nothing of it is stored with the visit: who is listed later is held
 * from then on, and who is taken off the list is free at once.
 */
@Injectable()
export class OfficeCheck {
  constructor(
    private readonly screening: Screening,
    private readonly clock: Clock,
  ) {}

  /** The visit must not be approved. */
  async isHolding(visit: Screened): Promise<boolean> {
    return (await this.levels(visit)).includes('refuse');
  }

  /** The office wants to be asked, at least. */
  async hasObjection(visit: Screened): Promise<boolean> {
    return (await this.levels(visit)).some((level) => level === 'refuse' || level === 'ask');
  }

  levels(visit: Screened): Promise<ScreeningLevel[]> {
    return this.screening.levels(keysOf(visit), this.clock.now());
  }

  /** The entries that each person meets; for the security office only. */
  entries(visit: Screened): Promise<MetEntry[][]> {
    return this.screening.entries(keysOf(visit), this.clock.now());
  }
}

function keysOf({ party, plate, campusId }: Screened) {
  const people = party.map(({ documentIndex, mobileIndex }) => ({
    documentIndex: Buffer.from(documentIndex, 'hex'),
    mobileIndex: mobileIndex ? Buffer.from(mobileIndex, 'hex') : null,
  }));
  return screeningKeys(people, plate).map((keys) => ({ ...keys, campusId }));
}
