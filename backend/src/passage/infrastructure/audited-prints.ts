import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { PrintJournal } from '../application/note-muster-printed.js';

@Injectable()
export class AuditedPrints extends PrintJournal {
  constructor(private readonly audit: AuditLog) {
    super();
  }

  musterPrinted(campusId: string, people: number): Promise<void> {
    return this.audit.append('muster.printed', { kind: 'campus', id: campusId, campusId }, { people });
  }
}
