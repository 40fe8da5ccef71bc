import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Attachment } from '../application/viewed-attachments.js';
import { ViewedAttachments } from '../application/viewed-attachments.js';

@Injectable()
export class AuditedViews extends ViewedAttachments {
  constructor(private readonly audit: AuditLog) {
    super();
  }

  record(visitId: string, campusId: string, attachment: Attachment): Promise<void> {
    const action = attachment.kind === 'face' ? 'photo.viewed' : 'document.viewed';
    return this.audit.append(action, { kind: 'visit', id: visitId, campusId }, { ...attachment });
  }
}
