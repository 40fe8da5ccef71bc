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
    evidence: p.text().nullable(),
    keys: p.json<MatchKey[]>(),
    resemblances: p.json<string[]>(),
    campusId: p.uuid().nullable(),
    fromAt: p.datetime(),
    untilAt: p.datetime().nullable(),
    reviewOn: p.text().nullable(),
    listedBy: p.text(),
    listedAt: p.datetime(),
    liftedBy: p.text().nullable(),
    liftedAt: p.datetime().nullable(),
    liftReason: p.text().nullable(),
    reviewedBy: p.text().nullable(),
    reviewedAt: p.datetime().nullable(),
    reviewNote: p.text().nullable(),
    version: p.integer().version(),
  },
});
