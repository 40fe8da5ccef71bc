import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import { LeaversAccess } from '../application/leavers-access.js';
import { type RoleGrant } from '../domain/role-grant.js';
import { RoleGrantSchema } from './role-grant.schema.js';

@Injectable()
export class MikroLeaversAccess extends LeaversAccess {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {
    super();
  }

  async endSessions(staffId: string, at: Date): Promise<number> {
    const ended = await this.database.run(sql`
      update staff_session set revoked_at = ${at} where staff_id = ${staffId} and revoked_at is null
    `);
    if (ended > 0) await this.audit.append('auth.sessions-ended', { kind: 'staff', id: staffId }, { sessions: ended });
    return ended;
  }

  async grantsOf(staffId: string): Promise<RoleGrant[]> {
    const grants = await this.em.find(RoleGrantSchema, { staffId });
    return grants.filter((grant) => grant.isInForce());
  }
}
