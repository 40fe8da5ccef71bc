import { type PassageRow } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { sql } from 'kysely';

/** The columns of `passage_fact` that a passage is shown with. */
export interface PassageSqlRow {
  id: string;
  at: Date;
  learned_at: Date;
  direction: PassageRow['direction'];
  verdict: PassageRow['verdict'];
  reason: PassageRow['reason'];
  outcome: PassageRow['outcome'];
  campus_id: string;
  campus_name: string;
  gate_id: string;
  gate_name: string;
  device_name: string;
  person_name: string | null;
  visit_id: string | null;
  visit_number: string | null;
  plate: string | null;
  credential: PassageRow['credential'];
  outcome_by: string | null;
}

export const passageColumns = sql`
  id, at, learned_at, direction, verdict, reason, outcome, campus_id, campus_name, gate_id, gate_name, device_name,
  person_name, visit_id, visit_number, plate, credential, outcome_by
`;

export const passageRow = (row: PassageSqlRow): PassageRow => ({
  id: row.id,
  at: row.at.toISOString(),
  learnedAt: row.learned_at.toISOString(),
  direction: row.direction,
  verdict: row.verdict,
  reason: row.reason,
  outcome: row.outcome,
  campus: { id: row.campus_id, name: row.campus_name },
  gate: { id: row.gate_id, name: row.gate_name },
  deviceName: row.device_name,
  personName: row.person_name === null ? null : maskName(row.person_name),
  visitId: row.visit_id,
  visitNumber: row.visit_number,
  plate: row.plate,
  credential: row.credential,
  by: row.outcome_by,
});
