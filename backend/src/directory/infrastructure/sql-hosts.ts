import { Injectable } from '@nestjs/common';
import { normaliseName } from '@gatehouse/contract/rules/person-name';
import { type RawBuilder, sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { type CampusFacts, Hosts, type StaffMember, type UnitFacts } from '../public.js';
import { StaffMobiles } from './staff-mobiles.js';

const selectStaff = sql<StaffMember>`
  select s.id, s.number, s.name, s.title, s.is_leader as "isLeader", s.active,
         u.id as "unitId", u.name as "unitName", u.campus_id as "campusId"
  from staff_member s join unit u on u.id = s.unit_id
`;

@Injectable()
export class SqlHosts extends Hosts {
  constructor(
    private readonly database: Database,
    private readonly mobiles: StaffMobiles,
  ) {
    super();
  }

  withId(staffId: string): Promise<StaffMember | null> {
    return this.one(sql`s.id = ${staffId}`);
  }

  withNumber(number: string): Promise<StaffMember | null> {
    return this.one(sql`s.number = ${number}`);
  }

  async matching(unitId: string, name: string, mobile: string): Promise<StaffMember | null> {
    const index = await this.mobiles.index(mobile);
    if (!index) return null;
    return this.one(sql`
      s.active and u.active and s.unit_id = ${unitId} and s.name = ${normaliseName(name)} and s.mobile_index = ${index}
      order by s.number limit 1
    `);
  }

  leadersFor(staff: StaffMember): Promise<StaffMember[]> {
    return this.database.rows(sql`
      ${selectStaff} where s.unit_id = ${staff.unitId} and s.is_leader and s.active and s.id <> ${staff.id} order by s.number
    `);
  }

  colleaguesOf(staff: StaffMember, words: string): Promise<StaffMember[]> {
    const word = words.trim().toLowerCase();
    return this.database.rows(sql`
      ${selectStaff} where s.unit_id = ${staff.unitId} and s.active and s.id <> ${staff.id}
        and (${word} = '' or position(${word} in s.name) > 0 or starts_with(s.pinyin_full, ${word}) or starts_with(s.pinyin_initials, ${word}))
      order by s.is_leader desc, s.number limit 20
    `);
  }

  onCampus(campusId: string, words: string): Promise<StaffMember[]> {
    const word = words.trim().toLowerCase();
    return this.database.rows(sql`
      ${selectStaff} where u.campus_id = ${campusId} and s.active and u.active
        and (position(${word} in s.name) > 0 or starts_with(s.pinyin_full, ${word}) or starts_with(s.pinyin_initials, ${word})
          or lower(s.number) = ${word})
      order by s.name, s.number limit 8
    `);
  }

  async mobileOf(staffId: string): Promise<string | null> {
    const row = await this.database.first(
      sql<{ sealed: Buffer | null }>`select mobile_sealed as sealed from staff_member where id = ${staffId}`,
    );
    return row?.sealed ? this.mobiles.open(staffId, row.sealed) : null;
  }

  async mailOf(staffId: string): Promise<string | null> {
    const row = await this.database.first(
      sql<{ sealed: Buffer | null }>`select mail_sealed as sealed from staff_member where id = ${staffId}`,
    );
    return row?.sealed ? this.mobiles.openMail(staffId, row.sealed) : null;
  }

  campus(id: string): Promise<CampusFacts | null> {
    return this.database.first(sql`select id, number, name, name_en as "nameEn" from campus where id = ${id}`);
  }

  unit(id: string): Promise<UnitFacts | null> {
    return this.database.first(sql`select id, name, campus_id as "campusId" from unit where id = ${id} and active`);
  }

  private one(condition: RawBuilder<unknown>): Promise<StaffMember | null> {
    return this.database.first(sql`${selectStaff} where ${condition}`);
  }
}
