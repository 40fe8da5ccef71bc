import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type BlacklistKind, type BlacklistLevel } from '@gatehouse/contract';
import { Database } from '../../platform/database/database.js';
import { type MatchKey } from '../domain/blacklist-entry.js';
import { type MetEntry, Screening, type ScreeningKeys, type ScreeningLevel } from '../public.js';
import { actsAt } from './acting-entries.js';

/** Mildest first. */
export const severity: ScreeningLevel[] = ['none', 'watch', 'ask', 'refuse'];

interface ActingEntry {
  id: string;
  name: string;
  level: BlacklistLevel;
  reason: string;
  keys: MatchKey[];
  campus_id: string | null;
}

/** Screens by exact match on the blind indexes: one statement for a whole party, one look into the index per key. */
@Injectable()
export class BlacklistScreening extends Screening {
  constructor(private readonly database: Database) {
    super();
  }

  async levels(people: ScreeningKeys[], at: Date): Promise<ScreeningLevel[]> {
    const met = await this.entries(people, at);
    return met.map(([severest]) => severest?.level ?? 'none');
  }

  async entries(people: ScreeningKeys[], at: Date): Promise<MetEntry[][]> {
    const wanted = people.map(matchKeysOf);
    const probes = [...new Set(wanted.flat())].map((key) => `[${key}]`);
    if (probes.length === 0) return people.map(() => []);
    const acting = await this.database.rows(sql<ActingEntry>`
      select distinct on (b.id) b.id, b.name, b.level, b.reason, b.keys, b.campus_id
      from unnest(${probes}::jsonb[]) as probe join blacklist_entry b on b.keys @> probe
      where ${actsAt(at)} order by b.id
    `);
    return people.map(({ campusId }, place) => met(acting, wanted[place] ?? [], campusId));
  }
}

function met(acting: ActingEntry[], own: string[], campusId: string | undefined): MetEntry[] {
  return acting
    .filter((entry) => !campusId || !entry.campus_id || entry.campus_id === campusId)
    .map(({ id, name, level, reason, keys }) => ({ id, name, level, reason, matched: matchedKinds(keys, own) }))
    .filter(({ matched }) => matched.length > 0)
    .sort((a, b) => severity.indexOf(b.level) - severity.indexOf(a.level));
}

const matchedKinds = (keys: MatchKey[], own: string[]): BlacklistKind[] => [
  ...new Set(keys.filter(({ kind, index }) => own.includes(probe(kind, index))).map(({ kind }) => kind)),
];

const probe = (kind: BlacklistKind, index: string): string => JSON.stringify({ kind, index });

function matchKeysOf({ documentIndex, mobileIndex, plateKey }: ScreeningKeys): string[] {
  const keys: string[] = [];
  if (documentIndex) keys.push(probe('document', documentIndex.toString('hex')));
  if (mobileIndex) keys.push(probe('mobile', mobileIndex.toString('hex')));
  if (plateKey) keys.push(probe('plate', plateKey));
  return keys;
}
