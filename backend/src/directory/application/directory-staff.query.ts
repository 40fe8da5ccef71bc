import { Injectable } from '@nestjs/common';
import { type DirectoryMember, type DirectoryMemberPage, type DirectoryStaffFilter } from '@gatehouse/contract';
import { maskMobile } from '@gatehouse/contract/rules/mobile-number';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { searchCondition } from './name-search.query.js';
import { searchWords } from './search-words.js';
import { StaffNumbers } from './staff-numbers.js';

const PAGE = 50;

interface MemberRow extends Omit<DirectoryMember, 'mobileMasked' | 'leftAt'> {
  leftAt: Date | null;
  sealed: Buffer | null;
}

const states = {
  active: sql`s.active`,
  left: sql`not s.active`,
  leader: sql`s.active and s.is_leader`,
};

/** Staff as the system administrator sees them; phone numbers masked. Ordered and paged by staff number. */
@Injectable()
export class DirectoryStaffQuery {
  constructor(
    private readonly database: Database,
    private readonly numbers: StaffNumbers,
  ) {}

  async page({ q = '', unit, state, after }: DirectoryStaffFilter): Promise<DirectoryMemberPage> {
    const words = searchWords(q);
    const named = words
      ? sql`(${searchCondition('s', words)} or s.number = ${q})`
      : q
        ? sql`starts_with(s.number, ${q.trim()})`
        : sql`true`;
    const rows = await this.database.rows(sql<MemberRow>`
      select s.id, s.number, s.name, s.title, s.is_leader as "isLeader", s.active, s.left_at as "leftAt", s.mobile_sealed as sealed,
             jsonb_build_object('id', u.id, 'name', u.name) as unit
      from staff_member s join unit u on u.id = s.unit_id
      where ${named} and ${unit ? sql`s.unit_id = ${unit}` : sql`true`} and ${state ? states[state] : sql`true`}
        and ${after ? sql`s.number > ${after}` : sql`true`}
      order by s.number limit ${PAGE + 1}
    `);
    const items = await Promise.all(rows.slice(0, PAGE).map((row) => this.shown(row)));
    return { items, next: rows.length > PAGE ? (items.at(-1)?.number ?? null) : null };
  }

  private async shown({ sealed, leftAt, ...member }: MemberRow): Promise<DirectoryMember> {
    const mobile = sealed && (await this.numbers.open(member.id, sealed));
    return { ...member, mobileMasked: mobile && maskMobile(mobile), leftAt: leftAt?.toISOString() ?? null };
  }
}
