import { Injectable } from '@nestjs/common';
import { type DataUse, type OwnData, type OwnDataVisit } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { Rules } from '../../policy/public.js';
import { partyOf, periodOf, visitColumns, type VisitSqlRow, visitTables } from './visit-row.js';

const MOST_VISITS = 200;
const MOST_USES = 200;

interface UseRow {
  at: Date;
  action: string;
  number: string;
  actor_name: string;
  reason: string | null;
}

/** Everything held of the visits of a proven phone, masked, and who looked at it. */
@Injectable()
export class OwnDataQuery {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  async of(mobileIndex: string, mobileMasked: string): Promise<OwnData> {
    const rows = await this.database.rows(sql<VisitSqlRow & { notice_version: string }>`
      select ${visitColumns}, v.notice_version from ${visitTables}
      where ${ownVisit(mobileIndex)} order by v.requested_at desc, v.id desc limit ${MOST_VISITS}
    `);
    const { face, documents } = (await this.rules.current()).settings;
    return {
      mobileMasked,
      visits: rows.map(visitOf),
      uses: await this.uses(mobileIndex),
      keeps: { photoHours: face.keepHours, documentDays: documents.keepDays },
      now: this.clock.now().toISOString(),
    };
  }

  /**
   * From the audit: looks at full data and photos by members of staff, whatever route later brings them. The naming of
   * actions says which: revealed, viewed, exported.
   */
  private async uses(mobileIndex: string): Promise<DataUse[]> {
    const rows = await this.database.rows(sql<UseRow>`
      select a.at, a.action, v.number, a.actor_name, a.details ->> 'reason' as reason
      from visit v
      join audit_entry a on a.subject_id = v.id::text and a.subject_kind = 'visit'
      where ${ownVisit(mobileIndex)} and a.actor_kind = 'staff' and a.action ~ '(revealed|viewed|shown|exported)'
      order by a.at desc, a.id desc limit ${MOST_USES}
    `);
    return rows.map(({ at, action, number, actor_name, reason }) => ({
      at: at.toISOString(),
      action,
      visitNumber: number,
      by: maskName(actor_name),
      reason,
    }));
  }
}

const ownVisit = (mobileIndex: string) => sql`v.party @> ${JSON.stringify([{ index: 0, mobileIndex }])}::jsonb`;

const visitOf = (row: VisitSqlRow & { notice_version: string }): OwnDataVisit => ({
  id: row.id,
  number: row.number,
  status: row.status,
  campusName: row.campus_name,
  period: periodOf(row),
  requestedAt: row.requested_at.toISOString(),
  noticeVersion: row.notice_version,
  plate: row.plate,
  reason: row.reason,
  remark: row.remark,
  people: partyOf(row, true).map(({ name, organisation, documentKind, documentMasked, mobileMasked }) => ({
    name,
    organisation,
    documentKind,
    documentMasked,
    mobileMasked,
  })),
});
