import { Injectable } from '@nestjs/common';
import { type Role } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { rolesOf } from '../domain/roles.js';

const MOST_PEOPLE = 24;

export interface DemoPerson {
  number: string;
  name: string;
  title: string;
  isLeader: boolean;
  unitName: string;
  roles: Role[];
}

/** Whom one can be on the sign-in page for development: first those with a role, then by number, shortest first. */
@Injectable()
export class DemoPeopleQuery {
  constructor(private readonly database: Database) {}

  /** Everybody when nothing was typed; otherwise by part of the name, of the unit, or by beginning of the number. */
  async matching(typed: string): Promise<DemoPerson[]> {
    const people = await this.database.rows(sql<DemoPerson>`
      select s.number, s.name, s.title, s.is_leader as "isLeader", u.name as "unitName",
             array(select role from role_grant g where g.staff_id = s.id and g.revoked_at is null order by role) as roles
      from staff_member s join unit u on u.id = s.unit_id
      where s.active and (${typed} = '' or position(${typed} in s.name) > 0 or position(${typed} in u.name) > 0
        or starts_with(lower(s.number), lower(${typed})) or starts_with(s.pinyin_full, lower(${typed})))
      order by length(s.number), s.number limit ${MOST_PEOPLE}
    `);
    return people.map((person) => ({ ...person, roles: rolesOf(person.roles) }));
  }
}
