import { type DryRun, type DryRunInput, type DryRunRow, OUTCOME_CHANGES } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { addDays, campusInstant, daysBetween } from '../../kernel/campus-time.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { DryRunTally, type VisitFactsForRules } from '../domain/compare-outcomes.js';
import { turned } from '../domain/dials.js';
import { Rules } from '../public.js';

const AT_ONCE = 2_000;
const MOST_VISITS = 50_000;
const MOST_DAYS = 92;

interface Bounds {
  campusIds: string[] | null;
  unitIds: string[] | null;
}

interface Row extends Omit<DryRunRow, 'codes' | 'from' | 'until'>, VisitFactsForRules {}

/** What changed rules would have meant for the visits applied for in a time: read in portions, newest first. */
@Injectable()
export class DryRunQuery {
  constructor(
    private readonly rules: Rules,
    private readonly database: Database,
  ) {}

  async run({ changes, from, until }: DryRunInput, within: Bounds): Promise<DryRun> {
    const days = daysBetween(from, until) + 1;
    if (!(days >= 1 && days <= MOST_DAYS))
      throw new DomainError('request.invalid', {}, [{ path: 'until', code: 'field.out-of-range' }]);
    const rules = await this.rules.current();
    const tally = new DryRunTally<Omit<DryRunRow, 'codes'>>(rules, {
      ...rules,
      settings: turned(rules.settings, changes),
    });
    const span = { from: campusInstant(from), until: campusInstant(addDays(until, 1)) };
    let last: Row | undefined;
    do {
      const rows = await this.portion(span, within, last);
      for (const row of rows) tally.take(row, shown(row));
      last = rows.length === AT_ONCE ? rows.at(-1) : undefined;
      await new Promise((resolve) => setImmediate(resolve));
    } while (last && tally.visits < MOST_VISITS);
    return {
      visits: tally.visits,
      complete: last === undefined,
      unaffected: tally.unaffected,
      changes: OUTCOME_CHANGES.flatMap((kind) => {
        const change = tally.changes.get(kind);
        return change ? [{ kind, ...change }] : [];
      }),
    };
  }

  /** Reads the views `visit_under_rules` and `visit_from_gate`, which visit and passage own. */
  private portion(span: { from: Date; until: Date }, { campusIds, unitIds }: Bounds, last?: Row): Promise<Row[]> {
    return this.database.rows(sql<Row>`
      select v.visit_id as "visitId", v.number, v.campus_id as "campusId", v.unit_name as "unitName", v.host_id as "hostId",
        v.period_from as "from", v.period_until as "until", v.weekly, v.requested_at as "requestedAt", v.people, v.purpose, v.vehicle,
        v.host_is_leader as "hostIsLeader", exists (select from visit_from_gate g where g.visit_id = v.visit_id) as "isFromGate"
      from visit_under_rules v
      where v.requested_at >= ${span.from} and v.requested_at < ${span.until}
        and ${campusIds ? sql`v.campus_id = any(${campusIds}::uuid[])` : sql`true`}
        and ${unitIds ? sql`v.unit_id = any(${unitIds}::uuid[])` : sql`true`}
        and ${last ? sql`(v.requested_at, v.visit_id) < (${last.requestedAt}, ${last.visitId}::uuid)` : sql`true`}
      order by v.requested_at desc, v.visit_id desc limit ${AT_ONCE}
    `);
  }
}

const shown = ({ visitId, number, campusId, unitName, from, until, people, purpose }: Row) => ({
  visitId,
  number,
  campusId,
  unitName,
  from: from.toISOString(),
  until: until.toISOString(),
  people,
  purpose,
});
