import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/events/unit-of-work.js';
import { RefusedBookings } from '../application/refused-bookings.js';

@Injectable()
export class AuditedRefusals extends RefusedBookings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
  ) {
    super();
  }

  record(campusId: string): Promise<void> {
    const subject = { kind: 'campus', id: campusId, campusId };
    return this.unitOfWork.apart(() => this.audit.append('visit.refused-by-screening', subject));
  }
}
