import { defineEntity, p } from '@mikro-orm/core';
import { mapped } from '../../platform/database/mapped.js';
import { Delegation } from '../domain/delegation.js';

export const DelegationSchema = defineEntity({
  class: mapped(Delegation),
  className: 'Delegation',
  tableName: 'delegation',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    ownerName: p.text(),
    delegateId: p.uuid(),
    delegateName: p.text(),
    fromAt: p.datetime(),
    untilAt: p.datetime(),
    reason: p.text(),
    givenAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
