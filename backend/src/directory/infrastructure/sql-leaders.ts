import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import { DirectoryJournal, Leaders } from '../application/leaders.js';
import { type StaffMember } from '../public.js';

@Injectable()
export class SqlLeaders extends Leaders {
  constructor(private readonly database: Database) {
    super();
  }

  async set(staffId: string, leader: boolean): Promise<void> {
    await this.database.run(sql`update staff_member set is_leader = ${leader} where id = ${staffId}`);
  }
}

@Injectable()
export class AuditedDirectory extends DirectoryJournal {
  constructor(private readonly audit: AuditLog) {
    super();
  }

  leaderSet({ id, unitId, campusId }: StaffMember, leader: boolean): Promise<void> {
    const action = leader ? 'directory.leader-appointed' : 'directory.leader-dismissed';
    return this.audit.append(action, { kind: 'staff', id, campusId }, { unitId });
  }
}
