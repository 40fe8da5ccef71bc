import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type MetEntry, Resemblance } from '../../watchlist/public.js';
import { type PartyMember } from '../domain/party-member.js';
import { PartyBirths } from './party-births.js';

/** Who of a party resembles somebody on the blacklist by name and birth date. */
@Injectable()
export class LookAlikes {
  constructor(
    private readonly births: PartyBirths,
    private readonly resemblance: Resemblance,
    private readonly clock: Clock,
  ) {}

  async of(visit: { party: readonly PartyMember[]; campusId: string }): Promise<Omit<MetEntry, 'matched'>[][]> {
    return this.resemblance.of(await this.births.of(visit.party), visit.campusId, this.clock.now());
  }
}
