import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { RefusedBookings } from '../application/refused-bookings.js';

@Injectable()
export class AuditedRefusals extends RefusedBookings {
  constructor(private readonly audit: AuditLog) {
    super();
  }

  record(campusId: string): Promise<void> {
    return this.audit.append('visit.refused-by-screening', { kind: 'campus', id: campusId, campusId });
  }
}
