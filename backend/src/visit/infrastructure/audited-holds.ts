import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { HeldVisits } from '../application/held-visits.js';

@Injectable()
export class AuditedHolds extends HeldVisits {
  constructor(private readonly audit: AuditLog) {
    super();
  }

  record(visitId: string, campusId: string): Promise<void> {
    return this.audit.append('visit.held-by-screening', { kind: 'visit', id: visitId, campusId });
  }

  ended(visitId: string, campusId: string, why: { entryId: string; reason: string }): Promise<void> {
    return this.audit.append('visit.ended-by-office', { kind: 'visit', id: visitId, campusId }, why);
  }
}
