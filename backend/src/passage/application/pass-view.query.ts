import { type Locale, type PassView } from '@gatehouse/contract';
import { compress } from '@gatehouse/contract/pass/p256';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { clockTime } from '@gatehouse/contract/rules/weekly-at-gate';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { Settings } from '../../platform/settings.js';
import { Rules } from '../../policy/public.js';
import { certifiedPeriod } from '../domain/certified-period.js';
import { periodShown } from '../domain/period-shown.js';
import { ownPass, type OwnPassRow } from './own-pass.query.js';
import { PassIssuer } from './pass-issuer.js';

const MINUTE_MS = 60_000;

/** The pass page. */
@Injectable()
export class PassViewQuery {
  constructor(
    private readonly database: Database,
    private readonly issuer: PassIssuer,
    private readonly rules: Rules,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** @param publicKey the compressed key of the phone that asks, when it has one */
  async of(mobileIndex: Uint8Array, passId: string, publicKey: Uint8Array | null, locale: Locale): Promise<PassView> {
    const pass = await ownPass(this.database, mobileIndex, passId);
    const [gates, others, certificate, visibleFrom] = await Promise.all([
      this.gatesOf(pass),
      this.othersOf(pass),
      this.certificateOf(pass),
      this.visibleFrom(pass),
    ]);
    const now = this.clock.now();
    const inEnglish = locale === 'en';
    return {
      id: pass.id,
      visitId: pass.visit_id,
      visitNumber: pass.display.visitNumber,
      state: pass.state === 'revoked' ? 'revoked' : now >= pass.period_until ? 'expired' : 'active',
      organisation: inEnglish ? this.settings.ORGANISATION_EN : this.settings.ORGANISATION,
      personName: pass.person_name,
      documentMasked: pass.document_masked,
      campusName: inEnglish ? pass.campus_name_en : pass.campus_name,
      gates,
      period: periodShown(pass),
      dailyHours: dailyHours(pass),
      plate: pass.plate,
      unitName: (inEnglish && pass.unit_name_en) || pass.display.unitName,
      hostName: maskName(pass.display.hostName),
      passNumber: pass.number,
      key: keyState(pass, publicKey),
      certificate,
      visibleFrom,
      others,
      personIndex: pass.person_index,
      inside: pass.inside,
      leftClaimedAt: pass.left_claimed_at?.toISOString() ?? null,
      canShare: pass.is_applicant && pass.person_index > 0 && pass.state === 'active' && now < pass.period_until,
      exitOnly: pass.inside && pass.state === 'active' && now >= pass.period_until,
      now: now.toISOString(),
    };
  }

  /** From when the code is shown; null = at once. */
  async visibleFrom({ period_from }: OwnPassRow): Promise<string | null> {
    const minutes = (await this.rules.current()).settings.pass.visibleBeforeMinutes;
    return minutes === null ? null : new Date(period_from.getTime() - minutes * MINUTE_MS).toISOString();
  }

  private gatesOf(pass: OwnPassRow): Promise<PassView['gates']> {
    return this.database.rows(sql<PassView['gates'][number]>`
      select name, name_en as "nameEn", hint from gate
      where campus_id = ${pass.campus_id} and ${pass.display.transport} = any(transports)
        and (${pass.gate_ids.length === 0} or id = any(${pass.gate_ids}::uuid[]))
      order by sort, code
    `);
  }

  private async othersOf(pass: OwnPassRow): Promise<PassView['others']> {
    if (!pass.is_applicant) return [];
    const others = await this.database.rows(sql<PassView['others'][number]>`
      select id, person_name as "personName" from pass
      where visit_id = ${pass.visit_id} and id <> ${pass.id} order by person_index
    `);
    return others.map(({ id, personName }) => ({ id, personName: maskName(personName) }));
  }

  private async certificateOf(pass: OwnPassRow): Promise<string | null> {
    if (!pass.phone_key || pass.state === 'revoked') return null;
    const { period_from: from, period_until: until, weekdays, daily_from, daily_until } = pass;
    const hours = daily_from === null || daily_until === null ? null : { from: daily_from, until: daily_until };
    const period = certifiedPeriod({ from, until, weekdays, hours }, this.clock.now());
    if (!period) return null;
    const certificate = await this.issuer.certificate({
      passId: pass.id,
      campusId: pass.campus_id,
      ...period,
      hasVehicle: pass.plate !== null,
      keyNumber: pass.key_number,
      phoneKey: compress(pass.phone_key),
    });
    return Buffer.from(certificate).toString('base64url');
  }
}

function keyState({ phone_key, server_key_sealed }: OwnPassRow, publicKey: Uint8Array | null): PassView['key'] {
  if (!phone_key) return 'none';
  if (server_key_sealed) return 'this';
  return publicKey && Buffer.from(compress(phone_key)).equals(publicKey) ? 'this' : 'other';
}

function dailyHours({ daily_from, daily_until }: OwnPassRow): PassView['dailyHours'] {
  return daily_from === null || daily_until === null
    ? null
    : { from: clockTime(daily_from), until: clockTime(daily_until) };
}
