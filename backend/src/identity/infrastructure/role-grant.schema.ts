import { defineEntity, p } from '@mikro-orm/core';
import { type Role } from '@gatehouse/contract';
import { mapped } from '../../platform/database/mapped.js';
import { RoleGrant } from '../domain/role-grant.js';

export const RoleGrantSchema = defineEntity({
  class: mapped(RoleGrant),
  className: 'RoleGrant',
  tableName: 'role_grant',
  properties: {
    id: p.uuid().primary(),
    staffId: p.uuid(),
    role: p.text().$type<Role>(),
    campusId: p.uuid().nullable(),
    unitId: p.uuid().nullable(),
    grantedAt: p.datetime(),
    grantedBy: p.text(),
    grantReason: p.text(),
    revokedAt: p.datetime().nullable(),
    revokedBy: p.text().nullable(),
    revokeReason: p.text().nullable(),
  },
});
