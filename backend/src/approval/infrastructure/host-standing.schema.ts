import { defineEntity, p } from '@mikro-orm/core';
import { mapped } from '../../platform/database/mapped.js';
import { HostStanding } from '../domain/host-standing.js';

export const HostStandingSchema = defineEntity({
  class: mapped(HostStanding),
  className: 'HostStanding',
  tableName: 'host_standing',
  properties: {
    id: p.uuid().primary(),
    suspendedAt: p.datetime().nullable(),
    suspendedUntil: p.datetime().nullable(),
    suspendedBy: p.text().nullable(),
    suspensionReason: p.text().nullable(),
    liftedAt: p.datetime().nullable(),
    appealText: p.text().nullable(),
    appealedAt: p.datetime().nullable(),
    appealAnswer: p.text().nullable(),
    answeredBy: p.text().nullable(),
    answeredAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
