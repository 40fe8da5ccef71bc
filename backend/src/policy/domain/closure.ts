import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { ClosureDeclared, ClosureEnded } from './closure-events.js';

export interface NewClosure {
  id: string;
  campusId: string;
  /** null = the whole campus */
  gateId: string | null;
  begins: Date;
  ends: Date;
  reason: string;
  by: string;
}

const LONGEST_MS = 366 * 86_400_000;

/** A campus, or one gate of it, that takes no visitor in for a while. */
export class Closure extends AggregateRoot {
  private endedBy: string | null = null;
  private endedAt: Date | null = null;

  private constructor(
    readonly id: string,
    readonly campusId: string,
    readonly gateId: string | null,
    readonly begins: Date,
    readonly ends: Date,
    readonly reason: string,
    readonly declaredBy: string,
    readonly declaredAt: Date,
  ) {
    super();
  }

  /** At most a year, and not over already. */
  static declare({ id, campusId, gateId, begins, ends, reason, by }: NewClosure, now: Date): Closure {
    if (ends <= begins || ends <= now || ends.getTime() - begins.getTime() > LONGEST_MS)
      throw new DomainError('request.invalid', {}, [{ path: 'ends', code: 'closure.period-wrong' }]);
    const closure = new Closure(id, campusId, gateId, begins, ends, reason, by, now);
    closure.record(new ClosureDeclared(id, campusId, gateId, now));
    return closure;
  }

  /** The gates take visitors in again at once; one that has not begun never does. */
  end(by: string, now: Date): void {
    if (this.endedAt || this.ends <= now) throw new DomainError('closure.over');
    this.endedBy = by;
    this.endedAt = now;
    this.record(new ClosureEnded(this.id, this.campusId, this.gateId, now));
  }
}
