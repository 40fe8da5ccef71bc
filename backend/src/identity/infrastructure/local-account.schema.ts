import { defineEntity, p } from '@mikro-orm/core';
import { mapped } from '../../platform/database/mapped.js';
import { LocalAccount } from '../domain/local-account.js';

export const LocalAccountSchema = defineEntity({
  class: mapped(LocalAccount),
  className: 'LocalAccount',
  tableName: 'local_account',
  properties: {
    id: p.uuid().primary(),
    login: p.text(),
    name: p.text(),
    role: p.text().$type<'system-admin'>(),
    passwordHash: p.text(),
    totpSealed: p.blob(),
    totpLastStep: p.integer(),
    recoveryHashes: p.json<string[]>(),
    failedTries: p.integer(),
    lockedUntil: p.datetime().nullable(),
    madeBy: p.text(),
    madeAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    endedBy: p.text().nullable(),
    version: p.integer().version(),
  },
});
