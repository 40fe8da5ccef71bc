import { defineEntity, p } from '@mikro-orm/core';
import { mapped } from '../../platform/database/mapped.js';
import { DirectorySync, type SyncCounts, type SyncOutcome } from '../domain/directory-sync.js';
import { type Origin } from '../domain/known.js';

export const DirectorySyncSchema = defineEntity({
  class: mapped(DirectorySync),
  className: 'DirectorySync',
  tableName: 'directory_sync',
  properties: {
    id: p.uuid().primary(),
    origin: p.text().$type<Origin>(),
    complete: p.boolean(),
    label: p.text(),
    outcome: p.text().$type<SyncOutcome>(),
    counts: p.json<SyncCounts>(),
    failure: p.text().nullable(),
    startedBy: p.uuid().nullable(),
    startedByName: p.text(),
    at: p.datetime(),
  },
});
