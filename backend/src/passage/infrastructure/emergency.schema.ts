import { defineEntity, p } from '@mikro-orm/core';
import { type EmergencyCause } from '@gatehouse/contract';
import { mapped } from '../../platform/database/mapped.js';
import { Emergency } from '../domain/emergency.js';

export const EmergencySchema = defineEntity({
  class: mapped(Emergency),
  className: 'Emergency',
  tableName: 'emergency',
  properties: {
    id: p.uuid().primary(),
    campusId: p.uuid(),
    gateId: p.uuid(),
    deviceId: p.uuid(),
    nonce: p.text(),
    cause: p.text().$type<EmergencyCause>(),
    reason: p.text(),
    openedBy: p.uuid(),
    openedByName: p.text(),
    secondName: p.text(),
    openedAt: p.datetime(),
    learnedAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    endedByName: p.text().nullable(),
    lastPaper: p.integer().nullable(),
    entriesDueAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
