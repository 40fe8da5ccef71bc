import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { type GrantedRole, RoleGrants } from '../application/role-grants.js';
import { type RoleGrant } from '../domain/role-grant.js';
import { RoleGrantSchema } from './role-grant.schema.js';

@Injectable()
export class MikroRoleGrants extends RoleGrants {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {
    super();
  }

  add(grant: RoleGrant): void {
    this.em.persist(grant);
  }

  async inForce(id: string): Promise<RoleGrant | null> {
    const grant = await this.em.findOne(RoleGrantSchema, { id });
    return grant?.isInForce() ? grant : null;
  }

  of(staffId: string): Promise<GrantedRole[]> {
    return this.database.rows(sql`
      select role, campus_id as "campusId", unit_id as "unitId" from role_grant
      where staff_id = ${staffId} and revoked_at is null order by granted_at, id
    `);
  }
}
