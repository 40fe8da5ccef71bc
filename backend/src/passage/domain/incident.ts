import { type IncidentFinding, type IncidentKind, type Outcome } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { ConflictFound, ConflictGrew, IncidentClosed } from './incident-events.js';

export interface NewIncident {
  id: string;
  campusId: string;
  kind: IncidentKind;
  passId: string | null;
  visitId: string | null;
  passageIds: string[];
  /** outcomes that were claimed and not taken, by passage */
  claims?: Record<string, Outcome>;
  emergencyId?: string;
}

/** Something at the gates that does not fit together. A person of the office looks at it and says what it was. */
export class Incident extends AggregateRoot {
  private state: 'open' | 'closed' = 'open';
  private finding: IncidentFinding | null = null;
  private findingNote: string | null = null;
  private closedAt: Date | null = null;
  private closedBy: string | null = null;
  private closedByName: string | null = null;

  private constructor(
    readonly id: string,
    readonly campusId: string,
    readonly kind: IncidentKind,
    readonly passId: string | null,
    readonly visitId: string | null,
    private passageIds: string[],
    private claims: Record<string, Outcome>,
    readonly emergencyId: string | null,
    private readonly foundAt: Date,
  ) {
    super();
  }

  static find(incident: NewIncident, now: Date): Incident {
    const { id, campusId, kind, passId, visitId, passageIds, claims = {}, emergencyId = null } = incident;
    const found = new Incident(id, campusId, kind, passId, visitId, passageIds, claims, emergencyId, now);
    found.record(new ConflictFound(id, campusId, kind, passageIds, now));
    return found;
  }

  /** More of the same story: it stays one incident. */
  take(passageIds: string[], now: Date): void {
    const news = passageIds.filter((id) => !this.passageIds.includes(id));
    if (news.length === 0) return;
    this.passageIds = [...this.passageIds, ...news];
    this.record(new ConflictGrew(this.id, this.campusId, this.kind, news, now));
  }

  close(finding: IncidentFinding, note: string, by: { id: string; name: string }, now: Date): void {
    if (this.state === 'closed') throw new DomainError('incident.closed');
    this.state = 'closed';
    this.finding = finding;
    this.findingNote = note;
    this.closedAt = now;
    this.closedBy = by.id;
    this.closedByName = by.name;
    this.record(new IncidentClosed(this.id, this.campusId, this.kind, finding, now));
  }
}
