import { defineEntity, p } from '@mikro-orm/core';
import { mapped } from '../../platform/database/mapped.js';
import { InvitationBatch } from '../domain/invitation-batch.js';

export const InvitationBatchSchema = defineEntity({
  class: mapped(InvitationBatch),
  className: 'InvitationBatch',
  tableName: 'invitation_batch',
  properties: {
    id: p.uuid().primary(),
    hostId: p.uuid(),
    campusId: p.uuid(),
    requestKey: p.text(),
    rowCount: p.integer(),
    invitedCount: p.integer(),
    personKeyId: p.uuid(),
    reportSealed: p.uint8array(),
    madeAt: p.datetime(),
    erasedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
