import { defineEntity, p } from '@mikro-orm/core';
import { mapped } from '../../platform/database/mapped.js';
import { Pass, type PassDisplay, type PassState, type RevokeReason } from '../domain/pass.js';

export const PassSchema = defineEntity({
  class: mapped(Pass),
  className: 'Pass',
  tableName: 'pass',
  properties: {
    id: p.uuid().primary(),
    number: p.text(),
    campusId: p.uuid(),
    visitId: p.uuid(),
    personIndex: p.smallint(),
    personKeyId: p.uuid(),
    state: p.text().$type<PassState>(),
    revokeReason: p.text().$type<RevokeReason>().nullable(),
    personName: p.text(),
    documentMasked: p.text(),
    documentTail: p.text(),
    documentIndex: p.uint8array().nullable(),
    mobileIndex: p.uint8array().nullable(),
    plate: p.text().nullable(),
    plateKey: p.text().nullable(),
    display: p.json<PassDisplay>(),
    periodFrom: p.datetime(),
    periodUntil: p.datetime(),
    dailyFrom: p.smallint().nullable(),
    dailyUntil: p.smallint().nullable(),
    weekdays: p
      .array((day) => Number(day))
      .columnType('smallint[]')
      .nullable(),
    gateIds: p.array().columnType('uuid[]'),
    entries: p.integer().nullable(),
    lookup: p.uint8array().nullable(),
    recordKeySealed: p.uint8array().nullable(),
    phoneKey: p.uint8array().nullable(),
    keyNumber: p.smallint(),
    serverKeySealed: p.uint8array().nullable(),
    issuedAt: p.datetime(),
    version: p.integer().version(),
  },
});
