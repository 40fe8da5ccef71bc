import { defineEntity, p } from '@mikro-orm/core';
import { type HeldKind } from '@gatehouse/contract';
import { mapped } from '../../platform/database/mapped.js';
import { LegalHold } from '../domain/legal-hold.js';

export const LegalHoldSchema = defineEntity({
  class: mapped(LegalHold),
  className: 'LegalHold',
  tableName: 'legal_hold',
  properties: {
    id: p.uuid().primary(),
    subjectKind: p.text().$type<HeldKind>(),
    subjectId: p.uuid(),
    label: p.text(),
    campusId: p.uuid().nullable(),
    reason: p.text(),
    placedBy: p.text(),
    placedAt: p.datetime(),
    releasedBy: p.text().nullable(),
    releasedAt: p.datetime().nullable(),
    releaseReason: p.text().nullable(),
    version: p.integer().version(),
  },
});
