import { DomainError } from '../../kernel/domain-error.js';
import { type Visit } from '../domain/visit.js';
import { type Visits } from './visits.js';

/** A member of the security office, and the campuses he may act for; null = all. */
export interface OfficeMember {
  name: string;
  campusIds: string[] | null;
}

/** A visit of the office's campuses. */
export async function visitOfOffice(visits: Visits, visitId: string, { campusIds }: OfficeMember): Promise<Visit> {
  const visit = await visits.withId(visitId);
  if (campusIds && !campusIds.includes(visit.campusId)) throw new DomainError('visit.not-found');
  return visit;
}

/** A visit of the office's campuses with somebody inside. */
export async function stayOf(visits: Visits, visitId: string, by: OfficeMember): Promise<Visit> {
  const visit = await visitOfOffice(visits, visitId, by);
  if (!(await visits.isAnybodyInside(visitId))) throw new DomainError('visit.nobody-inside');
  return visit;
}
