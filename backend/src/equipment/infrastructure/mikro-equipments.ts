import { type EquipmentVendor } from '@gatehouse/contract';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { Equipments } from '../application/equipments.js';
import { type Equipment } from '../domain/equipment.js';
import { EquipmentSchema } from './equipment.schema.js';

@Injectable()
export class MikroEquipments extends Equipments {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {
    super();
  }

  add(equipment: Equipment): void {
    this.em.persist(equipment);
  }

  find(id: string): Promise<Equipment | null> {
    return this.em.findOne(EquipmentSchema, { id });
  }

  async isTaken(vendor: EquipmentVendor, serial: string): Promise<boolean> {
    const taken = sql`select from equipment where vendor = ${vendor} and serial = ${serial} and state = 'open'`;
    return (await this.database.first(taken)) !== null;
  }
}
