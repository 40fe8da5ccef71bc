import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { KeyedColumns } from '../../platform/crypto/keyed-columns.js';
import { Database } from '../../platform/database/database.js';
import { Resemblance } from '../../watchlist/public.js';
import { Likenesses } from '../application/likenesses.js';
import { type ActingSpan } from '../domain/look-twice.js';

interface Resembled {
  id: string;
  campusId: string;
  token: Buffer;
}

@Injectable()
export class SqlLikenesses extends Likenesses {
  constructor(
    private readonly database: Database,
    private readonly resemblance: Resemblance,
    private readonly clock: Clock,
    columns: KeyedColumns,
  ) {
    super();
    columns.addIndexes((renewed) => sql`update pass_likeness set token = ${renewed('token')}`);
  }

  async keep(visitId: string, holders: { personIndex: number; token: Uint8Array }[]): Promise<void> {
    const ofVisit = sql`(select id from pass where visit_id = ${visitId})`;
    await this.database.run(sql`delete from pass_likeness where pass_id in ${ofVisit}`);
    await this.database.run(sql`
      insert into pass_likeness (pass_id, token)
      select p.id, h.token
      from unnest(${holders.map(({ personIndex }) => personIndex)}::int[], ${holders.map(({ token }) => token)}::bytea[])
        as h (person_index, token)
      join pass p on p.visit_id = ${visitId} and p.person_index = h.person_index and p.person_name <> ''
      on conflict (pass_id) do update set token = excluded.token
    `);
    await this.mark(
      await this.database.rows(sql<Resembled>`
        select p.id, p.campus_id as "campusId", l.token from pass p join pass_likeness l on l.pass_id = p.id
        where p.visit_id = ${visitId}
      `),
    );
  }

  async renew(tokens: Uint8Array[]): Promise<void> {
    await this.mark(
      await this.database.rows(sql<Resembled>`
        select p.id, p.campus_id as "campusId", l.token from pass_likeness l join pass p on p.id = l.pass_id
        where l.token = any(${tokens}::bytea[]) and p.period_until > ${this.clock.now()}
      `),
    );
  }

  /** Writes beside each pass what acts on it, or takes it away. */
  private async mark(passes: Resembled[]): Promise<void> {
    if (passes.length === 0) return;
    const acting = await this.resemblance.acting(passes.map(({ token }) => token));
    const spans = passes.map(({ token, campusId }) =>
      acting
        .filter((entry) => token.equals(entry.token) && (entry.campusId === null || entry.campusId === campusId))
        .map(({ from, until }): ActingSpan => ({ from: from.getTime(), until: until?.getTime() ?? null })),
    );
    await this.database.run(sql`
      update pass p set display = case when m.spans = '[]' then p.display - 'lookTwice'
        else p.display || jsonb_build_object('lookTwice', m.spans) end
      from unnest(${passes.map(({ id }) => id)}::uuid[], ${spans.map((some) => JSON.stringify(some))}::jsonb[]) as m (id, spans)
      where p.id = m.id
    `);
  }
}
