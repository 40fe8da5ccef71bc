import { Injectable } from '@nestjs/common';
import { type Role, type RoleBook, type RoleCandidate, type RoleGrantRow } from '@gatehouse/contract';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { appointable, type Appointer, mayAppoint } from '../domain/appointment.js';
import { permissionsOf, ROLES } from '../domain/roles.js';

interface Row {
  id: string;
  staff_id: string;
  number: string;
  name: string;
  unit_name: string;
  active: boolean;
  role: Role;
  campus_id: string | null;
  campus_name: string | null;
  unit_id: string | null;
  bound_unit_name: string | null;
  granted_at: Date;
  granted_by: string;
  grant_reason: string;
  revoked_at: Date | null;
  revoked_by: string | null;
  revoke_reason: string | null;
}

export interface GrantsQuestion {
  q?: string;
  role?: Role;
  state?: 'held' | 'ended';
}

/** Who holds which role where, and who gave it. No visitor data: every separated role may read it. */
@Injectable()
export class RoleGrantsQuery {
  constructor(private readonly database: Database) {}

  book(roles: Role[]): RoleBook {
    const granted = ROLES.filter((role) => role !== 'staff');
    return {
      roles: ROLES.map((role) => ({
        role,
        permissions: permissionsOf([role]),
        appointedBy: granted.filter((giver) => appointable([giver]).includes(role)),
      })),
      mayAppoint: appointable(roles),
    };
  }

  async grants({ q, role, state }: GrantsQuestion, reader: Appointer): Promise<RoleGrantRow[]> {
    const words = q?.trim() ?? '';
    const rows = await this.database.rows(sql<Row>`
      select g.id, g.staff_id, s.number, s.name, u.name as unit_name, s.active, g.role, g.campus_id, c.name as campus_name,
             g.unit_id, b.name as bound_unit_name, g.granted_at, g.granted_by, g.grant_reason, g.revoked_at, g.revoked_by, g.revoke_reason
      from role_grant g join staff_member s on s.id = g.staff_id join unit u on u.id = s.unit_id
      left join campus c on c.id = g.campus_id left join unit b on b.id = g.unit_id
      where (${role ?? null}::text is null or g.role = ${role ?? null})
        and (${state ?? 'held'} = 'ended') = (g.revoked_at is not null)
        and (${words} = '' or position(${words} in s.name) > 0 or starts_with(lower(s.number), lower(${words})))
      order by coalesce(g.revoked_at, g.granted_at) desc, g.id desc limit 500
    `);
    return rows.map((row) => rowOf(row, reader));
  }

  /** Active members of staff by name or number; at most ten. */
  candidates(q: string): Promise<RoleCandidate[]> {
    const words = q.trim();
    return this.database.rows(sql<RoleCandidate>`
      select s.id, s.number, s.name, u.name as "unitName",
             array(select distinct h.role from role_holder h where h.staff_id = s.id) as roles
      from staff_member s join unit u on u.id = s.unit_id
      where s.active and (position(${words} in s.name) > 0 or starts_with(lower(s.number), lower(${words}))
        or starts_with(s.pinyin_full, lower(${words})))
      order by length(s.number), s.number limit 10
    `);
  }
}

const named = (id: string | null, name: string | null) => (id && name ? { id, name } : null);

const rowOf = (row: Row, reader: Appointer): RoleGrantRow => ({
  id: row.id,
  staff: { id: row.staff_id, number: row.number, name: row.name, unitName: row.unit_name, active: row.active },
  role: row.role,
  campus: named(row.campus_id, row.campus_name),
  unit: named(row.unit_id, row.bound_unit_name),
  grantedAt: row.granted_at.toISOString(),
  grantedBy: row.granted_by,
  reason: row.grant_reason,
  endedAt: row.revoked_at?.toISOString() ?? null,
  endedBy: row.revoked_by,
  endReason: row.revoke_reason,
  isYours: row.revoked_at === null && isYours(row, reader),
});

function isYours({ staff_id, role, campus_id, unit_id }: Row, reader: Appointer): boolean {
  try {
    mayAppoint(reader, { staffId: staff_id, role, campusId: campus_id, unitId: unit_id });
    return true;
  } catch (refused) {
    if (refused instanceof DomainError) return false;
    throw refused;
  }
}
