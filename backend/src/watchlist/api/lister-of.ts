import { DomainError } from '../../kernel/domain-error.js';
import { type StaffPrincipal } from '../../platform/http/access.js';
import { type Lister } from '../application/list-person.js';

/** Who writes the blacklist. Entries act at whole campuses: whoever is bound to a unit must not write any. */
export function listerOf({ name, campusIds, unitIds }: StaffPrincipal): Lister {
  if (unitIds !== null) throw new DomainError('auth.not-permitted');
  return { name, campusIds };
}
