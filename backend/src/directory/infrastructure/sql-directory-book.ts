import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { Ids } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import { DirectoryBook } from '../application/directory-book.js';
import { type Touched } from '../domain/directory-sync.js';
import { type KnownCampus, type KnownDirectory, type KnownMember, type KnownUnit } from '../domain/known.js';
import { type SyncLine } from '../domain/sync-lines.js';
import { type SyncPlan } from '../domain/sync-plan.js';
import { type StaffChange } from '../domain/sync-terms.js';
import { personKeys, unitKeys } from '../pinyin-keys.js';
import { StaffMobiles } from './staff-mobiles.js';

const AT_ONCE = 2000;
const ONE_AT_A_TIME = 4_720_011;

@Injectable()
export class SqlDirectoryBook extends DirectoryBook {
  constructor(
    private readonly database: Database,
    private readonly mobiles: StaffMobiles,
    private readonly ids: Ids,
  ) {
    super();
  }

  async known(): Promise<KnownDirectory> {
    await this.database.run(sql`select pg_advisory_xact_lock(${ONE_AT_A_TIME})`);
    const campuses = await this.database.rows(sql<KnownCampus>`
      select id, number, name, name_en as "nameEn" from campus order by number
    `);
    const units = await this.database.rows(sql<KnownUnit>`
      select u.code, u.name, u.name_en as "nameEn", u.campus_id as "campusId", p.code as parent, u.active, u.origin
      from unit u left join unit p on p.id = u.parent_id order by u.code
    `);
    const staff = await this.database.rows(sql<KnownMember>`
      select s.number, s.name, u.code as unit, s.title, s.is_leader as leader, encode(s.mobile_index, 'hex') as "mobileKey",
             encode(s.mail_index, 'hex') as "mailKey", s.active, s.origin
      from staff_member s join unit u on u.id = s.unit_id order by s.number
    `);
    return { campuses, units, staff };
  }

  async apply({ units, staff }: SyncPlan, now: Date): Promise<Touched> {
    await this.inBatches(
      units.map(({ now: unit }) => this.unitRow(unit)),
      (json) => this.keepUnits(json),
    );
    await this.inBatches(
      units.map(({ now: unit }) => unit),
      (json) => this.keepParents(json),
    );
    const known = await this.idsOf(
      sql`staff_member`,
      sql`number`,
      staff.map((change) => change.now.number),
    );
    const rows = await Promise.all(staff.map((change) => this.staffRow(change, known.get(change.now.number))));
    await this.inBatches(rows, (json) => this.keepStaff(json, now));
    return {
      units: await this.idsOf(
        sql`unit`,
        sql`code`,
        units.map(({ now: unit }) => unit.code),
      ),
      staff: await this.idsOf(
        sql`staff_member`,
        sql`number`,
        staff.map((change) => change.now.number),
      ),
    };
  }

  async keepLines(syncId: string, lines: readonly SyncLine[]): Promise<void> {
    const rows = lines.map((line, position) => ({ ...line, position, sync_id: syncId }));
    await this.inBatches(rows, (json) =>
      this.database.run(sql`
        insert into directory_sync_line select * from jsonb_populate_recordset(null::directory_sync_line, ${json}::jsonb)
      `),
    );
  }

  private keepUnits(json: string): Promise<number> {
    return this.database.run(sql`
      insert into unit (id, campus_id, code, name, name_en, pinyin_full, pinyin_initials, active, origin)
      select id, campus_id, code, name, name_en, pinyin_full, pinyin_initials, active, origin
      from jsonb_populate_recordset(null::unit, ${json}::jsonb)
      on conflict (code) do update set campus_id = excluded.campus_id, name = excluded.name, name_en = excluded.name_en,
        pinyin_full = excluded.pinyin_full, pinyin_initials = excluded.pinyin_initials, active = excluded.active, origin = excluded.origin
    `);
  }

  private keepParents(json: string): Promise<number> {
    return this.database.run(sql`
      update unit u set parent_id = p.id
      from jsonb_to_recordset(${json}::jsonb) as given (code text, parent text) left join unit p on p.code = given.parent
      where u.code = given.code and u.parent_id is distinct from p.id
    `);
  }

  /** Who is known keeps the id, and the sealed contacts that the source does not speak of. */
  private keepStaff(json: string, now: Date): Promise<number> {
    return this.database.run(sql`
      insert into staff_member as kept (id, number, name, unit_id, title, is_leader, mobile_index, mobile_sealed, mail_index,
                                        mail_sealed, pinyin_full, pinyin_initials, active, origin, left_at)
      select given.id, given.number, given.name, u.id, given.title, given.leader, given.mobile_index, given.mobile_sealed,
             given.mail_index, given.mail_sealed, given.full, given.initials, given.active, given.origin,
             case when not given.active then ${now}::timestamptz end
      from jsonb_to_recordset(${json}::jsonb) as given (
          id uuid, number text, name text, unit text, title text, leader boolean, mobile_index bytea, mobile_sealed bytea,
          mail_index bytea, mail_sealed bytea, "full" text, initials text, active boolean, origin text)
        join unit u on u.code = given.unit
      on conflict (number) do update set name = excluded.name, unit_id = excluded.unit_id, title = excluded.title,
        is_leader = excluded.is_leader, pinyin_full = excluded.pinyin_full, pinyin_initials = excluded.pinyin_initials,
        mobile_index = excluded.mobile_index,
        mobile_sealed = case when excluded.mobile_index is null then null else coalesce(excluded.mobile_sealed, kept.mobile_sealed) end,
        mail_index = excluded.mail_index,
        mail_sealed = case when excluded.mail_index is null then null else coalesce(excluded.mail_sealed, kept.mail_sealed) end,
        active = excluded.active, origin = excluded.origin,
        left_at = case when excluded.active then null else coalesce(kept.left_at, excluded.left_at) end
    `);
  }

  private unitRow({ code, name, nameEn, campusId, active, origin }: KnownUnit): object {
    const { full, initials } = unitKeys(name);
    return {
      id: this.ids.uuid(),
      campus_id: campusId,
      code,
      name,
      name_en: nameEn,
      pinyin_full: full,
      pinyin_initials: initials,
      active,
      origin,
    };
  }

  private async staffRow({ now, offered }: StaffChange, known: string | undefined): Promise<object> {
    const id = known ?? this.ids.uuid();
    const { number, name, unit, title, leader, active, origin } = now;
    return {
      ...{ id, number, name, unit, title, leader, active, origin },
      ...personKeys(name),
      mobile_index: now.mobileKey && `\\x${now.mobileKey}`,
      mobile_sealed: offered?.mobile ? hex(await this.mobiles.seal(id, offered.mobile.value)) : null,
      mail_index: now.mailKey && `\\x${now.mailKey}`,
      mail_sealed: offered?.mail ? hex(await this.mobiles.sealMail(id, offered.mail.value)) : null,
    };
  }

  private async idsOf(
    table: RawBuilder<unknown>,
    key: RawBuilder<unknown>,
    keys: string[],
  ): Promise<Map<string, string>> {
    const rows = await this.database.rows(sql<{ id: string; key: string }>`
      select id, ${key} as key from ${table} where ${key} = any(${keys}::text[])
    `);
    return new Map(rows.map((row) => [row.key, row.id]));
  }

  private async inBatches(rows: readonly object[], keep: (json: string) => Promise<unknown>): Promise<void> {
    for (let start = 0; start < rows.length; start += AT_ONCE)
      await keep(JSON.stringify(rows.slice(start, start + AT_ONCE)));
  }
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
