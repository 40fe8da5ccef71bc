import { type PartyMemberView } from '@gatehouse/contract/visit';
import { type CorrectableField } from '@gatehouse/contract/visit-life';
import { t, type Key } from './words.ts';

const parts = ['name', 'document', 'mobile', 'organisation', 'plate', 'period', 'reason'] as const;

/** A field as the approver reads it: whose it is, and what. */
export function fieldName(field: CorrectableField, party: readonly PartyMemberView[]): string {
  const [scope = '', ...rest] = field.split('.');
  const part = rest[rest.length - 1] ?? scope;
  const key: Key = `host.field.${parts.find((known) => known === part) ?? 'other'}`;
  const index = scope === 'applicant' ? 0 : scope === 'companions' ? Number(rest[0]) : -1;
  const person = party.find((member) => member.index === index);
  return person ? `${person.name} · ${t(key)}` : t(key);
}
