import { defineEntity, p } from '@mikro-orm/core';
import { mapped } from '../../platform/database/mapped.js';
import { type DeviceProfile } from '@gatehouse/contract';
import { Device, type DeviceHabits, type DeviceState } from '../domain/device.js';

export const DeviceSchema = defineEntity({
  class: mapped(Device),
  className: 'Device',
  tableName: 'device',
  properties: {
    id: p.uuid().primary(),
    campusId: p.uuid(),
    name: p.text(),
    gateIds: p.array().columnType('uuid[]'),
    state: p.text().$type<DeviceState>(),
    pairingHash: p.uint8array().nullable(),
    pairingExpiresAt: p.datetime().nullable(),
    secretHash: p.uint8array().nullable(),
    model: p.text().nullable(),
    pairedAt: p.datetime().nullable(),
    lastSeenAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
    revokeReason: p.text().nullable(),
    profile: p.text().$type<DeviceProfile>(),
    settings: p.json<DeviceHabits>(),
    wipeOrder: p.text().$type<'after-upload' | 'now'>().nullable(),
    wipeOrderedAt: p.datetime().nullable(),
    wipedAt: p.datetime().nullable(),
    previousSecretHash: p.uint8array().nullable(),
    previousUntil: p.datetime().nullable(),
    rollOrderedAt: p.datetime().nullable(),
    addedBy: p.text(),
    addedAt: p.datetime(),
    version: p.integer().version(),
  },
});
