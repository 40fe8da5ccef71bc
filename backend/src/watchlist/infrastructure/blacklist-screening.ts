import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type BlacklistKind } from '@gatehouse/contract';
import { Database } from '../../platform/database/database.js';
import { type MatchKey } from '../domain/blacklist-entry.js';
import { Screening, type ScreeningKeys, type ScreeningLevel } from '../public.js';

const severity: ScreeningLevel[] = ['none', 'watch', 'ask', 'refuse'];

/** Screens by exact match on the blind indexes: one statement for a whole party, one look into the index per key. */
@Injectable()
export class BlacklistScreening extends Screening {
  constructor(private readonly database: Database) {
    super();
  }

  async levels(people: ScreeningKeys[], at: Date): Promise<ScreeningLevel[]> {
    const wanted = people.map(matchKeysOf);
    const probes = [...new Set(wanted.flat())].map((key) => `[${key}]`);
    if (probes.length === 0) return people.map(() => 'none');
    const hits = await this.database.rows(sql<{ keys: MatchKey[]; level: ScreeningLevel }>`
      select b.keys, b.level from unnest(${probes}::jsonb[]) as probe join blacklist_entry b on b.keys @> probe
      where b.lifted_at is null and b.from_at <= ${at} and (b.until_at is null or b.until_at > ${at})
    `);
    return wanted.map((own) =>
      severest(hits.filter(({ keys }) => keys.some((key) => own.includes(probe(key.kind, key.index))))),
    );
  }
}

const probe = (kind: BlacklistKind, index: string): string => JSON.stringify({ kind, index });

function matchKeysOf({ documentIndex, mobileIndex, plateKey }: ScreeningKeys): string[] {
  const keys: string[] = [];
  if (documentIndex) keys.push(probe('document', documentIndex.toString('hex')));
  if (mobileIndex) keys.push(probe('mobile', mobileIndex.toString('hex')));
  if (plateKey) keys.push(probe('plate', plateKey));
  return keys;
}

const severest = (hits: { level: ScreeningLevel }[]): ScreeningLevel =>
  hits.reduce<ScreeningLevel>(
    (worst, { level }) => (severity.indexOf(level) > severity.indexOf(worst) ? level : worst),
    'none',
  );
