import { defineEntity, p } from '@mikro-orm/core';
import { mapped } from '../../platform/database/mapped.js';
import { Closure } from '../domain/closure.js';

export const ClosureSchema = defineEntity({
  class: mapped(Closure),
  className: 'Closure',
  tableName: 'closure',
  properties: {
    id: p.uuid().primary(),
    campusId: p.uuid(),
    gateId: p.uuid().nullable(),
    begins: p.datetime(),
    ends: p.datetime(),
    reason: p.text(),
    declaredBy: p.text(),
    declaredAt: p.datetime(),
    endedBy: p.text().nullable(),
    endedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
