import { defineEntity, p } from '@mikro-orm/core';
import { type InvitationKind } from '@gatehouse/contract';
import { mapped } from '../../platform/database/mapped.js';
import { Invitation } from '../domain/invitation.js';

export const InvitationSchema = defineEntity({
  class: mapped(Invitation),
  className: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<InvitationKind>(),
    campusId: p.uuid(),
    unitId: p.uuid(),
    hostId: p.uuid(),
    tokenHash: p.uint8array(),
    tokenSealed: p.uint8array(),
    periodFrom: p.datetime().nullable(),
    periodUntil: p.datetime().nullable(),
    purpose: p.text().nullable(),
    note: p.text().nullable(),
    peopleCap: p.integer(),
    preApproved: p.boolean(),
    mobileIndex: p.text().nullable(),
    mobileMasked: p.text().nullable(),
    expiresAt: p.datetime(),
    madeAt: p.datetime(),
    withdrawnAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
