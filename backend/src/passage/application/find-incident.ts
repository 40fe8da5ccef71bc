import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { Incident, type NewIncident } from '../domain/incident.js';
import { Incidents } from './incidents.js';

/** One incident for one story: what belongs to a known one is added to it. */
@Injectable()
export class FindIncident {
  constructor(
    private readonly incidents: Incidents,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Answers the incident's id. */
  async of(found: Omit<NewIncident, 'id'>): Promise<string> {
    const known = await this.known(found);
    if (known) {
      known.take(found.passageIds, this.clock.now());
      return known.id;
    }
    const incident = Incident.find({ ...found, id: this.ids.uuid() }, this.clock.now());
    this.incidents.add(incident);
    return incident.id;
  }

  private async known({ kind, passageIds, emergencyId }: Omit<NewIncident, 'id'>): Promise<Incident | null> {
    if (emergencyId) return this.incidents.ofEmergency(emergencyId);
    return passageIds.length > 0 ? this.incidents.about(kind, passageIds) : null;
  }
}
