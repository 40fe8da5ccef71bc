/** Every way in which something typed can be wrong. */
export type RuleCode =
  | 'document.empty'
  | 'document.shape'
  | 'document.length'
  | 'document.region'
  | 'document.birth-date'
  | 'document.check-digit'
  | 'document.legacy'
  | 'document.other-kind'
  | 'mobile.shape'
  | 'mobile.country'
  | 'plate.none'
  | 'plate.shape'
  | 'name.length'
  | 'name.shape';

/** What is accepted but worth a second look. */
export type RuleWarning = 'document.taiwan-region' | 'plate.many-letters';

/** A refusal by a rule. */
export interface RuleFault {
  readonly ok: false;
  readonly code: RuleCode;
}

export function fault(code: RuleCode): RuleFault {
  return { ok: false, code };
}
