import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Locale } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Rules } from '../../policy/public.js';
import { Database } from '../../platform/database/database.js';
import { PartyBirths } from '../application/party-births.js';
import { PartyVault } from '../application/party-vault.js';
import { visitColumns, type VisitSqlRow, visitTables } from '../application/visit-row.js';
import { inOrder } from '../domain/visit-period.js';
import { type PartyMember } from '../domain/party-member.js';
import { type PartyMemberFacts, VisitBook, type VisitFacts } from '../public.js';

/** Visits for other contexts, read straight from the tables. */
@Injectable()
export class SqlVisitBook extends VisitBook {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly vault: PartyVault,
    private readonly partyBirths: PartyBirths,
  ) {
    super();
  }

  async facts(visitId: string): Promise<VisitFacts> {
    const row = await this.row(visitId);
    const { period } = (await this.rules.current()).settings;
    return {
      id: row.id,
      number: row.number,
      status: row.status,
      campusId: row.campus_id,
      unitId: row.unit_id,
      unitName: row.unit_name,
      hostId: row.host_id,
      hostName: row.host_name,
      transport: row.transport,
      plate: row.plate,
      period: { from: row.period_from, until: row.period_until, ...(row.weekly && { weekly: inOrder(row.weekly) }) },
      dailyHours: period.mode === 'daily' ? { from: period.dailyFrom, until: period.dailyUntil } : null,
      party: row.party.map(memberFacts),
      closingNote: row.closing_note,
      locale: row.locale,
    };
  }

  async applicantMobile(visitId: string): Promise<string | null> {
    const [applicant] = (await this.row(visitId)).party;
    return applicant ? this.vault.mobileOf(applicant) : null;
  }

  async births(visitId: string): Promise<{ index: number; name: string; birth: string | null }[]> {
    return this.partyBirths.of((await this.row(visitId)).party);
  }

  private async row(visitId: string): Promise<VisitSqlRow & { locale: Locale }> {
    const row = await this.database.first(sql<VisitSqlRow & { locale: Locale }>`
      select ${visitColumns}, v.locale from ${visitTables} where v.id = ${visitId}
    `);
    if (!row) throw new DomainError('visit.not-found');
    return row;
  }
}

const memberFacts = (member: PartyMember): PartyMemberFacts => ({
  index: member.index,
  personKeyId: member.personKeyId,
  name: member.name,
  documentKind: member.documentKind,
  documentMasked: member.documentMasked,
  documentTail: member.documentTail,
  documentIndex: Buffer.from(member.documentIndex, 'hex'),
  mobileIndex: member.mobileIndex ? Buffer.from(member.mobileIndex, 'hex') : null,
});
