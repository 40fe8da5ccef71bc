import { defineEntity, p } from '@mikro-orm/core';
import { type GuardRole, type GuardState } from '@gatehouse/contract';
import { mapped } from '../../platform/database/mapped.js';
import { Guard } from '../domain/guard.js';

export const GuardSchema = defineEntity({
  class: mapped(Guard),
  className: 'Guard',
  tableName: 'guard',
  properties: {
    id: p.uuid().primary(),
    campusId: p.uuid(),
    number: p.text(),
    name: p.text(),
    role: p.text().$type<GuardRole>(),
    state: p.text().$type<GuardState>(),
    suspendReason: p.text().nullable(),
    gateIds: p.array().columnType('uuid[]'),
    pinHash: p.uint8array(),
    addedBy: p.text(),
    addedAt: p.datetime(),
    version: p.integer().version(),
  },
});
