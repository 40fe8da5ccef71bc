import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Journal } from '../application/journal.js';

@Injectable()
export class AuditJournal extends Journal {
  constructor(private readonly audit: AuditLog) {
    super();
  }

  record(action: string, subject: { kind: string; id: string }, facts: Record<string, unknown>): Promise<void> {
    return this.audit.append(action, subject, facts);
  }
}
