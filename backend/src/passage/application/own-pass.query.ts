import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { type Database } from '../../platform/database/database.js';
import { type PassDisplay } from '../domain/pass.js';

export interface OwnPassRow {
  id: string;
  visit_id: string;
  person_index: number;
  number: string;
  campus_id: string;
  campus_name: string;
  campus_name_en: string;
  /** null where the directory knows none */
  unit_name_en: string | null;
  state: 'active' | 'revoked';
  person_name: string;
  person_key_id: string;
  document_masked: string;
  plate: string | null;
  display: PassDisplay;
  period_from: Date;
  period_until: Date;
  daily_from: number | null;
  daily_until: number | null;
  weekdays: number[] | null;
  gate_ids: string[];
  phone_key: Buffer | null;
  key_number: number;
  server_key_sealed: Buffer | null;
  is_applicant: boolean;
  inside: boolean;
  left_claimed_at: Date | null;
}

/** Conditions on `pass p`: whether the applicant of its visit has this phone, or its own person. */
export const isApplicant = (mobileIndex: Uint8Array) =>
  sql`exists (select from pass a where a.visit_id = p.visit_id and a.person_index = 0 and a.mobile_index = ${mobileIndex})`;
export const isHolder = (mobileIndex: Uint8Array) =>
  sql`exists (select from pass_of_phone o where o.pass_id = p.id and o.mobile_index = ${mobileIndex})`;

/** A pass for reading, when the visit's applicant or its own person has this phone; else it is `pass.not-found`. */
export async function ownPass(database: Database, mobileIndex: Uint8Array, passId: string): Promise<OwnPassRow> {
  const row = await database.first(sql<OwnPassRow>`
    select p.*, c.name as campus_name, c.name_en as campus_name_en, u.name_en as unit_name_en, ${isApplicant(mobileIndex)} as is_applicant, s.inside, s.left_claimed_at
    from pass p join campus c on c.id = p.campus_id join pass_of_visit s on s.pass_id = p.id
      join visit_fact v on v.visit_id = p.visit_id join unit u on u.id = v.unit_id
    where p.id = ${passId} and (${isApplicant(mobileIndex)} or ${isHolder(mobileIndex)})
  `);
  if (!row) throw new DomainError('pass.not-found');
  return row;
}
