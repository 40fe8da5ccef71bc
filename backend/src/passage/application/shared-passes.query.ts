import { Injectable } from '@nestjs/common';
import { type CompanionVisit, type SharedPass, type ShareState } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { type PassDisplay } from '../domain/pass.js';
import { PassShares } from './pass-shares.js';
import { periodShown } from '../domain/period-shown.js';

const MOST = 20;

interface CompanionRow {
  id: string;
  display: PassDisplay;
  person_name: string;
  applicant_name: string;
  campus_name: string;
  period_from: Date;
  period_until: Date;
  daily_from: number | null;
  daily_until: number | null;
  weekdays: number[] | null;
  state: CompanionVisit['state'];
}

/** Passes on their way to companions, and there. */
@Injectable()
export class SharedPassesQuery {
  constructor(
    private readonly database: Database,
    private readonly shares: PassShares,
    private readonly clock: Clock,
  ) {}

  /** What whoever holds the link may see: no full name, no number, no host. */
  async behind(token: string): Promise<SharedPass> {
    const shared = await this.shares.withToken(token, this.clock.now());
    if (!shared) throw new DomainError('pass.link-over');
    const { personName, campusName, phoneIndex } = shared;
    return { personName: maskName(personName), campusName, phone: phoneIndex ? 'given' : 'any' };
  }

  /** For the applicant: whether there is a link, and whose phone has the pass. */
  async stateOf(mobileIndex: Uint8Array, passId: string): Promise<ShareState> {
    const row = await this.database.first(sql<{ expires_at: Date | null; phone: string | null; given: boolean }>`
      select s.expires_at, o.mobile_masked as phone, p.mobile_index is not null as given
      from pass p
      join pass a on a.visit_id = p.visit_id and a.person_index = 0 and a.mobile_index = ${mobileIndex}
      left join pass_share s on s.pass_id = p.id and s.expires_at > ${this.clock.now()}
      left join pass_phone o on o.pass_id = p.id
      where p.id = ${passId} and p.person_index > 0
    `);
    if (!row) throw new DomainError('pass.not-found');
    return { expiresAt: row.expires_at?.toISOString() ?? null, phoneMasked: row.phone, phoneGiven: row.given };
  }

  /** The visits in which the owner of this phone takes part without having applied, newest first. */
  async companionVisits(mobileIndex: Uint8Array): Promise<CompanionVisit[]> {
    const rows = await this.database.rows(sql<CompanionRow>`
      select p.id, p.display, p.person_name, a.person_name as applicant_name, c.name as campus_name, p.period_from, p.period_until, p.daily_from, p.daily_until, p.weekdays,
             case when p.state = 'revoked' then 'revoked' when p.period_until <= ${this.clock.now()} then 'expired' else 'active' end as state
      from pass_of_phone o
      join pass p on p.id = o.pass_id
      join pass a on a.visit_id = p.visit_id and a.person_index = 0
      join campus c on c.id = p.campus_id
      where o.mobile_index = ${mobileIndex} and p.person_index > 0 and a.mobile_index is distinct from ${mobileIndex}
      order by p.period_from desc, p.id limit ${MOST}
    `);
    return rows.map((row) => ({
      passId: row.id,
      visitNumber: row.display.visitNumber,
      personName: row.person_name,
      applicantName: maskName(row.applicant_name),
      campusName: row.campus_name,
      unitName: row.display.unitName,
      period: periodShown(row),
      state: row.state,
    }));
  }
}
