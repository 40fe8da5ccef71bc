import { type Permission, type Role } from '@gatehouse/contract';
import { permissionsOf } from './roles.js';

/** What a grant is bound to; null = not bound. */
export interface GrantBounds {
  campusId: string | null;
  unitId: string | null;
}

/** What lists may show: both bounds hold together; null = everything. */
export interface ListScope {
  campusIds: string[] | null;
  unitIds: string[] | null;
}

/**
 * Whether two grants can be held together. Lists are bound by campuses and by units at once: units of two campuses would
 * show each unit at the other's campus too.
 */
export const addsUp = (held: GrantBounds, added: GrantBounds): boolean =>
  held.unitId === null || added.unitId === null || held.campusId === added.campusId;

/**
 * The bounds of all grants together. Without any grant nothing is shown. A grant for a unit beside one for a whole campus
 * adds nothing: two lists cannot say "this campus, or that unit", and the narrower reading is the safe one. So it is with
 * units of two campuses, which cannot be given any more: those of the first count.
 */
export function scopeOf(all: GrantBounds[]): ListScope {
  const ofWholeCampuses = all.filter(({ unitId }) => unitId === null);
  const [first] = all;
  const ofOneCampus = all.filter((grant) => first && addsUp(first, grant));
  const grants = ofWholeCampuses.length > 0 ? ofWholeCampuses : ofOneCampus;
  return {
    campusIds: union(grants.map(({ campusId }) => campusId)),
    unitIds: union(grants.map(({ unitId }) => unitId)),
  };
}

/** For each permission the bounds of those grants only that carry it: a right held at one campus never acts at another. */
export function scopesOf(grants: (GrantBounds & { role: Role })[]): Partial<Record<Permission, ListScope>> {
  const held = permissionsOf(grants.map(({ role }) => role));
  const carrying = (permission: Permission) =>
    scopeOf(grants.filter(({ role }) => permissionsOf([role]).includes(permission)));
  return Object.fromEntries(held.map((permission) => [permission, carrying(permission)]));
}

const union = (ids: (string | null)[]): string[] | null => {
  const bound = ids.filter((id) => id !== null);
  return bound.length < ids.length ? null : [...new Set(bound)];
};
