import { defineEntity, p } from '@mikro-orm/core';
import { type ConsentKind } from '@gatehouse/contract';
import { mapped } from '../../platform/database/mapped.js';
import { Consent } from '../domain/consent.js';

export const ConsentSchema = defineEntity({
  class: mapped(Consent),
  className: 'Consent',
  tableName: 'consent',
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<ConsentKind>(),
    visitId: p.uuid(),
    campusId: p.uuid(),
    personIndex: p.smallint(),
    noticeVersion: p.text(),
    textHash: p.uint8array(),
    addressSealed: p.uint8array(),
    guardianSealed: p.uint8array().nullable(),
    givenAt: p.datetime(),
    withdrawnAt: p.datetime().nullable(),
    erasedPhotos: p.integer().nullable(),
    version: p.integer().version(),
  },
});
