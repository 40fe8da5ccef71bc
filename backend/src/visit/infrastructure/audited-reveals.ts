import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { RevealJournal, type Revealed } from '../application/reveal-person.js';

@Injectable()
export class AuditedReveals extends RevealJournal {
  constructor(private readonly audit: AuditLog) {
    super();
  }

  record(visitId: string, campusId: string, what: Revealed): Promise<void> {
    return this.audit.append('visit.revealed', { kind: 'visit', id: visitId, campusId }, { ...what });
  }
}
