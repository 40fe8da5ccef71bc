import { type EmergencyView } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';

interface EntryRow extends Omit<EmergencyView['entries'][number], 'personName'> {
  masked: string | null;
  name: string | null;
}
interface EmergencyRow extends Omit<
  EmergencyView,
  'state' | 'missing' | 'entries' | 'openedAt' | 'endedAt' | 'entriesDueAt'
> {
  opened_at: Date;
  ended_at: Date | null;
  entries_due_at: Date | null;
  entries: EntryRow[] | null;
}

/** Gates that stood open without verdicts, and what is still owed of them. */
@Injectable()
export class EmergenciesQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Open ones and those that owe entries; with `all` those of the last month. */
  async ofCampuses(campusIds: string[] | null, all: boolean): Promise<EmergencyView[]> {
    const since = new Date(this.clock.now().getTime() - 31 * 86_400_000);
    const views = await this.views(
      sql`${campusIds ? sql`e.campus_id = any(${campusIds}::uuid[])` : sql`true`} and e.opened_at > ${since}`,
    );
    return all ? views : views.filter(({ state }) => state !== 'done');
  }

  async one(id: string): Promise<EmergencyView> {
    const [view] = await this.views(sql`e.id = ${id}`);
    if (!view) throw new DomainError('emergency.not-found');
    return view;
  }

  private async views(where: ReturnType<typeof sql>): Promise<EmergencyView[]> {
    const rows = await this.database.rows(sql<EmergencyRow>`
      select e.id, e.cause, e.reason, e.opened_by_name as "openedBy", e.second_name as "secondName", e.ended_by_name as "endedBy",
             e.last_paper as "lastPaper", e.opened_at, e.ended_at, e.entries_due_at,
             jsonb_build_object('id', c.id, 'name', c.name) as campus, jsonb_build_object('id', g.id, 'name', g.name) as gate,
             (select jsonb_agg(jsonb_build_object('paper', n.paper, 'direction', n.direction, 'at', n.at, 'enteredAt', n.entered_at,
                'masked', n.person_masked, 'name', p.person_name, 'passage', n.passage_id) order by n.paper, n.at)
              from emergency_entry n left join pass p on p.id = n.pass_id where n.emergency_id = e.id) as entries
      from emergency e join campus c on c.id = e.campus_id join gate g on g.id = e.gate_id
      where ${where} order by e.opened_at desc
    `);
    return rows.map((row) => viewOf(row, this.clock.now()));
  }
}

function viewOf({ opened_at, ended_at, entries_due_at, entries, ...row }: EmergencyRow, now: Date): EmergencyView {
  const entered = (entries ?? []).map(({ masked, name, ...entry }) => ({
    ...entry,
    at: new Date(entry.at).toISOString(),
    enteredAt: new Date(entry.enteredAt).toISOString(),
    personName: name ? maskName(name) : (masked ?? ''),
  }));
  const papers = new Set(entered.map(({ paper }) => paper));
  const missing = Array.from({ length: row.lastPaper ?? 0 }, (_, at) => at + 1).filter((paper) => !papers.has(paper));
  const isLate = entries_due_at !== null && now >= entries_due_at;
  const owing = isLate ? 'late' : 'owing';
  return {
    ...row,
    openedAt: opened_at.toISOString(),
    endedAt: ended_at?.toISOString() ?? null,
    entriesDueAt: entries_due_at?.toISOString() ?? null,
    state: ended_at === null ? 'open' : missing.length > 0 ? owing : 'done',
    entries: entered,
    missing,
  };
}
