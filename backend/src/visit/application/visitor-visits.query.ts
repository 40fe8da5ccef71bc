import { Injectable } from '@nestjs/common';
import {
  type Locale,
  type VisitorPassRow,
  type VisitorVisit,
  type VisitorVisitPage,
  type VisitorVisitRow,
  type VisitRequested,
} from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { readCursor, writeCursor } from '../../kernel/cursor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Rules } from '../../policy/public.js';
import { Database } from '../../platform/database/database.js';
import { claimsOf, historyOf } from './visit-history.js';
import { presenceOf } from './visit-presence.query.js';
import { possibilities } from './visit-possibilities.js';
import {
  correctionOf,
  nextStepOf,
  passState,
  partyOf,
  periodOf,
  visitColumns,
  type VisitSqlRow,
  visitTables,
} from './visit-row.js';

const PAGE = 20;

/** A visitor's own applications, found by the proven phone. */
@Injectable()
export class VisitorVisitsQuery {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  /** What a visitor is told right after applying. */
  async requested(visitId: string): Promise<VisitRequested> {
    const row = await this.row(sql`v.id = ${visitId}`);
    return { id: row.id, number: row.number, status: row.status, next: nextStepOf(row, true) };
  }

  async page(mobileIndex: string, after: string | undefined, locale: Locale): Promise<VisitorVisitPage> {
    const cursor = readCursor(after);
    const rows = await this.database.rows(sql<VisitSqlRow>`
      select ${visitColumns} from ${visitTables}
      where ${ownedBy(mobileIndex)}
        and (${cursor?.at ?? null}::timestamptz is null or (v.requested_at, v.id) < (${cursor?.at ?? null}, ${cursor?.id ?? null}::uuid))
      order by v.requested_at desc, v.id desc limit ${PAGE + 1}
    `);
    const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
    return {
      items: rows.slice(0, PAGE).map((row) => visitorRow(row, locale)),
      next: last ? writeCursor({ at: last.requested_at, id: last.id }) : null,
    };
  }

  async detail(mobileIndex: string, visitId: string, locale: Locale): Promise<VisitorVisit> {
    const row = await this.row(sql`v.id = ${visitId} and ${ownedBy(mobileIndex)}`);
    const now = this.clock.now();
    const passes = await this.passes(row, now);
    const { settings } = await this.rules.current();
    return {
      ...visitorRow(row, locale),
      transport: row.transport,
      purpose: row.purpose,
      reason: row.reason,
      remark: row.remark,
      party: partyOf(row, true),
      history: historyOf(
        row,
        true,
        claimsOf(await presenceOf(this.database, row.id))
          .filter(({ kind }) => kind === 'left-claimed')
          .map((claim) => ({ ...claim, personName: maskName(claim.personName) })),
      ),
      passes,
      ...possibilities(row, passes, settings, now),
      correction: correctionOf(row, true),
      extension: row.status === 'approved' ? row.extension : null,
    };
  }

  /** Reads the view `pass_of_visit`, which passage owns. Passes of people who no longer come are not shown. */
  private async passes(visit: VisitSqlRow, now: Date): Promise<VisitorPassRow[]> {
    const rows = await this.database.rows(sql<{
      pass_id: string;
      person_index: number;
      person_name: string;
      state: VisitorPassRow['state'];
      inside: boolean;
      left_claimed_at: Date | null;
    }>`
      select pass_id, person_index, person_name, ${passState(now)} as state, inside, left_claimed_at
      from pass_of_visit where visit_id = ${visit.id} order by person_index
    `);
    return rows
      .filter(({ person_index }) => visit.party.some(({ index }) => index === person_index))
      .map((row) => ({
        id: row.pass_id,
        personIndex: row.person_index,
        personName: maskName(row.person_name),
        state: row.state,
        inside: row.inside,
        leftClaimedAt: row.left_claimed_at?.toISOString() ?? null,
      }));
  }

  private async row(condition: ReturnType<typeof sql>): Promise<VisitSqlRow> {
    const row = await this.database.first(
      sql<VisitSqlRow>`select ${visitColumns} from ${visitTables} where ${condition}`,
    );
    if (!row) throw new DomainError('visit.not-found');
    return row;
  }
}

const ownedBy = (mobileIndex: string) => sql`v.party @> ${JSON.stringify([{ index: 0, mobileIndex }])}::jsonb`;

/** Names in the reader's language, as far as the university gave them. */
const visitorRow = (row: VisitSqlRow, locale: Locale): VisitorVisitRow => ({
  id: row.id,
  number: row.number,
  status: row.status,
  campusName: locale === 'en' ? row.campus_name_en : row.campus_name,
  unitName: (locale === 'en' && row.unit_name_en) || row.unit_name,
  hostName: maskName(row.host_name),
  period: periodOf(row),
  partySize: row.party.length,
  plate: row.plate,
  requestedAt: row.requested_at.toISOString(),
  next: nextStepOf(row, true),
});
