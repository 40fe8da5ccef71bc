/** When a visit takes place. `from` belongs to it, `until` does not. */
export interface VisitPeriod {
  from: Date;
  until: Date;
}
