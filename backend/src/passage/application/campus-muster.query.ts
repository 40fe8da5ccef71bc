import { type Muster, type MusterEntry, type OfficeMuster } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { EmergenciesQuery } from './emergencies.query.js';
import { MusterQuery } from './muster.query.js';

/** Who is on a campus, with confidence, as it is printed and called out. */
@Injectable()
export class CampusMusterQuery {
  constructor(
    private readonly people: MusterQuery,
    private readonly emergencies: EmergenciesQuery,
    private readonly hosts: Hosts,
    private readonly clock: Clock,
  ) {}

  /** For a gate. */
  async of(campusId: string): Promise<Muster> {
    return this.counted(campusId, await this.people.people(campusId));
  }

  /** For the office. `unitIds` null = visitors of every unit. */
  async forOffice(campusId: string, unitIds: string[] | null): Promise<OfficeMuster> {
    return this.counted(campusId, await this.people.forOffice(campusId, unitIds));
  }

  private async counted<Entry extends MusterEntry>(campusId: string, people: Entry[]) {
    const campus = await this.hosts.campus(campusId);
    if (!campus) throw new DomainError('request.not-found');
    const owing = await this.emergencies.ofCampuses([campusId], false);
    const papers = owing.reduce((sum, { missing }) => sum + missing.length, 0);
    const count = (confidence: string) => people.filter((person) => person.confidence === confidence).length;
    return {
      asOf: this.clock.now().toISOString(),
      campus: { id: campus.id, name: campus.name },
      counts: {
        sure: count('sure'),
        presumed: count('presumed'),
        'presumed-left': count('presumed-left'),
        emergency: papers,
      },
      people,
      papers,
    };
  }
}
