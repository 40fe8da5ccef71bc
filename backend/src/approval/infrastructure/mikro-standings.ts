import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Standings } from '../application/standings.js';
import { HostStanding } from '../domain/host-standing.js';
import { HostStandingSchema } from './host-standing.schema.js';

@Injectable()
export class MikroStandings extends Standings {
  constructor(private readonly em: EntityManager) {
    super();
  }

  async of(hostId: string): Promise<HostStanding> {
    const known = await this.em.findOne(HostStandingSchema, { id: hostId });
    if (known) return known;
    const standing = HostStanding.of(hostId);
    this.em.persist(standing);
    return standing;
  }
}
