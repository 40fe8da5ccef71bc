import { type EquipmentVendor, type Lane } from '@gatehouse/contract';
import { defineEntity, p } from '@mikro-orm/core';
import { mapped } from '../../platform/database/mapped.js';
import { Equipment } from '../domain/equipment.js';

export const EquipmentSchema = defineEntity({
  class: mapped(Equipment),
  className: 'Equipment',
  tableName: 'equipment',
  properties: {
    id: p.uuid().primary(),
    campusId: p.uuid(),
    name: p.text(),
    vendor: p.text().$type<EquipmentVendor>(),
    serial: p.text(),
    lanes: p.json<Lane[]>(),
    gateIds: p.array().columnType('uuid[]'),
    networks: p.array().columnType('text[]'),
    tokenHash: p.uint8array().nullable(),
    address: p.text().nullable(),
    loginSealed: p.uint8array().nullable(),
    faces: p.boolean(),
    state: p.text().$type<'open' | 'closing'>(),
    addedBy: p.text(),
    addedAt: p.datetime(),
    version: p.integer().version(),
  },
});
