import { Injectable } from '@nestjs/common';
import { type BlacklistLevel } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { NameTokens } from '../application/name-tokens.js';
import { type MetEntry, type NamedBirth, Resemblance, type ResembledEntry } from '../public.js';
import { actsAt } from './acting-entries.js';

interface Resembled {
  id: string;
  name: string;
  level: BlacklistLevel;
  reason: string;
  token: string;
}

@Injectable()
export class SqlResemblance extends Resemblance {
  constructor(
    private readonly database: Database,
    private readonly keyed: NameTokens,
  ) {
    super();
  }

  async of(people: NamedBirth[], campusId: string, at: Date): Promise<Omit<MetEntry, 'matched'>[][]> {
    const own = await Promise.all(
      people.map(({ name, birth }) => (birth ? this.keyed.ofVisitor(name, birth) : Promise.resolve(null))),
    );
    const probes = own.filter((token) => token !== null);
    if (probes.length === 0) return people.map(() => []);
    const found = await this.database.rows(sql<Resembled>`
      select b.id, b.name, b.level, b.reason, token
      from unnest(${probes}::text[]) as token
      join blacklist_entry b on b.resemblances @> to_jsonb(array[token])
      where ${actsAt(at)} and (b.campus_id is null or b.campus_id = ${campusId}) order by b.listed_at desc
    `);
    return own.map((token) =>
      found
        .filter((entry) => entry.token === token)
        .map(({ id, name, level, reason }) => ({ id, name, level, reason })),
    );
  }

  tokens(people: NamedBirth[]): Promise<(Buffer | null)[]> {
    return Promise.all(
      people.map(async ({ name, birth }) =>
        birth ? Buffer.from(await this.keyed.ofVisitor(name, birth), 'hex') : null,
      ),
    );
  }

  acting(tokens: Uint8Array[]): Promise<ResembledEntry[]> {
    const wanted = [...new Set(tokens.map((token) => Buffer.from(token).toString('hex')))];
    return this.database.rows(sql<ResembledEntry>`
      select decode(token, 'hex') as token, b.campus_id as "campusId", b.from_at as "from", b.until_at as "until"
      from unnest(${wanted}::text[]) as token join blacklist_entry b on b.resemblances @> to_jsonb(array[token])
      where b.lifted_at is null and (b.level <> 'watch' or b.keys = '[]')
    `);
  }

  async ofEntry(entryId: string): Promise<Buffer[]> {
    const rows = await this.database.rows(sql<{ token: Buffer }>`
      select decode(token, 'hex') as token from blacklist_entry b, jsonb_array_elements_text(b.resemblances) as token
      where b.id = ${entryId}
    `);
    return rows.map(({ token }) => token);
  }
}
