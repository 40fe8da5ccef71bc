import { Injectable } from '@nestjs/common';
import { type BlacklistLevel } from '@gatehouse/contract';
import { HotPool } from '../../platform/database/database.module.js';
import { type MatchKey } from '../domain/blacklist-entry.js';
import { type ScreeningKeys, type ScreeningLevel, StandingList } from '../public.js';
import { severity } from './blacklist-screening.js';

interface ListedRow {
  level: BlacklistLevel;
  campus: string | null;
  /** epoch milliseconds */
  from: number;
  until: number | null;
  keys: MatchKey[];
}

interface Remembered {
  version: string;
  byKey: Map<string, ListedRow[]>;
}

/** One statement, one snapshot: the list is exactly that of its version. */
const wholeList = `
  select version, (
    select coalesce(json_agg(json_build_object('level', level, 'campus', campus_id, 'from', extract(epoch from from_at) * 1000,
      'until', extract(epoch from until_at) * 1000, 'keys', keys)), '[]')
    from blacklist_entry where lifted_at is null) as rows
  from blacklist_version`;

/**
 * Every entry that was not lifted, by what it matches on. Before each answer the version is asked for, so the memory is
 * never older than the question; on a connection of its own, so that nothing uncommitted is ever remembered.
 */
@Injectable()
export class RememberedList extends StandingList {
  private known: Remembered | null = null;
  private reading: Promise<Remembered> | null = null;

  constructor(private readonly pool: HotPool) {
    super();
  }

  async levels(people: ScreeningKeys[], at: Date): Promise<ScreeningLevel[]> {
    const { byKey } = await this.current();
    const moment = at.getTime();
    return people.map((person) => levelOf(person, byKey, moment));
  }

  private async current(): Promise<Remembered> {
    const { rows } = await this.pool.query<{ version: string }>({
      name: 'blacklist-version',
      text: 'select version from blacklist_version',
    });
    const version = rows[0]?.version;
    if (version !== undefined && this.known?.version === version) return this.known;
    // A reading that began before this version was asked for may be of an older one.
    await this.reading?.catch(() => undefined);
    if (version !== undefined && this.known && BigInt(this.known.version) >= BigInt(version)) return this.known;
    this.reading ??= this.read().finally(() => (this.reading = null));
    return (this.known = await this.reading);
  }

  private async read(): Promise<Remembered> {
    const { rows } = await this.pool.query<{ version: string; rows: ListedRow[] }>(wholeList);
    const [list] = rows;
    if (!list) throw new Error('blacklist_version is empty');
    const byKey = new Map<string, ListedRow[]>();
    for (const row of list.rows)
      for (const { kind, index } of row.keys) byKey.set(kind + index, [...(byKey.get(kind + index) ?? []), row]);
    return { version: list.version, byKey };
  }
}

function levelOf(
  { documentIndex, mobileIndex, plateKey, campusId }: ScreeningKeys,
  byKey: Map<string, ListedRow[]>,
  moment: number,
): ScreeningLevel {
  if (byKey.size === 0) return 'none';
  const keys = [
    documentIndex && `document${documentIndex.toString('hex')}`,
    mobileIndex && `mobile${mobileIndex.toString('hex')}`,
    plateKey && `plate${plateKey}`,
  ];
  let severest: ScreeningLevel = 'none';
  for (const { level, campus, from, until } of keys.flatMap((key) => (key && byKey.get(key)) || [])) {
    const acts = from <= moment && (until === null || until > moment) && (!campusId || !campus || campus === campusId);
    if (acts && severity.indexOf(level) > severity.indexOf(severest)) severest = level;
  }
  return severest;
}
