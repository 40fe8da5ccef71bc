import { Injectable } from '@nestjs/common';
import {
  type InvitationKind,
  type InvitationRow,
  type InvitationState,
  type InvitationView,
  type InvitationVisit,
  type Locale,
} from '@gatehouse/contract';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { Settings } from '../../platform/settings.js';
import { InvitationTokens } from './invitations.js';

const MOST = 100;

interface InvitationSqlRow {
  id: string;
  kind: InvitationKind;
  token_sealed: Buffer;
  host_id: string;
  host_name: string;
  unit_id: string;
  unit_name: string;
  campus_id: string;
  campus_name: string;
  period_from: Date | null;
  period_until: Date | null;
  purpose: string | null;
  note: string | null;
  people_cap: number;
  people_used: number;
  pre_approved: boolean;
  mobile_masked: string | null;
  expires_at: Date;
  made_at: Date;
  withdrawn_at: Date | null;
  visits: InvitationVisit[] | null;
}

/** Invitations as their hosts see them, and as the guest does who holds the link. */
@Injectable()
export class InvitationsQuery {
  constructor(
    private readonly database: Database,
    private readonly tokens: InvitationTokens,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async ofHost(hostId: string, locale: Locale, invitationId: string | null = null): Promise<InvitationRow[]> {
    const rows = await this.rows(
      sql`i.host_id = ${hostId} and (${invitationId}::uuid is null or i.id = ${invitationId})`,
      locale,
    );
    return Promise.all(rows.map((row) => this.rowOf(row)));
  }

  /** Throws `invitation.not-valid`, whatever is wrong with the token. */
  async byToken(token: string, locale: Locale): Promise<InvitationView> {
    const [row] = await this.rows(sql`i.token_hash = ${this.tokens.hash(token)} and h.active`, locale);
    if (!row || this.stateOf(row) !== 'open') throw new DomainError('invitation.not-valid');
    return {
      kind: row.kind,
      hostName: row.host_name,
      hostId: row.host_id,
      unit: { id: row.unit_id, name: row.unit_name },
      campus: { id: row.campus_id, name: row.campus_name },
      period: periodOf(row),
      purpose: row.purpose,
      note: row.note,
      peopleLeft: row.people_cap - row.people_used,
      preApproved: row.pre_approved,
      isBound: row.mobile_masked !== null,
      expiresAt: row.expires_at.toISOString(),
    };
  }

  private rows(condition: ReturnType<typeof sql>, locale: Locale): Promise<InvitationSqlRow[]> {
    const english = locale === 'en';
    return this.database.rows(sql<InvitationSqlRow>`
      select i.*, h.name as host_name, ${english ? sql`coalesce(u.name_en, u.name)` : sql`u.name`} as unit_name,
             ${english ? sql`c.name_en` : sql`c.name`} as campus_name, (
               select jsonb_agg(jsonb_build_object('id', v.id, 'number', v.number, 'status', v.status,
                                'applicantName', v.party -> 0 ->> 'name', 'people', w.people) order by w.at desc)
               from invitation_use w join visit v on v.id = w.visit_id where w.invitation_id = i.id
             ) as visits
      from invitation i join staff_member h on h.id = i.host_id join unit u on u.id = i.unit_id
      join campus c on c.id = i.campus_id
      where ${condition} order by i.made_at desc, i.id desc limit ${MOST}
    `);
  }

  private async rowOf(row: InvitationSqlRow): Promise<InvitationRow> {
    return {
      id: row.id,
      kind: row.kind,
      state: this.stateOf(row),
      url: `${this.settings.PUBLIC_URL}/visit/i/${await this.tokens.open(row.token_sealed)}`,
      campusName: row.campus_name,
      period: periodOf(row),
      purpose: row.purpose,
      note: row.note,
      people: row.people_cap,
      peopleUsed: row.people_used,
      preApproved: row.pre_approved,
      mobileMasked: row.mobile_masked,
      expiresAt: row.expires_at.toISOString(),
      madeAt: row.made_at.toISOString(),
      visits: row.visits ?? [],
    };
  }

  private stateOf({ kind, withdrawn_at, people_used, people_cap, expires_at }: InvitationSqlRow): InvitationState {
    if (withdrawn_at) return 'withdrawn';
    if (people_used >= people_cap || (kind === 'personal' && people_used > 0)) return 'used';
    return expires_at <= this.clock.now() ? 'expired' : 'open';
  }
}

const periodOf = ({ period_from, period_until }: InvitationSqlRow): InvitationRow['period'] =>
  period_from && period_until ? { from: period_from.toISOString(), until: period_until.toISOString() } : null;
