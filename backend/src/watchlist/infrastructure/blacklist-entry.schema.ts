import { defineEntity, p } from '@mikro-orm/core';
import { type BlacklistLevel } from '@gatehouse/contract';
import { mapped } from '../../platform/database/mapped.js';
import { BlacklistEntry, type MatchKey } from '../domain/blacklist-entry.js';

export const BlacklistEntrySchema = defineEntity({
  class: mapped(BlacklistEntry),
  className: 'BlacklistEntry',
  tableName: 'blacklist_entry',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    level: p.text().$type<BlacklistLevel>(),
    reason: p.text(),
    keys: p.json<MatchKey[]>(),
    fromAt: p.datetime(),
    untilAt: p.datetime().nullable(),
    listedBy: p.text(),
    listedAt: p.datetime(),
    liftedBy: p.text().nullable(),
    liftedAt: p.datetime().nullable(),
    liftReason: p.text().nullable(),
    version: p.integer().version(),
  },
});
