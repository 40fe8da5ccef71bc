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

/** The bounds of all grants together. Without any grant nothing is shown. */
export function scopeOf(grants: GrantBounds[]): ListScope {
  return {
    campusIds: union(grants.map(({ campusId }) => campusId)),
    unitIds: union(grants.map(({ unitId }) => unitId)),
  };
}

const union = (ids: (string | null)[]): string[] | null => {
  const bound = ids.filter((id) => id !== null);
  return bound.length < ids.length ? null : [...new Set(bound)];
};
