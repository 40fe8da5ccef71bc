import { Injectable } from '@nestjs/common';
import { type BookingInfo, type CampusInfo, type GateInfo, type PolicySettings } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { bookableDays, Rules } from '../../policy/public.js';
import { Database } from '../../platform/database/database.js';
import { Settings } from '../../platform/settings.js';
import { currentNotice } from './privacy-notice.js';

interface CampusRow {
  id: string;
  name: string;
  name_en: string;
  address: string;
  gates: GateInfo[] | null;
}

/** Everything the application form must know before a visitor types anything. */
@Injectable()
export class BookingInfoQuery {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async info(): Promise<BookingInfo> {
    const rules = await this.rules.current();
    const [policy, now, campuses] = [rules.settings, this.clock.now(), await this.campuses()];
    return {
      organisation: this.settings.ORGANISATION,
      organisationEn: this.settings.ORGANISATION_EN,
      campuses: campuses.map((campus) => ({ ...campus, ...bookableDays(rules, campus.id, now) })),
      policy: forStrangers(policy),
      notice: currentNotice,
      now: now.toISOString(),
      demo: this.settings.isDemo,
    };
  }

  /** Reads the view `gate_of_campus`, which passage owns. */
  private async campuses(): Promise<CampusInfo[]> {
    const rows = await this.database.rows(sql<CampusRow>`
      select c.id, c.name, c.name_en, c.address, (
        select jsonb_agg(jsonb_build_object('id', g.gate_id, 'name', g.name, 'nameEn', g.name_en, 'hint', g.hint, 'transports', g.transports, 'code', g.public_code) order by g.sort)
        from gate_of_campus g where g.campus_id = c.id
      ) as gates
      from campus c order by c.sort, c.number
    `);
    return rows.map(({ id, name, name_en, address, gates }) => ({
      id,
      name,
      nameEn: name_en,
      address,
      gates: gates ?? [],
    }));
  }
}

/** Rules and notes for approvers are nobody else's to read. */
const forStrangers = ({
  standing: _standing,
  quotas: _quotas,
  approval,
  ...policy
}: PolicySettings): PolicySettings => ({
  ...policy,
  approval: { leader: approval.leader, leaderFromPartySize: approval.leaderFromPartySize },
});
